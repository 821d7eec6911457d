"""Which functions run when a row of a small mapper is written?  `@post_save(Order)`, one or several models.

They are called in the transaction that the row is written in. Tortoise tells them of a row that is saved or deleted,
by position; ormar, by keyword, of one that is saved, updated or deleted, and of relations. Neither tells of many rows
that are written at once.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from boundary.link.calling.arguments import Arguments
from boundary.link.domain.asking import strings
from boundary.link.domain.values import BOTTOM, UNKNOWN, ClassAtom
from boundary.link.frameworks.entry_functions import functions_in
from boundary.link.members import containers

if TYPE_CHECKING:
    from collections.abc import Iterator

    from boundary.link.definitions.symbols import ClassInfo
    from boundary.link.domain.values import Value
    from boundary.link.evaluator.evaluation import Evaluator
    from boundary.link.evaluator.interpreter import Interpreter
    from boundary.link.frameworks.protocol import Handler, NativeCall

SIGNAL: Final = "signal of rows"
OTHERS: Final = {"pre_save": 2, "post_save": 3, "pre_delete": 1, "post_delete": 1}
"""How much Tortoise says behind the model and the row: whether that is new, the connection, the fields."""
ORMAR: Final = ("save", "update", "delete", "relation_add", "relation_remove")


def signal(call: NativeCall) -> Value:
    """`post_save(Order, Line)`, `post_save([Order, Line])`: a decorator."""
    senders = [one for value in call.arguments.positional for one in _senders(value)]
    return call.atoms.native(SIGNAL, (call.name.rpartition(".")[2], tuple(senders)))


def receiver(call: NativeCall) -> Value | None:
    """`receiver("post_save", Order)`: the same, by the name of the moment."""
    moments = strings(call.first)
    senders = tuple(_senders(call.arguments.get(1, "senders") or BOTTOM))
    return call.atoms.native(SIGNAL, (moments[0], senders)) if len(moments) == 1 else None


def _senders(value: Value) -> Iterator[ClassInfo]:
    for one in containers.members(value) or (value,):
        yield from (atom.cls for atom in one if isinstance(atom, ClassAtom))


def connected(call: NativeCall) -> Value:
    """What it does to the function."""
    moment, senders = call.receiver
    wait_for(call.interpreter, moment, senders, call.first)
    return call.first


def wait_for(interpreter: Interpreter, moment: str, senders: tuple[ClassInfo, ...], functions: Value) -> None:
    """Functions wait for a moment of rows of these models."""
    held = functions_in(functions)
    for cls in senders:
        interpreter.write((SIGNAL, cls, moment), frozenset(held))
    entries = interpreter.frameworks.state.setdefault("receiver functions", {})
    entries.update(dict.fromkeys(held, "signal"))


def tell(evaluator: Evaluator, cls: ClassInfo, what: str, row: Value, line: int) -> None:
    """Call Tortoise's functions for what is done to a row: "save" or "delete"."""
    (sender,) = evaluator.atoms.class_(cls)
    for moment in (f"pre_{what}", f"post_{what}"):
        _call(evaluator, cls, moment, Arguments((sender.alone, row, *(UNKNOWN,) * OTHERS[moment])), line)


def tell_by_name(evaluator: Evaluator, cls: ClassInfo, moment: str, row: Value, line: int) -> None:
    """Call ormar's functions for a moment (`pre_update`)."""
    given = {"sender": evaluator.atoms.class_(cls), "instance": row}
    _call(evaluator, cls, moment, Arguments((), given), line)


def _call(evaluator: Evaluator, cls: ClassInfo, moment: str, given: Arguments, line: int) -> None:
    for one in evaluator.interpreter.classes.mro(cls):
        held = evaluator.interpreter.read((SIGNAL, one, moment), evaluator.context)
        if held:
            with evaluator.believed(because="signal"):
                evaluator.interpreter.calls.call(evaluator, held, given, line)


NATIVES: Final[dict[str, Handler]] = {
    **{f"tortoise.signals.{moment}": signal for moment in OTHERS},
    **{f"ormar.signals.{when}_{what}": signal for when in ("pre", "post") for what in ORMAR},
    "ormar.signals.receiver": receiver,
    SIGNAL: connected,
}
