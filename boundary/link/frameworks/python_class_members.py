"""Which functions does a class hold?  What a decorator of classes goes through, to wrap each: `vars(cls).items()`.

`cls.__dict__`, `dir(cls)` and `inspect.getmembers(cls, inspect.isfunction)` tell them, too. Only functions are told:
what else a class holds by any name says nothing. `dir` and `getmembers` know those of its bases.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from boundary.link import containers
from boundary.link.joining import join
from boundary.link.kinds import FUNCTION
from boundary.link.values import ClassAtom

if TYPE_CHECKING:
    from boundary.link.evaluation import Evaluator
    from boundary.link.values import Value


def class_in(value: Value) -> ClassAtom | None:
    """The one class of the project that a value is."""
    if len(value) != 1:
        return None
    (atom,) = value
    return atom if isinstance(atom, ClassAtom) and not atom.cls.library else None


def _functions(evaluator: Evaluator, atom: ClassAtom, *, inherited: bool) -> list[tuple[Value, Value]]:
    """The names of functions, each with what the class has under it; none where they are many."""
    classes = evaluator.interpreter.classes
    found: dict[str, Value] = {}
    for cls in reversed(classes.mro(atom.cls)) if inherited else (atom.cls,):
        for name, bindings in cls.bindings.items() if not cls.library else ():
            if any(type(one.statement) is FUNCTION for one in bindings):
                found[name] = classes.own(cls, name)
    few = found if len(found) <= containers.MOST_ENTRIES else {}
    return [(evaluator.atoms.constant(name), value) for name, value in few.items()]


def contents(evaluator: Evaluator, atom: ClassAtom) -> Value:
    """`vars(cls)`, `cls.__dict__`."""
    return containers.make_dict(evaluator, _functions(evaluator, atom, inherited=False))


def names(evaluator: Evaluator, atom: ClassAtom) -> Value:
    """`dir(cls)`."""
    found = [name for name, _ in _functions(evaluator, atom, inherited=True)]
    return containers.make(evaluator, "list", found)


def pairs(evaluator: Evaluator, atom: ClassAtom) -> Value:
    """`inspect.getmembers(cls, inspect.isfunction)`."""
    rows = [
        evaluator.atoms.container("tuple", join(pair), pair) for pair in _functions(evaluator, atom, inherited=True)
    ]
    return containers.make(evaluator, "list", rows)


HOOKS: Final = ()
