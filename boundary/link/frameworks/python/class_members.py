"""What does a class hold, for code that goes through all of it?  `vars(cls)`, `dir(cls)`, `getmembers(cls)`.

A decorator of classes that makes each public method a transaction, a registry of the methods that are marked: they ask
a class for what stands in it, and set or call one after the other. Special methods are not told, nor what libraries
add to it. What begins with two underscores bears the name of its class before it (`_Base__options`): each class of a
hierarchy has its own, and a function that merges them (`__table_args__`) asks for all.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from boundary.link.calling.arguments import Arguments
from boundary.link.domain.asking import truth
from boundary.link.domain.joining import join
from boundary.link.domain.values import BOTTOM, UNKNOWN, ClassAtom, Function, Instance, Wrapped
from boundary.link.members import containers

if TYPE_CHECKING:
    from boundary.link.definitions.symbols import ClassInfo
    from boundary.link.domain.values import Atom, Value
    from boundary.link.evaluator.evaluation import Evaluator

MOST_NAMES: Final = 400
"""So many names of one class are told one by one, more than any other list: what goes through them picks a few."""


def class_in(value: Value) -> ClassInfo | None:
    """The one class of the project that is asked."""
    if len(value) != 1:
        return None
    (atom,) = value
    return atom.cls if isinstance(atom, ClassAtom) and not atom.cls.library else None


def as_dict(evaluator: Evaluator, cls: ClassInfo) -> Value:
    """`vars(cls)`, `cls.__dict__`: what a class defines and is given, by name; unknown where that is much."""
    interpreter = evaluator.interpreter
    held = {name: interpreter.classes.own(cls, name) for name in _defined(cls)}
    if len(held) > containers.MOST_ENTRIES:
        return UNKNOWN
    for name in sorted(map(str, interpreter.class_names)):
        stored = interpreter.read(("class", cls, name), evaluator.context)
        if stored:
            held[name] = join((held.get(name, BOTTOM), stored))
    return containers.make_dict(evaluator, [(evaluator.atoms.constant(name), value) for name, value in held.items()])


def names(evaluator: Evaluator, cls: ClassInfo) -> Value:
    """`dir(cls)`: the names, inherited ones too."""
    held = [evaluator.atoms.constant(name) for name in _inherited(evaluator, cls)]
    return evaluator.atoms.container("list", join(held), tuple(held) if len(held) <= MOST_NAMES else ())


def pairs(evaluator: Evaluator, cls: ClassInfo, test: Value) -> Value:
    """`inspect.getmembers(cls, inspect.isfunction)`: the same, each with the method."""
    held = {name: evaluator.interpreter.classes.lookup(cls, name)[1] for name in _inherited(evaluator, cls)}
    return _passing(evaluator, held, test)


def methods(evaluator: Evaluator, atom: Instance, test: Value) -> Value:
    """`inspect.getmembers(self, is_step)`: the methods that an object has, by name; unknown where these are many."""
    held = {
        name: evaluator.interpreter.attributes.of(evaluator, atom, name, 0)
        for name in _inherited(evaluator, atom.cls)
        if any(map(_is_method, evaluator.interpreter.classes.lookup(atom.cls, name)[1]))
    }
    return UNKNOWN if len(held) > containers.MOST_ENTRIES else _passing(evaluator, held, test)


def _is_method(atom: Atom) -> bool:
    return isinstance(atom, Function) or (isinstance(atom, Wrapped) and atom.kind in {"staticmethod", "classmethod"})


def _passing(evaluator: Evaluator, held: dict[str, Value], test: Value) -> Value:
    """Pairs of a name and what bears it, but for what a test of the project turns down."""
    own = frozenset(atom for atom in test if isinstance(atom, Function) and not atom.function.library)
    rows = [
        containers.make(evaluator, "tuple", [evaluator.atoms.constant(name), value])
        for name, value in held.items()
        if not own or truth(evaluator.interpreter.calls.call(evaluator, own, Arguments((value,)), 0)) is not False
    ]
    return containers.make(evaluator, "list", rows)


def _inherited(evaluator: Evaluator, cls: ClassInfo) -> list[str]:
    above = [one for one in evaluator.interpreter.classes.mro(cls) if not one.library]
    return list(dict.fromkeys(name for one in above for name in _defined(one)))


def _defined(cls: ClassInfo) -> list[str]:
    private = f"_{cls.name.lstrip('_')}"
    return [
        private + name if name.startswith("__") else name
        for name in cls.bindings
        if not (name.startswith("__") and name.endswith("__"))
    ]


def private_in(evaluator: Evaluator, value: Value, name: str) -> Value:
    """What `getattr(cls, "_Base__options")` gives: `__options` of that base; nothing if the name is no such name."""
    cls = class_in(value) if name.startswith("_") and "__" in name else None
    for one in evaluator.interpreter.classes.mro(cls) if cls is not None else ():
        own = name.removeprefix(f"_{one.name.lstrip('_')}")
        if own != name and own.startswith("__") and own in one.bindings:
            return evaluator.interpreter.attributes.get(evaluator, evaluator.atoms.class_(one), own, 0)
    return BOTTOM
