"""What can a variable hold?  Abstract values: small sets of atoms, kept apart as the code keeps them apart.

An atom is one thing that the analysis can name: a class, an instance of a class, a manager of a model, a function with
what it is bound to, a constant. A `Value` is a frozen set of atoms; `ANY` in it stands for everything not understood.
Atoms are interned by `Atoms`, so that they compare and hash by identity.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any, Final, TypeVar

from boundary.link.domain.stating import pieces_state, states

if TYPE_CHECKING:
    from collections.abc import Hashable, Iterable

    from boundary.link.calling.contexts import Context
    from boundary.link.definitions.functions import FunctionInfo
    from boundary.link.definitions.symbols import ClassInfo, ModuleInfo
    from boundary.link.domain.cells import Cells


PLAIN_KEYS: Final = (str, bytes, int, float)
"""What the keys of dicts are that are neither objects nor classes."""
NO_JOINS: Final[frozenset[str]] = frozenset()
FEW: Final = 8
"""So many atoms are put in order sooner one by one."""


class Numbers:
    """The number of the atom that was made last."""

    __slots__ = ("last",)

    def __init__(self) -> None:
        self.last = 0


NUMBERS: Final = Numbers()


class Atom:
    """Base of all atoms; identity is equality. Hashed by order of making, so that no order depends on addresses."""

    __slots__ = ("alone", "number")

    def __init__(self) -> None:
        NUMBERS.last += 1
        self.number: int = NUMBERS.last
        self.alone: Value = frozenset((self,))
        """The value that is this atom and nothing else: one for all who ask, since most values are."""

    def __hash__(self) -> int:
        """The atom's number."""
        return self.number


class Anything(Atom):
    """The part of a value that is not understood."""

    __slots__ = ()

    def __repr__(self) -> str:
        return "?"


class Cut(Atom):
    """What else there may be of the project, where that is more than is kept apart: a loss by number, and counted."""

    __slots__ = ()

    def __repr__(self) -> str:
        return "?.."


class Constant(Atom):
    """A literal string, number, boolean or None; `states` tells a statement of SQL."""

    __slots__ = ("states", "value")

    def __init__(self, value: object) -> None:
        super().__init__()
        self.value = value
        self.states: bool = isinstance(value, str) and states(value)

    def __repr__(self) -> str:
        return f"{self.value!r}"


class Member(Constant):
    """A member of an enumeration: compares as its value, or by its name where that is no plain one."""

    __slots__ = ("acts", "cls", "held", "name")

    def __init__(self, cls: ClassInfo, name: str, value: object, held: Value, *, acts: bool) -> None:
        super().__init__(value)
        self.acts = acts
        """Whether its class defines methods."""
        self.cls = cls
        self.name = name
        self.held = held
        """What it was written with."""

    def __repr__(self) -> str:
        return f"<{self.cls.qualname}.{self.name}>"


class Pattern(Atom):
    """A string of which only pieces are known: `pieces` in order, None for a hole; `states` as of a constant."""

    __slots__ = ("_spelled", "pieces", "states")

    def __init__(self, pieces: tuple[str | None, ...]) -> None:
        super().__init__()
        self.pieces = pieces
        self.states: bool = pieces_state(pieces)
        self._spelled: re.Pattern[str] | None = None

    def fits(self, text: str) -> bool:
        """Whether the pieces stand in a text in this order, from its start to its end."""
        start = self.pieces[0]
        if start is not None and not text.startswith(start):
            return False
        if self._spelled is None:
            pieces = [".*" if piece is None else re.escape(piece) for piece in self.pieces]
            self._spelled = re.compile("".join(pieces), re.DOTALL)
        return self._spelled.fullmatch(text) is not None

    def __repr__(self) -> str:
        return "f" + repr("".join("{}" if piece is None else piece for piece in self.pieces))


class ModuleAtom(Atom):
    """A module of the monolith, of a library skeleton or of the environment."""

    __slots__ = ("module",)

    def __init__(self, module: ModuleInfo) -> None:
        super().__init__()
        self.module = module

    def __repr__(self) -> str:
        return f"<module {self.module.name}>"


class External(Atom):
    """Something outside the code that is read, by its dotted name: `requests.get`, `requests.get()`."""

    __slots__ = ("dotted",)

    def __init__(self, dotted: str) -> None:
        super().__init__()
        self.dotted = dotted

    def __repr__(self) -> str:
        return f"<{self.dotted}>"


