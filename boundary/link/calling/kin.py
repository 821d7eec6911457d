"""Which classes share what their objects keep?  Those of one kin: a class, those above it, and those below them.

A constructor keeps the name of a table (`self.table = table`), a method of a class below it makes a statement of it.
Like the functions that hand such names on (`carrying.py`) classes are found by name: one that many share is of no kin.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final, NamedTuple

from boundary.link.syntax.kinds import ASSIGN, FUNCTION, NAME
from boundary.link.syntax.walking import last_name

if TYPE_CHECKING:
    from collections.abc import Iterable

    from boundary.link.definitions.symbols import ClassInfo
    from boundary.model import code

CONSTRUCTOR: Final = "__init__"
FEW: Final = 2
"""A name that more classes share tells nothing apart."""


class KinClass(NamedTuple):
    """A class of the project: its name, those above it, its methods, and the fields that its body annotates."""

    name: str
    bases: tuple[str, ...]
    methods: tuple[code.Function, ...]
    fields: tuple[str, ...]

    @property
    def constructor(self) -> code.Function | None:
        """The constructor that the class defines itself."""
        return next((one for one in self.methods if one.name == CONSTRUCTOR), None)


class Kin:
    """Knows the classes of a program by name, and which of them are of one kin."""

    def __init__(self, classes: Iterable[ClassInfo] = ()) -> None:
        found: dict[str, list[KinClass]] = {}
        for cls in classes:
            if cls.node is not None and not cls.library:
                found.setdefault(cls.name, []).append(_described(cls.name, cls.node))
        self.named: dict[str, list[KinClass]] = {name: held for name, held in found.items() if len(held) <= FEW}
        self._first: dict[str, str] = {}
        for name, held in self.named.items():
            for base in (base for one in held for base in one.bases if base in self.named):
                self._first[self.of(name)] = self.of(base)

    def of(self, name: str) -> str:
        """The kin of a class by its name: the name of one of them."""
        while name in self._first and self._first[name] != name:
            name = self._first[name]
        return name

    def constructors(self, name: str) -> list[tuple[KinClass, code.Function]]:
        """The constructors that a class of a name has, its own or the first above it, each with whose it is."""
        found: list[tuple[KinClass, code.Function]] = []
        seen: set[str] = set()
        wanted = [name]
        while wanted:
            at = wanted.pop()
            for one in self.named.get(at, ()) if at not in seen else ():
                constructor = one.constructor
                if constructor is not None:
                    found.append((one, constructor))
                else:
                    wanted.extend(one.bases)
            seen.add(at)
        return found

    def fields(self, name: str) -> list[str]:
        """The fields that a class of a name annotates, those of the first class above it that annotates some ahead."""
        found: list[str] = []
        seen: set[str] = set()
        while name not in seen and name in self.named:
            seen.add(name)
            first = self.named[name][0]
            found = [*(one for one in first.fields if one not in found), *found]
            name = next((base for base in first.bases if base in self.named), "")
        return found


def _described(name: str, node: code.Class) -> KinClass:
    fields = [
        target.id
        for one in node.body
        if type(one) is ASSIGN and one.annotation is not None
        for target in one.targets
        if type(target) is NAME
    ]
    methods = tuple([one for one in node.body if type(one) is FUNCTION])
    return KinClass(name, tuple(map(last_name, node.bases)), methods, tuple(fields))
