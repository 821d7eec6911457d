"""Which type of Python's own does a test name, and what is of it?"""

from __future__ import annotations

import collections.abc
import numbers
from abc import ABCMeta
from types import FunctionType, GeneratorType, MethodType, ModuleType
from typing import TYPE_CHECKING, Final

from boundary.link.domain.values import ClassAtom, Constant, Container, Function, Member, ModuleAtom

if TYPE_CHECKING:
    from boundary.link.domain.values import Atom

PLAIN_VALUES: Final = frozenset(
    {"datetime.date", "datetime.datetime", "datetime.time", "datetime.timedelta", "decimal.Decimal", "uuid.UUID"}
)
"""Classes of the standard library from which no row, query or collection derives."""
_BUILT_IN: Final[tuple[type, ...]] = (
    *(list, tuple, dict, set, frozenset, str, int, float, complex, bool, bytes, bytearray, type, object),
)
_ABSTRACT: Final = (
    *("Callable", "Collection", "Container", "Hashable", "Iterable", "Iterator", "Mapping", "MutableMapping"),
    *("MutableSequence", "MutableSet", "Reversible", "Sequence", "Set", "Sized"),
)
TYPES: Final[dict[str, type]] = {
    **{f"builtins.{one.__name__}": one for one in _BUILT_IN},
    **{
        f"{module}.{name}": getattr(collections.abc, name)
        for module in ("collections.abc", "collections", "typing")
        for name in _ABSTRACT
    },
    **{f"typing.{one.__name__.capitalize()}": one for one in (list, tuple, dict)},
    "typing.AbstractSet": collections.abc.Set,
    "typing.FrozenSet": frozenset,
    "typing.Set": set,
    "typing.Text": str,
    "types.FunctionType": FunctionType,
    "types.GeneratorType": GeneratorType,
    "types.LambdaType": FunctionType,
    "types.MethodType": MethodType,
    "types.ModuleType": ModuleType,
    **{f"numbers.{one.__name__}": one for one in (numbers.Number, numbers.Real, numbers.Integral)},
}
"""By the dotted name that tests spell; the abstract ones say by themselves what is of them."""
COLLECTIONS: Final[dict[str, type]] = {"list": list, "tuple": tuple, "dict": dict, "set": set}
"""What a collection of a kind is of; nothing tells a frozen set from one that changes."""


def of_collection(kind: str, wanted: type) -> bool | None:
    """Whether a collection of a kind is of a type; None where the kind does not say."""
    cls = COLLECTIONS.get(kind)
    if cls is None or (cls is set and wanted is frozenset):
        return None
    return issubclass(cls, wanted)


def exactly(kind: str, wanted: type) -> bool | None:
    """Whether a type is that of a collection itself: of dicts and sets there are others that change them."""
    answer = of_collection(kind, wanted)
    return answer if answer is False or wanted in {list, tuple} else None


def is_of(atom: Atom, wanted: type) -> bool | None:
    """Whether an atom that is no object of the project's classes is of a type; None where it is not known."""
    if isinstance(atom, Container):
        return of_collection(atom.kind, wanted)
    if isinstance(atom, Constant):
        return isinstance(atom.value, wanted)
    if isinstance(atom, ClassAtom):  # its metaclass may say more than `type` does
        return issubclass(type, wanted) or (None if isinstance(wanted, ABCMeta) else False)
    if isinstance(atom, ModuleAtom):
        return issubclass(ModuleType, wanted)
    if isinstance(atom, Function) and not atom.traits:
        return issubclass(FunctionType if atom.receiver is None else MethodType, wanted)
    return None


def has(atom: Atom, name: str) -> bool | None:
    """Whether a constant or a collection has an attribute; None where it is not known what it is of."""
    if isinstance(atom, Constant):
        return None if isinstance(atom, Member) else hasattr(atom.value, name)
    cls = COLLECTIONS.get(atom.kind) if isinstance(atom, Container) else None
    return None if cls is None else hasattr(cls, name)


def of_object(wanted: type) -> bool | None:
    """Whether an object of a class that has no base but `object` is of a type: of an abstract one by its methods."""
    return True if wanted is object else None if isinstance(wanted, ABCMeta) else False
