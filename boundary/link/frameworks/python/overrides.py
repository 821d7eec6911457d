"""What does an object of no exact class run?  Its method as each class below redefines it, however many there are.

A base of two hundred plugins calls `self.run()`: any of them may be meant. A value holds the first overrides; those
beyond stand behind one name in it, and are called where that is. Of classes (`model = Order`, a `Meta`) a value holds
more; where there are more than that, none is meant, and that is told.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from boundary.link.domain.joining import MOST_KEPT, join
from boundary.link.domain.values import BOTTOM, TOO_MANY, UNKNOWN, ClassAtom, Function, Instance, Wrapped

if TYPE_CHECKING:
    from boundary.link.definitions.symbols import ClassInfo
    from boundary.link.domain.values import Value
    from boundary.link.evaluator.evaluation import Evaluator
    from boundary.link.evaluator.interpreter import Interpreter
    from boundary.link.frameworks.protocol import Handler, NativeCall

MOST_SUBCLASSES: Final = 12
"""A value holds what so many classes make of a name."""
FURTHER: Final = "object.further_overrides"
"""What the others make of it."""
READ: Final = frozenset({"property", "classproperty"})
"""What runs when it is read."""


def overrides(evaluator: Evaluator, atom: Instance, name: str, line: int, owner: ClassInfo | None) -> list[Value]:
    """An attribute as the classes below that of an object redefine it, all but `owner`."""
    found: list[Value] = []
    for cls, giver in _redefining(evaluator.interpreter, atom, name, owner):
        further = len(found) >= MOST_SUBCLASSES
        if further and all(_is_called(each) for each in evaluator.interpreter.classes.own(giver, name)):
            found.append(evaluator.atoms.native(FURTHER, (atom, name, owner)))
            break
        given = _override(evaluator, atom, (cls, giver), name, line)
        if further and not all(isinstance(each, ClassAtom) for each in given):
            found.append(TOO_MANY if any(isinstance(each, (ClassAtom, Instance)) for each in given) else UNKNOWN)
            break
        if len(found) >= MOST_KEPT:
            return [TOO_MANY]
        found.append(given)
    return found


def _redefining(
    interpreter: Interpreter, atom: Instance, name: str, owner: ClassInfo | None
) -> list[tuple[ClassInfo, ClassInfo]]:
    """The classes below that of an object that have another definition of a name than `owner`'s, and where it is."""
    return [held for held in interpreter.classes.redefining(atom.cls, name) if held[1] is not owner]


def _override(evaluator: Evaluator, atom: Instance, held: tuple[ClassInfo, ClassInfo], name: str, line: int) -> Value:
    """The attribute of an object of one of these classes, as the other one defines it."""
    cls, giver = held
    (below,) = evaluator.atoms.instance(cls, exact=False, guessed=atom.guessed, model=atom.model)
    assert isinstance(below, Instance)  # noqa: S101 - an instance was just made
    attributes = evaluator.interpreter.attributes
    before, evaluator.confidence = evaluator.confidence, "inferred"
    try:
        found = evaluator.interpreter.classes.own(giver, name)
        return join(attributes.from_instance(evaluator, one, below, name, line) for one in found)
    finally:
        evaluator.confidence = before


def _is_called(one: object) -> bool:
    return isinstance(one, Function) or (isinstance(one, Wrapped) and one.kind not in READ)


def call_further(call: NativeCall) -> Value | None:
    """Call the overrides that no value holds; where nothing comes to a table, those that one holds are enough."""
    if call.interpreter.effort.strained:
        return None
    atom, name, owner = call.receiver
    redefining = _redefining(call.interpreter, atom, name, owner)
    found = [
        _override(call.evaluator, atom, (cls, giver), name, call.line)
        for cls, giver in redefining[MOST_SUBCLASSES:]
        if all(_is_called(each) for each in call.interpreter.classes.own(giver, name))
    ]
    every = BOTTOM.union(*found)  # `join` keeps no more than a value holds
    return call.interpreter.calls.call(call.evaluator, every, call.arguments, call.line) if every else None


NATIVES: Final[dict[str, Handler]] = {FURTHER: call_further}
