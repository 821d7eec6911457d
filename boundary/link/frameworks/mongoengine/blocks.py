"""What do the blocks of mongoengine change?  `run_in_transaction` is one; classes that are switched stay what they are.

    with run_in_transaction():
        order.save()
        customer.update(inc__orders=1)

Without it each operation on a document is by itself: the database knows no transaction around several.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from boundary.link.domain.values import BOTTOM
from boundary.link.frameworks.mongoengine.rows import UNNAMED
from boundary.link.frameworks.records import text

if TYPE_CHECKING:
    from boundary.link.domain.values import Value
    from boundary.link.frameworks.protocol import Handler, NativeCall


def transaction(call: NativeCall) -> Value:
    """`with run_in_transaction(alias="default"):`."""
    return call.atoms.wrapped("atomic", BOTTOM, text(call.arguments.get(0, "alias") or BOTTOM) or "default")


def elsewhere(call: NativeCall) -> Value:
    """`with switch_collection(Order, "old_order") as Order:`: what is done to it there is told of the class's own."""
    call.evaluator.blind(call.line, UNNAMED)
    return call.atoms.none


NEEDS: Final = ("mongoengine", "flask_mongoengine")
NATIVES: Final[dict[str, Handler]] = {
    "mongoengine.context_managers.run_in_transaction": transaction,
    "mongoengine.context_managers._elsewhere": elsewhere,
}
