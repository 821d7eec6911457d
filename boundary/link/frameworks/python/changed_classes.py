"""Which other class has an object been given?  `self.__class__ = Other`, after which it has that one's methods.

    self.__class__ = BACKENDS[name]
    row.__class__ = Proxy

Objects of a class are not told apart by what happened to each of them: all may be of the other class, too.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from boundary.link.domain.joining import join
from boundary.link.domain.values import BOTTOM, ClassAtom, Instance, by_age

if TYPE_CHECKING:
    from boundary.link.domain.values import Value
    from boundary.link.evaluator.evaluation import Evaluator
    from boundary.link.evaluator.interpreter import Interpreter

CLASS: Final = "__class__"


def change(interpreter: Interpreter, atom: Instance, name: str, value: Value) -> None:
    """An object is given the class that the value says, unless it is of that class anyway."""
    if name != CLASS:
        return
    told = [one for one in value if isinstance(one, ClassAtom)]
    if atom.cls.library or any(one.cls is atom.cls for one in told):
        return
    others = [one for one in told if not interpreter.classes.is_subclass(atom.cls, one.cls.dotted)]
    if others:
        interpreter.change_class(atom, frozenset(others))


def attribute(evaluator: Evaluator, atom: Instance, name: str, line: int) -> Value:
    """What an object has of the classes that those of its class have been given."""
    interpreter = evaluator.interpreter
    found = interpreter.changed_classes.get(atom.cls, BOTTOM)
    return join(
        interpreter.attributes.of_class(evaluator, changed, name, line)
        for one in by_age(found)
        if isinstance(one, ClassAtom)
        for changed in interpreter.atoms.instance(one.cls, guessed=atom.guessed, stored=atom.stored)
        if isinstance(changed, Instance)
    )
