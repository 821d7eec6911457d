"""What did valgrind count?  The instructions of each function, and what it asks of the interpreter itself.

Callgrind writes the cost of every function and of every call from one to another. Of a compiled function counts what
it does itself, and what the functions of libpython take that it calls: a set that is joined, an attribute of a node.
What comes back into Python from there (a callback, an iterator) is left to the function that it is.

Format: https://valgrind.org/docs/manual/cl-format.html
"""

from __future__ import annotations

import re
from collections import Counter
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Iterable

_NAMED = re.compile(r"\((\d+)\)(?: (.*))?")
_RECURSION = re.compile(r"'\d+$")
_COMPILED = ("CPyDef_", "CPyPy_")
"""How mypyc calls what it makes of functions, and what the interpreter calls these by."""
_COMES_BACK = re.compile(
    "Vectorcall|vectorcall|PyObject_Call|_PyEval|_PyFunction|slot_tp|type_call|PyIter|builtin_|map_next|enum_next"
    "|PySequence_(?:List|Tuple)|list___init|set_new|frozenset|method_vec|cfunction_"
)
"""What may run Python again."""


class Spent(NamedTuple):
    """What a function took: instructions of its own and of the interpreter for it, and how often it was called."""

    instructions: int
    calls: int


class Profile(NamedTuple):
    """What a run took in all, and each compiled function of it."""

    total: int
    functions: dict[str, Spent]


def read(lines: Iterable[str]) -> Profile:
    """The profile that a file of callgrind holds."""
    names: dict[str, str] = {}
    own: Counter[str] = Counter()
    calls: Counter[str] = Counter()
    total = count = 0
    function = callee = ""
    for line in lines:
        kind, _, rest = line.rstrip("\n").partition("=")
        if kind == "fn":
            function = _name(rest, names)
        elif kind == "cfn":
            callee = _name(rest, names)
        elif kind == "calls":
            count = int(rest.split()[0])
        elif line[:1] in "0123456789+-*" and len(parts := line.split()) > 1:
            cost = int(parts[1])
            if not callee:
                total += cost
            else:
                calls[callee] += count
            if function.startswith(_COMPILED) and (not callee or _is_asked(callee)):
                own[function] += cost
            callee = ""
    return Profile(total, {name: Spent(cost, calls[name]) for name, cost in own.items()})


def _name(written: str, names: dict[str, str]) -> str:
    """A function's name, which is spelled where it comes first; each depth of a recursion counts for it."""
    found = _NAMED.fullmatch(written)
    if found is None:
        return _RECURSION.sub("", written)
    number, name = found.groups()
    if name is not None:
        names[number] = _RECURSION.sub("", name)
    return names[number]


def _is_asked(callee: str) -> bool:
    """Whether what a call takes is the caller's doing."""
    return not callee.startswith(_COMPILED) and _COMES_BACK.search(callee) is None
