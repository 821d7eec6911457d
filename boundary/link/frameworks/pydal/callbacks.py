"""What runs around what pydal stores?  Functions that a table is given, and those that fill its fields.

db.dog._after_insert.append(lambda fields, id: db.log.insert(text="a dog"))
Field("code", compute=lambda row: next_code())
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from boundary.link.calling.arguments import Arguments
from boundary.link.domain.asking import functions
from boundary.link.domain.values import BOTTOM, Function, Instance
from boundary.link.frameworks.protocol import Hook
from boundary.link.frameworks.pydal.rows import row
from boundary.link.frameworks.pydal.tables import NAMED, TABLE, name_of, tables

if TYPE_CHECKING:
    from boundary.link.domain.values import Value
    from boundary.link.evaluator.evaluation import Evaluator
    from boundary.link.frameworks.protocol import Handler, NativeCall

CALLBACKS: Final = "pydal.objects.Callbacks"
GIVEN: Final = "pydal callback"
EVENTS: Final = frozenset(f"_{when}_{what}" for when in ("before", "after") for what in ("insert", "update", "delete"))


class Given(Hook):
    """Tables: the lists of functions that run around what is stored."""

    base = TABLE

    def attribute(self, evaluator: Evaluator, atom: Instance, name: str, line: int) -> Value | None:
        """`db.dog._after_insert`."""
        del line
        made = evaluator.interpreter.library_class(CALLBACKS) if name in EVENTS else None
        return evaluator.atoms.instance(made, site=(GIVEN, name_of(atom), name)) if made is not None else None

    def store(self, evaluator: Evaluator, atom: Instance, name: str, value: Value, line: int) -> bool:
        """`db.dog._after_insert = [log]`."""
        del line
        if name in EVENTS and isinstance(atom.site, tuple) and atom.site[0] == NAMED:
            for one in value:
                element = getattr(one, "element", BOTTOM)
                evaluator.interpreter.write((GIVEN, name_of(atom), name), functions(element))
        return False


def added(call: NativeCall) -> Value:
    """`db.dog._after_insert.append(log)`, `.insert(0, log)`."""
    site = call.receiver.site if isinstance(call.receiver, Instance) else None
    if isinstance(site, tuple) and site[0] == GIVEN:
        for value in call.arguments.every():
            call.interpreter.write(site, functions(value))
    return call.atoms.none


def run(evaluator: Evaluator, name: str, event: str, line: int, *given: Value) -> None:
    """What a table was given for an event runs."""
    told = evaluator.interpreter.read((GIVEN, name, event), evaluator.context)
    if told:
        evaluator.interpreter.calls.call(evaluator, told, Arguments(given), line)


def fill(evaluator: Evaluator, name: str, line: int) -> None:
    """The functions run that fill the fields of a table."""
    one = tables(evaluator.interpreter).named(name, evaluator.context)
    for said in list(one.fields.values()) if one is not None else ():
        for atom in said.filled:
            if isinstance(atom, Function):
                given = Arguments((row(evaluator, name),) if atom.function.parameters else ())
                evaluator.interpreter.calls.call(evaluator, atom.alone, given, line)


def archived(evaluator: Evaluator, name: str) -> str:
    """The table that keeps what the rows of a table were, if it has one."""
    one = tables(evaluator.interpreter).named(name, evaluator.context)
    return one.archive if one is not None else ""


HOOKS: Final = (Given(),)
NATIVES: Final[dict[str, Handler]] = {
    f"{CALLBACKS}.append": added,
    f"{CALLBACKS}.insert": added,
    f"{CALLBACKS}.extend": added,
}
