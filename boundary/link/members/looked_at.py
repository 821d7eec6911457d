"""Which collections does a function keep to itself, once it has made them?  What is empty then is filled by it alone.

`found = [field for field in fields if field.many_to_many]` stays as it is where loops go over `found` and tests ask for
it, and nothing else. `found = []` is filled where methods are called on it (`found.append(row)`), which is seen.
"""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING, Final

from boundary.link.syntax.kinds import (
    ASSIGN,
    ATTRIBUTE,
    CALL,
    FOR,
    IF,
    NAME,
    OPERATION,
    RETURN,
    SUBSCRIPT,
)
from boundary.link.syntax.scopes import bindings_of
from boundary.link.syntax.walking import nodes_in, variables_in
from boundary.model import code

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from boundary.link.definitions.functions import FunctionInfo
    from boundary.link.syntax.scopes import Binding

    Uses = Callable[[object], Iterator[code.Expression | None]]
    """What a node does to collections that it names, of one kind."""

LOOKING: Final = frozenset({"all", "any", "bool", "dict", "enumerate", "frozenset", "isinstance", "iter", "len", "list",
                            "max", "min", "print", "range", "repr", "set", "sorted", "str", "sum", "tuple", "type",
                            "zip"})  # fmt: skip
"""Builtins that leave a collection as it is, and keep no hold of it."""
EMPTY: Final = frozenset({"dict", "list", "set"})


def stays(function: FunctionInfo | None, made: code.Comprehension) -> bool:
    """Whether what a comprehension makes gets one name in a function, by which it is only looked at."""
    if function is None:
        return False
    named = [one.targets for one in nodes_in(function.body) if type(one) is ASSIGN and one.value is made]
    if len(named) != 1 or len(named[0]) != 1 or type(named[0][0]) is not NAME:
        return False
    return bool(_seen_whole(function.body, [named[0][0].id], _looked_at))


def _looked_at(node: object) -> Iterator[code.Expression | None]:
    """What a node looks at, and leaves as it is."""
    if type(node) is FOR or type(node) is code.Clause:
        yield node.iterable
    elif type(node) is IF:
        yield node.test
    elif type(node) is OPERATION and node.operator == "not":
        yield node.operands[0]
    elif type(node) is CALL and type(node.function) is NAME and node.function.id in LOOKING:
        yield from node.arguments


def filled_here(body: tuple[code.Statement, ...]) -> set[str]:
    """The variables that a body binds once, to a new collection that is empty, and knows by that name alone."""
    made = [name for name, bindings in bindings_of(body)[0].items() if len(bindings) == 1 and _is_new(bindings[0])]
    return _seen_whole(body, made, _filled_or_looked_at) if made else set()


def _seen_whole(body: tuple[code.Statement, ...], names: list[str], uses: Uses) -> set[str]:
    """Of names that a body binds once, those that it names nowhere else but in uses of one kind."""
    named, seen = Counter(variables_in(body)), Counter[str]()
    for node in nodes_in(body):
        if type(node) is code.Scope:
            named.update(node.names)
        seen.update([one.id for one in uses(node) if type(one) is NAME])
    return {name for name in names if named[name] == seen[name] + 1}


def _filled_or_looked_at(node: object) -> Iterator[code.Expression | None]:
    """What a node fills, takes from, or looks at."""
    yield from _filled(node)
    yield from _looked_at(node)


def _filled(node: object) -> Iterator[code.Expression | None]:
    """What a node fills, or takes something from, as is seen: `found.append(row)`, `found[key]`; or gives away last."""
    if type(node) is CALL and type(node.function) is ATTRIBUTE:
        yield node.function.value
    elif type(node) is SUBSCRIPT or type(node) is RETURN:
        yield node.value


def _is_new(binding: Binding) -> bool:
    """`found = []`, `found = set()`."""
    statement = binding.statement
    if type(statement) is not ASSIGN or len(statement.targets) != 1 or type(statement.targets[0]) is not NAME:
        return False
    match statement.value:
        case code.Display(items=()) | code.Mapping(values=()):
            return True
        case code.Call(function=code.Name(id=name), arguments=(), keywords=()):
            return name in EMPTY
        case _:
            return False