class Present(Atom):
    """A plain value that is neither None nor false: the key of a stored row."""

    __slots__ = ()

    def __repr__(self) -> str:
        return "present"


class Plain(Present):
    """A number, a text or their like where an object may be, too: an annotation says so (`order: Order | int`)."""

    __slots__ = ()

    def __repr__(self) -> str:
        return "plain"


class ClassAtom(Atom):
    """A class as a value."""

    __slots__ = ("cls",)

    def __init__(self, cls: ClassInfo) -> None:
        super().__init__()
        self.cls = cls

    def __repr__(self) -> str:
        return f"<class {self.cls.qualname}>"


class Instance(Atom):
    """An instance of `cls`.

    `exact`: of this class itself, not of a subclass. `guessed`: believed by its name only. `model`: for a manager or a
    queryset, the model of its rows; `relation`: the relation through which a related manager was reached; `rows` is
    "values" where a queryset yields dictionaries or tuples; `joins`: the tables that a queryset reads beside those of
    its model. `stored`: True for an object that comes from the database, so that its row exists, False for one made in
    the code. `site`: tells objects of one class apart that must not be confused (signals).
    """

    __slots__ = ("apart", "cells", "cls", "exact", "guessed", "joins", "model", "relation", "rows", "site", "stored")

    def __init__(  # noqa: PLR0913 - one value, spelled out
        self,
        cls: ClassInfo,
        *,
        exact: bool,
        guessed: bool,
        model: ClassInfo | None,
        relation: object | None,
        rows: str,
        site: Hashable,
        joins: frozenset[str],
        stored: bool | None,
    ) -> None:
        super().__init__()
        self.cls = cls
        self.exact = exact
        self.guessed = guessed
        self.model = model
        self.relation = relation
        self.rows = rows
        self.site = site
        self.apart = isinstance(site, tuple) and site[0] == "made"
        """Whether it is kept apart by what it was made of."""
        self.cells: Cells = {} if self.apart else cls.cells
        """Where its attributes are stored: with its class, or with itself where it is kept apart."""
        self.joins = joins
        self.stored = stored

    def __repr__(self) -> str:
        of = f" of {self.model.qualname}" if self.model else ""
        return f"<{self.cls.qualname}{of}{'' if self.exact else '+'}{'?' if self.guessed else ''}>"


class Function(Atom):
    """A function with its receiver, the context in which it was defined and whether a task queue runs it."""

    __slots__ = ("closure", "function", "receiver", "traits")

    def __init__(
        self,
        function: FunctionInfo,
        receiver: Atom | None,
        closure: Context | None,
        traits: frozenset[Hashable],
    ) -> None:
        super().__init__()
        self.function = function
        self.receiver = receiver
        self.closure = closure
        self.traits = traits

    def __repr__(self) -> str:
        return f"<function {self.function.dotted} of {self.receiver!r}>"


class Native(Atom):
    """A callable that the linker knows by itself, with what it is bound to: `list.append`, `functools.partial`."""

    __slots__ = ("name", "receiver")

    def __init__(self, name: str, receiver: Hashable) -> None:
        super().__init__()
        self.name = name
        self.receiver: Any = receiver
        """What those who make this kind of value keep with it, and read again."""

    def __repr__(self) -> str:
        return f"<native {self.name} of {self.receiver!r}>"


METHODS: Final[frozenset[str]] = frozenset({"property", "classmethod", "staticmethod"})
"""The kinds of `Wrapped` that the function of a class stands behind."""


class Wrapped(Atom):
    """A value behind something: "property", "classmethod", "staticmethod", "atomic", "partial", "super" ..."""

    __slots__ = ("depth", "extra", "inner", "kind")

    def __init__(self, kind: str, inner: Value, extra: Hashable, depth: int = 1) -> None:
        super().__init__()
        self.depth = depth
        """How many of its kind are inside one another."""
        self.kind = kind
        self.inner = inner
        self.extra: Any = extra
        """What those who make this kind of value keep with it, and read again."""

    def __repr__(self) -> str:
        return f"<{self.kind} {set(self.inner)} {self.extra!r}>"


