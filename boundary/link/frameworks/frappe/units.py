"""Where does a call of Frappe's end its transaction, and begin another?  Where it commits or rolls back by itself.

    frappe.db.commit()                          what the call has done so far is a transaction
    frappe.db.rollback()                        it is given up; up to a savepoint (`save_point=...`), the rest stays
    order.db_set("status", "Paid", commit=True)

What is open when the call returns is committed by the server, as all of it is where nothing stands in between. In what
hooks name for a document's events Frappe ignores it.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from boundary.link.domain.values import BOTTOM
from boundary.link.frameworks.django.requests import ENDS_WITHIN
from boundary.link.frameworks.frappe.database import DATABASE

if TYPE_CHECKING:
    from boundary.link.domain.values import Value
    from boundary.link.evaluator.interpreter import Interpreter
    from boundary.link.frameworks.protocol import Handler, NativeCall


def start(interpreter: Interpreter) -> None:
    """A call may end its transaction."""
    interpreter.frameworks.state[ENDS_WITHIN] = True


def committed(call: NativeCall) -> Value:
    """`frappe.db.commit()`; one that a library makes by itself, before which nothing was done, is not worth telling."""
    call.evaluator.end_work(call.line, None if call.evaluator.module.library else "default")
    return call.atoms.none


def rolled_back(call: NativeCall) -> Value:
    """`frappe.db.rollback()`."""
    if call.arguments.keywords.get("save_point", BOTTOM) <= call.atoms.none:
        call.evaluator.drop_work()
    return call.atoms.none


NEEDS: Final = ("frappe",)
WORK: Final = ("frappe",)
NATIVES: Final[dict[str, Handler]] = {
    f"{DATABASE}.commit": committed,
    f"{DATABASE}.rollback": rolled_back,
}
