"""How does a framework tell the linker what its names mean?

A framework file offers any of: `NATIVES`, handlers of functions by dotted name; `HOOKS`, rules for the objects of a
class of its skeleton and of all classes below it; `TOLD_OF`, how the names of modules begin that its rules speak for,
so that they are not read from the environment; `INSTEAD`, modules of which it speaks also where a project holds them;
`NAMING`, how functions are called that are told first whose rows are touched;
`NEEDS`, the packages without which its rules are not asked. `said` collects them by discovery, with the functions that
are rules by their names (`RULES`).
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, TypeAlias

from boundary.link.domain.values import BOTTOM, UNKNOWN

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from boundary.link.calling.arguments import Arguments
    from boundary.link.definitions.symbols import ClassInfo
    from boundary.link.domain.atoms import Atoms
    from boundary.link.domain.values import ClassAtom, Instance, Value
    from boundary.link.evaluator.evaluation import Evaluator
    from boundary.link.evaluator.interpreter import Interpreter


class NativeCall:
    """One call of something that the linker knows by itself."""

    __slots__ = ("arguments", "evaluator", "line", "name", "receiver")

    def __init__(self, evaluator: Evaluator, name: str, receiver: object, arguments: Arguments, line: int) -> None:
        self.evaluator = evaluator
        self.name = name
        self.receiver: Any = receiver
        """What the name was bound to by those who made the value: an atom, or what a decorator was given."""
        self.arguments = arguments
        self.line = line

    @property
    def first(self) -> Value:
        """The first argument, unknown where there is none."""
        return self.arguments.get(0, "") or UNKNOWN

    @property
    def interpreter(self) -> Interpreter:
        """The analysis under way."""
        return self.evaluator.interpreter

    @property
    def atoms(self) -> Atoms:
        """The maker of values."""
        return self.evaluator.atoms

    def instance_of(self, dotted: str) -> Value:
        """An object of a library's class, unknown where that is not read."""
        cls = self.interpreter.library_class(dotted)
        return self.atoms.instance(cls) if cls is not None else UNKNOWN


Handler: TypeAlias = "Callable[[NativeCall], Value | None]"
"""What a call of a native gives; None for unknown."""


class Hook:
    """Rules for instances and classes below one skeleton class; every method answers None for "no opinion"."""

    base: str = ""
    """The dotted name of the skeleton class."""
    distinct = False
    """Whether objects of the class, made at the top of a module or class, are kept apart."""
    lazy = False
    """Whether a test of one of these objects (`if orders:`) goes through it."""
    slices = False
    """Whether a slice of one of these objects is a list of its own."""
    holding = False
    """Whether what is stored in one of these objects is kept apart, too."""

    def attribute(self, evaluator: Evaluator, atom: Instance, name: str, line: int) -> Value | None:
        """`instance.name`, before the class is asked."""
        del evaluator, atom, name, line
        return None

    def missing(self, evaluator: Evaluator, atom: Instance, name: str, line: int) -> Value | None:
        """`instance.name`, where the class does not know it."""
        del evaluator, atom, name, line
        return None

    def unnamed(self, evaluator: Evaluator, atom: Instance) -> Value:
        """`getattr(instance, name)` with a name that is not known, as far as the class says anything of it."""
        del evaluator, atom
        return BOTTOM

    def every(self, evaluator: Evaluator, atom: Instance, line: int) -> Value:
        """`[getattr(instance, name) for name in dir(instance)]`, as far as asking for them does anything."""
        del evaluator, atom, line
        return BOTTOM

    def others(self, evaluator: Evaluator, atom: Instance) -> Iterable[str]:
        """The attributes that an instance has beside those that its classes define."""
        del evaluator, atom
        return ()

    def class_attribute(self, evaluator: Evaluator, atom: ClassAtom, name: str, line: int) -> Value | None:
        """`Class.name`, before the class is asked."""
        del evaluator, atom, name, line
        return None

    def descriptor(self, evaluator: Evaluator, holder: Instance, name: str, held: Instance, line: int) -> Value | None:
        """`holder.name` where the class attribute is `held`, an instance of the hook's class."""
        del evaluator, holder, name, held, line
        return None

    def store(self, evaluator: Evaluator, atom: Instance, name: str, value: Value, line: int) -> bool:
        """`instance.name = value`; True where that is all that happens."""
        del evaluator, atom, name, value, line
        return False

    def delete(self, evaluator: Evaluator, atom: Instance, name: str, line: int) -> None:
        """`del instance.name`."""

    def store_in_class(self, evaluator: Evaluator, atom: ClassAtom, name: str, value: Value, line: int) -> bool:
        """`Class.name = value`, which the class has from now on as well; whether it means what it meant before."""
        del evaluator, atom, name, value, line
        return False

    def construct(self, evaluator: Evaluator, cls: ClassInfo, arguments: Arguments, line: int) -> Value | None:
        """`Class(...)`."""
        del evaluator, cls, arguments, line
        return None

    def made(self, evaluator: Evaluator, cls: ClassInfo) -> None:
        """A call has made a class below the base."""
        del evaluator, cls

    def iterate(self, evaluator: Evaluator, atom: Instance, line: int) -> Value | None:
        """What iterating over (or indexing) an instance gives."""
        del evaluator, atom, line
        return None

    def item(self, evaluator: Evaluator, atom: Instance, index: Value) -> Value | None:
        """`instance[index]`, where that is another thing than what iterating gives."""
        del evaluator, atom, index
        return None

    def names(self, evaluator: Evaluator, atom: Instance) -> tuple[str, ...] | None:
        """The names that `in` finds in an instance."""
        del evaluator, atom
        return None

    def rows(self, evaluator: Evaluator, atom: ClassAtom, line: int) -> Value | None:
        """What iterating over (or indexing) a class gives."""
        del evaluator, atom, line
        return None
