"""Which views are there for those below them alone?  Classes that nothing names but the bases of others.

Requests come to views that code routes by their names: `OrderList.as_view()`, `router.register("orders", Orders)`. A
class that the project only extends, and below which it routes others, answers none: followed by itself it would do
with all models at once what each of those does with its own.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from boundary.link.domain.values import UNKNOWN, ClassAtom
from boundary.link.syntax.kinds import ASSIGN, ATTRIBUTE, CALL, CLASS, CONSTANT, NAME, parts_of

if TYPE_CHECKING:
    from boundary.link.definitions.symbols import ClassInfo
    from boundary.link.domain.values import Value
    from boundary.link.evaluator.interpreter import Interpreter
    from boundary.link.frameworks.protocol import Handler, NativeCall

ROUTED: Final = "requests are routed to it"
NAMED: Final = "names that are more than those of bases"


def note(cls: ClassInfo) -> None:
    """Requests are routed to a class."""
    cls.data[ROUTED] = True


def is_base_alone(interpreter: Interpreter, cls: ClassInfo) -> bool:
    """Whether requests are routed to classes below one, and none to that itself."""
    if ROUTED in cls.data or not any(not one.library for one in cls.subclasses):
        return False
    if not any(ROUTED in one.data for one in interpreter.classes.below(cls)):
        return False
    return cls.name not in _named(interpreter)


def _named(interpreter: Interpreter) -> frozenset[str]:
    """All names and texts in the project, but for the bases of classes (found once)."""
    held: frozenset[str] | None = interpreter.frameworks.state.get(NAMED)
    if held is None:
        found: set[str] = set()
        stack: list[object] = [one.body for one in interpreter.program.modules.values() if not one.library]
        while stack:
            node = stack.pop()
            kind = type(node)
            if kind is tuple:
                stack.extend(node)  # type: ignore[arg-type]
            elif type(node) is NAME:
                found.add(node.id)
            elif type(node) is CONSTANT:
                if type(node.value) is str:
                    found.add(node.value.rpartition(".")[2])
            elif type(node) is CLASS:
                stack += (node.decorators, node.keywords, node.body)
            elif not _says_nothing(node):
                if type(node) is ATTRIBUTE:
                    found.add(node.name)
                stack += parts_of(node)
        held = interpreter.frameworks.state[NAMED] = frozenset(found)
    return held


def _says_nothing(node: object) -> bool:
    """Whether names and texts in a node lead nobody to a class: `super(OrderView, self)`, `__all__ = ["OrderView"]`."""
    if type(node) is CALL:
        return type(node.function) is NAME and node.function.id == "super"
    return type(node) is ASSIGN and any(type(one) is NAME and one.id == "__all__" for one in node.targets)


def mounted(call: NativeCall) -> Value:
    """`__mounted__(cls)`: requests are routed to a class."""
    for atom in call.first:
        if isinstance(atom, ClassAtom):
            note(atom.cls)
    return UNKNOWN


NATIVES: Final[dict[str, Handler]] = {"builtins.__mounted__": mounted}
