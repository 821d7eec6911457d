"""What does a function of a migration do, as it is written?  The calls that are its statements, one after the other.

A loop over what is written out is gone through item by item (`for old, new in RENAMED: op.rename_table(old, new)`), and
functions of the module that it calls are gone into with what they are handed. Both ways of a branch are gone.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from boundary.link.sql.written import UNKNOWN, assign, bind, closed, items_of
from boundary.link.syntax.kinds import (
    ASSIGN,
    ATTRIBUTE,
    CALL,
    CLASS,
    EVALUATE,
    FOR,
    FUNCTION,
    NAME,
    RETURN,
    SUBSCRIPT,
    WITH,
)
from boundary.link.syntax.scopes import blocks
from boundary.link.syntax.walking import given, last_name

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from boundary.link.sql.written import Constants
    from boundary.model import code

    Step = tuple[code.Call, Constants]
    """A call, and what names stand for where it is made: to be asked before the next step is."""

MOST: Final = 5_000
"""A migration of more statements, those of a loop counted for each item, is not read to its end."""
NORMAL: Final = frozenset({"positional", "normal"})


class Steps:
    """The calls that functions of one module make.

    Args:
        body: the statements of the module, and of the class whose functions are meant.
        known: what the names of the module stand for.
    """

    def __init__(self, body: Iterable[code.Statement], known: Constants) -> None:
        self._functions = {one.name: one for one in body if type(one) is FUNCTION}
        self._known = known
        self._left = MOST

    def of(self, name: str) -> Iterator[Step]:
        """The steps of a function; none where there is none of that name."""
        function = self._functions.get(name)
        if function is not None:
            yield from self._function(function, None, self._known, ())

    def _function(
        self, function: code.Function, call: code.Call | None, where: Constants, within: tuple[str, ...]
    ) -> Iterator[Step]:
        """The steps of a function that gets what a call hands to it, where names stand for something else."""
        known = dict(self._known)
        for number, one in enumerate(function.parameters):
            value = given(call, number if one.kind in NORMAL else -1, one.name) if call is not None else None
            value = value or one.default
            known[one.name] = closed(value, where) if value is not None else UNKNOWN
        yield from self._block(function.body, known, (*within, function.name))

    def _block(self, body: Iterable[code.Statement], known: Constants, within: tuple[str, ...]) -> Iterator[Step]:
        for statement in body:
            self._left -= 1
            if self._left < 0:
                return
            if type(statement) is FOR:
                yield from self._loop(statement, known, within)
            elif type(statement) is not FUNCTION and type(statement) is not CLASS:
                yield from self._statement(statement, known, within)

    def _loop(self, loop: code.For, known: Constants, within: tuple[str, ...]) -> Iterator[Step]:
        items = items_of(loop.iterable, known)
        for item in (None,) if items is None else items:
            bind(loop.target, item, known)
            yield from self._block(loop.body, known, within)
        yield from self._block(loop.orelse, known, within)

    def _statement(self, statement: code.Statement, known: Constants, within: tuple[str, ...]) -> Iterator[Step]:
        value = statement.value if type(statement) is EVALUATE or type(statement) is ASSIGN else None
        value = statement.value if type(statement) is RETURN else value
        if type(value) is CALL:
            yield value, known
            for function in self._called(value, within):
                yield from self._function(function, value, known, within)
        assign(statement, known)
        for item in statement.items if type(statement) is WITH else ():
            if item.target is not None:
                bind(item.target, item.context, known)
        for block in blocks(statement):
            yield from self._block(block, known, within)

    def _called(self, call: code.Call, within: tuple[str, ...]) -> list[code.Function]:
        """The functions of the module that a call may be of: `make_orders()`, `globals()[f"upgrade_{engine}"]()`."""
        names: Iterable[str] = ()
        if type(call.function) is NAME:
            names = (call.function.id,)
        elif _is_of_globals(call.function):
            names = [one for one in self._functions if one.startswith(f"{within[-1]}_")]
        return [self._functions[one] for one in names if one in self._functions and one not in within]


def _is_of_globals(function: code.Expression) -> bool:
    """`globals()[name]`, `globals().get(name, nothing)`."""
    if type(function) is CALL and last_name(function.function) == "get":
        function = function.function
    held = function.value if type(function) is SUBSCRIPT or type(function) is ATTRIBUTE else None
    return type(held) is CALL and last_name(held.function) == "globals"
