"""What does one line of a table's definition say?  A column with its type and keys, or a constraint."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from boundary.model.sql import SqlColumn, SqlForeignKey
from boundary.read.sql.dotted import name_at
from boundary.read.sql.lexer import QUOTED, WORD, Token, unquote
from boundary.read.sql.names import fold, words
from boundary.read.sql.placeholders import name_of

if TYPE_CHECKING:
    from boundary.read.sql.simple import Place

_CONSTRAINTS = frozenset({"PRIMARY", "FOREIGN", "UNIQUE", "CHECK", "EXCLUDE", "FULLTEXT", "SPATIAL", "SUPPLEMENTAL"})
_AFTER_TYPE = words(
    "NOT NULL DEFAULT PRIMARY REFERENCES UNIQUE CHECK CONSTRAINT COLLATE GENERATED AUTO_INCREMENT IDENTITY"
    " COMMENT ON ENCRYPT INVISIBLE SPARSE AS ROWGUIDCOL STORAGE COMPRESSION AUTOINCREMENT KEY DEFERRABLE"
)
_ACTIONS = {"CASCADE": "cascade", "RESTRICT": "restrict", "SET": "set", "NO": "no action"}


class Part(NamedTuple):
    """What one item adds to a table."""

    column: SqlColumn | None = None
    primary_key: tuple[str, ...] = ()
    foreign_keys: tuple[SqlForeignKey, ...] = ()


def items_of(tokens: list[Token], start: int) -> list[list[Token]]:
    """The items of the parenthesis that opens at `start`, separated by commas."""
    items: list[list[Token]] = []
    depth = 0
    begin = start + 1
    for k in range(start, len(tokens)):
        word = tokens[k].word
        depth += (word == "(") - (word == ")")
        if (depth == 1 and word == ",") or depth == 0:
            if tokens[begin:k]:
                items.append(tokens[begin:k])
            begin = k + 1
            if depth == 0:
                break
    else:
        if tokens[begin:]:
            items.append(tokens[begin:])
    return items


def read_constraint(tokens: list[Token], place: Place) -> Part | None:
    """A table constraint, or None if the item is a column."""
    i, name = 0, None
    if tokens[0].word == "CONSTRAINT":
        if len(tokens) > 1 and tokens[1].word not in _CONSTRAINTS:
            name, i = unquote(tokens[1].text), 2
        else:
            i = 1
    if i >= len(tokens):
        return Part()
    word = tokens[i].word
    following = tokens[i + 1].word if i + 1 < len(tokens) else ""
    if word == "PRIMARY" and following == "KEY":
        at = next((k for k in range(i, len(tokens)) if tokens[k].word == "("), -1)
        return Part(primary_key=_names(tokens, at, place)) if at > 0 else Part()
    if word == "FOREIGN" and following == "KEY":
        return _foreign(tokens, i + 2, name, place)
    if word in _CONSTRAINTS and (
        following in {"(", "KEY", "INDEX", "CLUSTERED", "NONCLUSTERED", "NULLS", "USING", "LOG"}
        or name
        or word == "UNIQUE"
    ):
        return Part()
    if (
        word in {"KEY", "INDEX"}
        and any(token.word == "(" for token in tokens[1:4])
        and following not in _AFTER_TYPE | {"INT", "INTEGER", "VARCHAR", "TEXT", "CHAR", "BIGINT"}
    ):
        return Part()
    if word == "PERIOD" and following == "FOR":
        return Part()
    return Part() if tokens[0].word == "CONSTRAINT" else None


def _foreign(tokens: list[Token], i: int, name: str | None, place: Place) -> Part:
    """`FOREIGN KEY [name] (columns) REFERENCES table (columns) actions`."""
    at = next((k for k in range(i, len(tokens)) if tokens[k].word == "("), -1)
    if at < 0:
        return Part()
    if at > i and name is None and tokens[i].kind in {WORD, QUOTED}:
        name = unquote(tokens[i].text)
    key = _references(tokens, at, _names(tokens, at, place), name, place)
    return Part(foreign_keys=(key,) if key else ())


def _references(
    tokens: list[Token], start: int, columns: tuple[str, ...], name: str | None, place: Place
) -> SqlForeignKey | None:
    at = next((k for k in range(start, len(tokens)) if tokens[k].word == "REFERENCES"), -1)
    target = name_at(tokens, at + 1, place.dialect) if at >= 0 else None
    if target is None:
        return None
    referred = (
        _names(tokens, target.after, place) if target.after < len(tokens) and tokens[target.after].word == "(" else ()
    )
    return SqlForeignKey(
        columns,
        name_of(target.table).name,
        place.line_of(tokens[at].start),
        target.schema,
        referred,
        _action(tokens, at, "DELETE"),
        _action(tokens, at, "UPDATE"),
        name,
    )


def _action(tokens: list[Token], start: int, event: str) -> str | None:
    for k in range(start, len(tokens) - 2):
        if tokens[k].word == "ON" and tokens[k + 1].word == event:
            action = _ACTIONS.get(tokens[k + 2].word)
            if action == "set" and k + 3 < len(tokens):
                return f"set {tokens[k + 3].word.lower()}"
            return action
    return None


def read_column(tokens: list[Token], place: Place) -> Part:
    """A column: name, type, and the keys written on its line."""
    if tokens[0].kind not in {WORD, QUOTED}:
        return Part()
    name = _name(tokens[0], place)
    end = 1
    depth = 0
    while end < len(tokens) and not (depth == 0 and tokens[end].word in _AFTER_TYPE):
        depth += (tokens[end].word == "(") - (tokens[end].word == ")")
        end += 1
    words = [token.word for token in tokens]
    primary = any(words[k : k + 2] == ["PRIMARY", "KEY"] for k in range(len(words)))
    required = any(words[k : k + 2] == ["NOT", "NULL"] for k in range(len(words)))
    at = words.index("REFERENCES") if "REFERENCES" in words else 0
    key_name = unquote(tokens[at - 1].text) if at > 1 and words[at - 2] == "CONSTRAINT" else None
    key = _references(tokens, 1, (name,), key_name, place) if at else None
    column = SqlColumn(name, _spelled(tokens[1:end]), place.line_of(tokens[0].start), not (primary or required))
    return Part(column, (name,) if primary else (), (key,) if key else ())


def _spelled(tokens: list[Token]) -> str:
    """A type as written, without its spaces but where words meet."""
    text = ""
    for token in tokens:
        text += (" " if text and token.kind == WORD and text[-1].isalnum() else "") + token.text
    return text.lower()


def _names(tokens: list[Token], start: int, place: Place) -> tuple[str, ...]:
    return tuple(_name(item[0], place) for item in items_of(tokens, start) if item[0].kind in {WORD, QUOTED})


def _name(token: Token, place: Place) -> str:
    return name_of(fold(unquote(token.text), place.dialect, quoted=token.kind == QUOTED)).name