class Container(Atom):
    """A list, tuple, set, dict or generator.

    `element` joins everything in it; `entries` keeps the members apart where they are known: a tuple of values by
    position, or pairs of key and value. `depth` counts the collections inside one another; `objects` says whether
    anything but plain values is in it at any depth (a statement of SQL is more), `functions` whether functions are. All
    three are found when it is made: collections share their parts, so that a walk through all of them takes exponential
    time.
    """

    __slots__ = ("depth", "element", "entries", "functions", "kind", "loose", "objects", "under")

    def __init__(self, kind: str, element: Value, entries: tuple[Any, ...] | None, inside: int = -1) -> None:
        super().__init__()
        self.kind = kind
        self.element = element
        self.entries = entries
        self.depth: int = 1 + (inside if inside >= 0 else nesting(element, entries))
        self.objects: bool = any(_is_object(each) for each in element) or (
            kind == "dict" and entries is not None and any(_holds_object(key) for key, _ in entries)
        )
        self.functions: bool = any(
            atom.functions if isinstance(atom, Container) else isinstance(atom, Function) for atom in element
        )
        self.under: dict[str, Value] | None = None
        """What a large dict holds under each text, once somebody has asked for one (`keys.held_under`)."""
        self.loose: tuple[tuple[Hashable, Value], ...] = ()
        """What it holds under other keys, from then on."""

    def __repr__(self) -> str:
        return f"<{self.kind} {self.entries if self.entries is not None else set(self.element)}>"


class Super(Atom):
    """`super()` in a method of `cls`, for `receiver`."""

    __slots__ = ("cls", "receiver")

    def __init__(self, cls: ClassInfo, receiver: Atom) -> None:
        super().__init__()
        self.cls = cls
        self.receiver = receiver

    def __repr__(self) -> str:
        return f"<super of {self.cls.qualname} for {self.receiver!r}>"


def _holds_object(key: object) -> bool:
    """Whether the key of a dict stands for objects or is a class, or is a tuple with one of them (`keys.py`)."""
    if isinstance(key, tuple):
        return any(_holds_object(each) for each in key)
    return key is not None and not isinstance(key, PLAIN_KEYS) and not isinstance(key, Pattern)


def _is_object(atom: Atom) -> bool:
    """Whether an atom is more than a plain value; flags count, for they decide branches, and statements, which act."""
    if isinstance(atom, Container):
        return atom.objects
    if isinstance(atom, Constant):
        return isinstance(atom.value, bool) or atom.states
    if isinstance(atom, Pattern):
        return atom.states
    return not isinstance(atom, (Present, External, Anything, Cut))


Value = frozenset[Atom]
ANY: Final = Anything()
BOTTOM: Final[Value] = frozenset()
UNKNOWN: Final[Value] = ANY.alone
CUT: Final = Cut()
TOO_MANY: Final[Value] = frozenset((ANY, CUT))
"""Nothing that is understood: there are more alternatives than are kept apart."""
SOME_ROW: Final = Cut()
ANY_ROW: Final[Value] = frozenset((ANY, SOME_ROW))
"""A row that may be of more models than are kept apart. What else a value may be stays, and others are added to it."""
PRESENT: Final[Value] = Present().alone
OR_PLAIN: Final[Value] = Plain().alone
NO_TRAITS: Final[frozenset[Hashable]] = frozenset()


def nesting(element: Value, entries: tuple[Any, ...] | None) -> int:
    """How many collections are inside one another in what a collection holds."""
    found = _deepest(element, 0)
    if entries is not None and ANY in element:  # the join of many members may not hold each of them
        for entry in entries:
            found = _deepest(entry[1] if isinstance(entry, tuple) else entry, found)
    return found


def _deepest(value: Value, found: int) -> int:
    for atom in value:
        if isinstance(atom, Container) and atom.depth > found:
            found = atom.depth
    return found


Made = TypeVar("Made", bound=Atom)


def by_age(atoms: Iterable[Made]) -> list[Made]:
    """Atoms in the order in which they were made, which is the same in every run; that of a set says nothing."""
    found = list(atoms)
    if len(found) > FEW:
        return sorted(found, key=lambda one: one.number)
    for end in range(1, len(found)):  # most values are of two or three
        one, place = found[end], end
        while place and found[place - 1].number > one.number:
            found[place] = found[place - 1]
            place -= 1
        found[place] = one
    return found


def made_of(atoms: list[Atom]) -> Value:
    """The value that is any of these atoms."""
    return atoms[0].alone if len(atoms) == 1 else frozenset(atoms)
