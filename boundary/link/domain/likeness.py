"""What are objects of too many kinds?  Any of the nearest class of the project that they share.

A registry of thirty plugins, each of a class of its own, gives one of them: no value holds as many, so nothing would
be known of it. As an object of the class that all of them extend it is called as any of these may be.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from boundary.link.domain.joining import WIDEST
from boundary.link.domain.values import Instance

if TYPE_CHECKING:
    from boundary.link.definitions.symbols import ClassInfo
    from boundary.link.domain.values import Value
    from boundary.link.evaluator.evaluation import Evaluator


def of_shared_class(evaluator: Evaluator, value: Value) -> Value:
    """A value in which too many plain objects of the project are one of the class that they share, where they do."""
    if len(value) <= 2 * WIDEST:
        return value
    mro = evaluator.interpreter.classes.mro
    objects = {atom for atom in value if isinstance(atom, Instance) and not any(one.library for one in mro(atom.cls))}
    if len(objects) <= 2 * WIDEST:
        return value
    shared = _nearest([mro(atom.cls) for atom in objects])
    if shared is None:
        return value
    guessed = all(atom.guessed for atom in objects)
    return (value - objects) | evaluator.atoms.instance(shared, exact=False, guessed=guessed)


def _nearest(lines: list[list[ClassInfo]]) -> ClassInfo | None:
    """The class in all of these lines that has the most above it itself."""
    shared = set(lines[0]).intersection(*lines[1:])
    return max(shared, key=lambda cls: (len(cls.mro or ()), cls.module.name, cls.qualname), default=None)
