"""What does a page of the admin show of each row?  `list_display` and `readonly_fields`, one name after the other.

A name is a method of the page, which is handed the row, or an attribute or method of the row's own; a function, or an
object that is called like one, is handed the row. They are asked here, so that no two pages are taken for one, and no
name is lost among many.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from boundary.link.calling.arguments import NO_ARGUMENTS, Arguments
from boundary.link.domain.values import UNKNOWN, Constant, Container, Function, Instance, Wrapped, by_age
from boundary.link.members import containers

if TYPE_CHECKING:
    from boundary.link.domain.values import Atom, Value
    from boundary.link.frameworks.protocol import Handler, NativeCall


CALLED: Final = (Function, Instance, Wrapped)
"""What is called with the row where it stands in the list itself: a function, or an object like one."""


def show_columns(call: NativeCall) -> Value:
    """`__show_columns__(names, row, page)`."""
    row, page = call.arguments.get(1, "") or UNKNOWN, call.arguments.get(2, "") or UNKNOWN
    for atom in by_age(call.first):
        for member in containers.parts(atom) if isinstance(atom, Container) else []:
            for one in by_age(member):
                if isinstance(one, Constant) and isinstance(one.value, str):
                    _show(call, one.value, row, page)
                elif isinstance(one, CALLED):
                    _ask(call, one.alone, row)
    return call.atoms.none


def _show(call: NativeCall, name: str, row: Value, page: Value) -> None:
    attributes = call.interpreter.attributes
    if any(_has(call, one, name) for one in page):
        _ask(call, attributes.get(call.evaluator, page, name, call.line), row)
        return
    for part in [name] if name.startswith("__") else name.split("__"):
        row = attributes.get(call.evaluator, row, part, call.line)
    functions = frozenset(one for one in row if isinstance(one, Function))
    if functions:
        call.interpreter.calls.call(call.evaluator, functions, NO_ARGUMENTS, call.line)


def _has(call: NativeCall, page: Atom, name: str) -> bool:
    return isinstance(page, Instance) and call.interpreter.classes.lookup(page.cls, name)[0] is not None


def _ask(call: NativeCall, function: Value, row: Value) -> None:
    call.interpreter.calls.call(call.evaluator, function, Arguments((row,)), call.line)


NATIVES: Final[dict[str, Handler]] = {"builtins.__show_columns__": show_columns}
