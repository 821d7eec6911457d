"""Which functions run when a row of Tortoise is saved or deleted?  `@post_save(Order)`, one or several models.

They are called in the transaction that the row is written in; none is where many rows are (`bulk_create`, `update`).
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from boundary.link.calling.arguments import Arguments
from boundary.link.domain.values import UNKNOWN, ClassAtom
from boundary.link.frameworks.entry_functions import functions_in

if TYPE_CHECKING:
    from boundary.link.definitions.symbols import ClassInfo
    from boundary.link.domain.values import Value
    from boundary.link.evaluator.evaluation import Evaluator
    from boundary.link.frameworks.protocol import Handler, NativeCall

SIGNAL: Final = "tortoise signal"
OTHERS: Final = {"pre_save": 2, "post_save": 3, "pre_delete": 1, "post_delete": 1}
"""How much is said behind the model and the row: whether that is new, the connection, the fields."""


def signal(call: NativeCall) -> Value:
    """`post_save(Order, Line)`: a decorator."""
    senders = [atom.cls for value in call.arguments.positional for atom in value if isinstance(atom, ClassAtom)]
    return call.atoms.native(SIGNAL, (call.name.rpartition(".")[2], tuple(senders)))


def connected(call: NativeCall) -> Value:
    """What it does to the function."""
    moment, senders = call.receiver
    for cls in senders:
        call.interpreter.write((SIGNAL, cls, moment), frozenset(functions_in(call.first)))
    entries = call.interpreter.frameworks.state.setdefault("receiver functions", {})
    entries.update(dict.fromkeys(functions_in(call.first), "signal"))
    return call.first


def tell(evaluator: Evaluator, cls: ClassInfo, what: str, row: Value, line: int) -> None:
    """Call the functions for what is done to a row: "save" or "delete"."""
    (sender,) = evaluator.atoms.class_(cls)
    for moment in (f"pre_{what}", f"post_{what}"):
        others = (UNKNOWN,) * OTHERS[moment]
        for one in evaluator.interpreter.classes.mro(cls):
            held = evaluator.interpreter.read((SIGNAL, one, moment), evaluator.context)
            if held:
                with evaluator.believed(because="signal"):
                    given = Arguments((sender.alone, row, *others))
                    evaluator.interpreter.calls.call(evaluator, held, given, line)


HOOKS: Final = ()
NATIVES: Final[dict[str, Handler]] = {
    **{f"tortoise.signals.{moment}": signal for moment in OTHERS},
    SIGNAL: connected,
}
