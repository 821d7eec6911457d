"""How does an object in the body of a class learn its name there?  `__set_name__`, once the class is defined.

Descriptors ask by that name for what they stand for (`getattr(instance.row, self.name)`), and what describes a class
enters itself into a registry of it. Each such object is kept apart by where it stands.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from boundary.link.calling.arguments import Arguments
from boundary.link.domain.values import Instance
from boundary.link.syntax.kinds import ASSIGN, CALL

if TYPE_CHECKING:
    from boundary.link.definitions.symbols import ClassInfo
    from boundary.link.evaluator.evaluation import Evaluator
    from boundary.link.evaluator.interpreter import Interpreter

TELLS: Final = "__set_name__"
STATE: Final = "whether objects learn their names"


def learns(interpreter: Interpreter, cls: ClassInfo) -> bool:
    """Whether the objects of a class of the project's are told what they are called in the bodies of others."""
    if cls.library or not _any_learns(interpreter):
        return False
    owner, _ = interpreter.classes.lookup(cls, TELLS)
    return owner is not None and not owner.library and not any(one.library for one in interpreter.classes.mro(cls))


def tell_members(interpreter: Interpreter, evaluator: Evaluator, cls: ClassInfo) -> None:
    """A class is defined: what its body makes is told the class and its name there."""
    if not _any_learns(interpreter):
        return
    for name, bindings in cls.bindings.items():
        made = [one.statement.value for one in bindings if type(one.statement) is ASSIGN]
        if any(type(value) is CALL for value in made):
            _tell(interpreter, evaluator, cls, name)


def _tell(interpreter: Interpreter, evaluator: Evaluator, cls: ClassInfo, name: str) -> None:
    told = Arguments((interpreter.atoms.class_(cls), interpreter.atoms.constant(name)))
    for atom in interpreter.classes.own(cls, name):
        if isinstance(atom, Instance) and learns(interpreter, atom.cls):
            method = interpreter.attributes.get(evaluator, atom.alone, TELLS, cls.line)
            interpreter.calls.call(evaluator, method, told, cls.line)


def _any_learns(interpreter: Interpreter) -> bool:
    """Whether any class of the project says `__set_name__` at all."""
    held: bool | None = interpreter.frameworks.state.get(STATE)
    if held is None:
        held = any(TELLS in one.bindings for one in interpreter.program.classes if not one.library)
        interpreter.frameworks.state[STATE] = held
    return held
