"""What does an ALTER TABLE change?  Its actions, one by one, to the changes of a schema's history."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from boundary.model.sql import SqlChange
from boundary.read.sql.columns import items_of, read_column, read_constraint
from boundary.read.sql.dotted import Name, name_at
from boundary.read.sql.lexer import QUOTED, WORD, Token, unquote, word_at
from boundary.read.sql.names import words

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from boundary.read.sql.simple import Place

_NO_COLUMNS = words("PRIMARY INDEX KEY CHECK UNIQUE PARTITION DEFAULT")


def after_if(tokens: list[Token], i: int) -> int:
    """Behind `IF [NOT] EXISTS`, `ONLY`, `CONCURRENTLY`."""
    while word_at(tokens, i) in {"IF", "NOT", "EXISTS", "ONLY", "CONCURRENTLY"}:
        i += 1
    return i


class _Action(NamedTuple):
    """One action of an ALTER TABLE or ALTER VIEW: its tokens, and the table that it changes."""

    tokens: list[Token]
    table: Name
    place: Place
    view: bool

    @property
    def second(self) -> str:
        return word_at(self.tokens, 1)

    @property
    def last(self) -> str:
        return unquote(self.tokens[-1].text)

    def change(self, action: str, **fields: object) -> SqlChange:
        """A change of the table."""
        line = self.place.line_of(self.tokens[0].start)
        return SqlChange(action, line, self.table.table, self.table.schema, **fields)  # type: ignore[arg-type]


def alterations(tokens: list[Token], at: int, place: Place) -> Iterator[SqlChange]:
    """The changes of an ALTER statement.

    Args:
        tokens: the statement.
        at: where TABLE or VIEW stands.
        place: its surroundings.
    """
    name = name_at(tokens, after_if(tokens, at + 1), place.dialect)
    if name is None or tokens[at].word == "TRIGGER":
        return
    start = name.after
    depth = 0
    for k in range(name.after, len(tokens) + 1):
        word = tokens[k].word if k < len(tokens) else ","
        depth += (word == "(") - (word == ")")
        if depth == 0 and word == ",":
            part = _stripped(tokens[start:k])
            if part:
                yield from _read(_Action(part, name, place, tokens[at].word == "VIEW"))
            start = k + 1


def _stripped(tokens: list[Token]) -> list[Token]:
    """An action without T-SQL's `WITH CHECK` and the like before it."""
    start = 0
    while start < len(tokens) - 1 and tokens[start].word in {"WITH", "CHECK", "NOCHECK", "IF", "EXISTS"}:
        start += 1
    return tokens[start:]


def _read(action: _Action) -> Iterator[SqlChange]:
    read = _ACTIONS.get(action.tokens[0].word)
    if read is not None:
        yield from read(action)
    elif read_constraint(action.tokens, action.place) is not None:  # the second one of `ADD a, b`
        yield from _added(action, action.tokens)


def _add(action: _Action) -> Iterator[SqlChange]:
    tokens = action.tokens[1:]
    tokens = tokens[1:] if word_at(tokens, 0) == "COLUMN" else tokens
    tokens = tokens[after_if(tokens, 0) :]
    if tokens and tokens[0].word not in {"PARTITION", "INDEX", "VALUE"}:
        yield from _added(action, tokens)


def _added(action: _Action, tokens: list[Token]) -> Iterator[SqlChange]:
    for item in items_of(tokens, 0) if tokens[0].word == "(" else [tokens]:
        read = read_constraint(item, action.place) or read_column(item, action.place)
        if read.column is not None:
            yield action.change("add column", name=read.column.name, column=read.column)
        if read.primary_key:
            yield action.change("add primary key", columns=read.primary_key)
        for key in read.foreign_keys:
            yield action.change("add foreign key", name=key.name, foreign_key=key)


def _drop(action: _Action) -> Iterator[SqlChange]:
    what = action.second
    if what in _NO_COLUMNS:
        return
    kind = "drop constraint" if what in {"CONSTRAINT", "FOREIGN"} else "drop column"
    rest = action.tokens[{"CONSTRAINT": 2, "COLUMN": 2, "FOREIGN": 3}.get(what, 1) :]
    i = after_if(rest, 0)
    if i < len(rest) and rest[i].kind in {WORD, QUOTED}:
        yield action.change(kind, name=unquote(rest[i].text))


def _rename(action: _Action) -> Iterator[SqlChange]:
    if action.second in {"TO", "AS"}:
        yield action.change("rename view" if action.view else "rename table", to=action.last)
    elif action.second not in {"CONSTRAINT", "INDEX", "KEY"} and action.tokens[3:]:
        old = action.tokens[2] if action.second == "COLUMN" else action.tokens[1]
        yield action.change("rename column", name=unquote(old.text), to=action.last)


def _change(action: _Action) -> Iterator[SqlChange]:
    """MySQL's `CHANGE [COLUMN] old new type`."""
    rest = action.tokens[2:] if action.second == "COLUMN" else action.tokens[1:]
    if rest[1:]:
        yield action.change("rename column", name=unquote(rest[0].text), to=unquote(rest[1].text))


def _set(action: _Action) -> Iterator[SqlChange]:
    if action.second == "SCHEMA":
        yield action.change("set schema", to=action.last)


def _inherit(action: _Action) -> Iterator[SqlChange]:
    parent = name_at(action.tokens, 1, action.place.dialect)
    if parent is not None:
        yield action.change("inherit", to=parent.full)


def _attach(action: _Action) -> Iterator[SqlChange]:
    child = name_at(action.tokens, 2, action.place.dialect) if action.second == "PARTITION" else None
    if child is not None:
        yield action._replace(table=child).change("attach partition", to=action.table.full)


def _nothing(_action: _Action) -> Iterator[SqlChange]:
    return iter(())


_ACTIONS: dict[str, Callable[[_Action], Iterator[SqlChange]]] = {
    "ADD": _add,
    "DROP": _drop,
    "RENAME": _rename,
    "CHANGE": _change,
    "SET": _set,
    "INHERIT": _inherit,
    "ATTACH": _attach,
    "ALTER": _nothing,
    "MODIFY": _nothing,
}
