"""Which constants still tell the callers of a crowded function apart?  Those of a parameter that is given few.

`get_serializer(model, prefix="")` has as many contexts as there are models, and no more for the two prefixes that
anybody asks for. Once it has too many, it is the models that were too many.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from boundary.link.calling.weigher import CONSTANTS
from boundary.link.domain.asking import is_constant
from boundary.link.domain.values import UNKNOWN, Container

if TYPE_CHECKING:
    from boundary.link.definitions.functions import FunctionInfo
    from boundary.link.domain.values import Value

FEW: Final = 3
"""A parameter that is given so many different constants keeps them."""


def few_constants(function: FunctionInfo) -> dict[str, frozenset[Value]]:
    """The parameters of a function that are given few constants, and which: those of its contexts so far."""
    found: dict[str, frozenset[Value]] = {}
    for name, weight in function.matters.items():
        if weight != CONSTANTS:
            continue
        given = {context.arguments.get(name, UNKNOWN) for context in function.contexts.values()}
        given.discard(UNKNOWN)
        if given and len(given) <= FEW and all(_is_plain(each) for each in given):
            found[name] = frozenset(given)
    return found


def keep_few(function: FunctionInfo, arguments: dict[str, Value], narrowed: dict[str, Value]) -> None:
    """Put the few constants that tell a function's callers apart back into `narrowed`."""
    for name, few in (function.lasting or {}).items():
        value = arguments.get(name, UNKNOWN)
        if value in few:
            narrowed[name] = value


def _is_plain(value: Value) -> bool:
    """Whether a value is one constant, or one collection of plain values: `{"get": "list", "post": "create"}`."""
    return is_constant(value) or (
        len(value) == 1 and all(isinstance(atom, Container) and not atom.objects for atom in value)
    )
