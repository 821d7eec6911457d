"""What does a procedural body do?  Its pieces to statements, with dynamic SQL read as far as it is written down."""

from __future__ import annotations

from typing import TYPE_CHECKING

import msgspec

from boundary.model.sql import HOLE, SqlAccess, SqlCall, SqlStatement
from boundary.read.sql.dotted import calls_of, name_at
from boundary.read.sql.dynamic import dynamic_text
from boundary.read.sql.lexer import tokenize
from boundary.read.sql.names import words
from boundary.read.sql.pieces import CALL, DYNAMIC, EXPRESSION, STATEMENT, Piece, pieces, select_at
from boundary.read.sql.placeholders import name_holes
from boundary.read.sql.queries import kind_of, made_temporary, read_statement
from boundary.read.sql.split import is_block, routine_kind, split
from boundary.read.sql.tsql import tsql_pieces

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from boundary.read.sql.lexer import Token
    from boundary.read.sql.simple import Place

_DYNAMIC_DEPTH = 3
_VERBS = words(
    "SELECT INSERT UPDATE DELETE MERGE WITH VALUES TABLE BEGIN DECLARE DO CALL EXEC EXECUTE IF TRUNCATE CREATE ALTER DROP"
    " COPY LOCK SET REFRESH REPLACE USE GRANT REVOKE COMMENT ANALYZE VACUUM EXPLAIN LOAD RENAME COMMIT ROLLBACK SAVEPOINT"
)


def read_body(text: str, tokens: list[Token], place: Place) -> tuple[SqlStatement, ...]:
    """The statements of a body, in order; what touches nothing and calls nothing is left out.

    Args:
        text: the text that the tokens' positions refer to.
        tokens: the body.
        place: its surroundings; T-SQL is cut where a statement begins, the others at semicolons.
    """
    found = tsql_pieces(tokens) if place.dialect == "tsql" else pieces(tokens)
    return tuple(_Body(text, place).read(found))


def _is_sql(tokens: list[Token]) -> bool:
    """Whether a text that is run begins as a statement does; one that begins with a hole is not known."""
    return next((token.word for token in tokens if token.word != "("), "") in _VERBS


def _script(tokens: list[Token], dialect: str | None) -> Iterator[Piece]:
    for piece in split(tokens, dialect):
        if is_block(piece, 0, dialect):
            yield from pieces(piece)
        else:
            yield Piece(STATEMENT, piece)


class _Body:
    """Reads pieces in order, with what the ones before leave: variables' texts, temporary tables."""

    def __init__(self, text: str, place: Place, depth: int = 0) -> None:
        self._text = text
        self._depth = depth
        self._place = place
        self._known: dict[str, str] = {}
        self._temporary: set[str] = set(place.temporary)

    def read(self, found: Iterable[Piece]) -> Iterator[SqlStatement]:
        for piece in found:
            if piece.tokens:
                yield from self._piece(piece)

    def _piece(self, piece: Piece) -> Iterator[SqlStatement]:
        tokens = piece.tokens
        place = self._place._replace(temporary=frozenset(self._temporary))
        if piece.kind == EXPRESSION:
            self._assign(piece)
            if any(token.word == "SELECT" for token in tokens):
                statement = read_statement(self._text, [select_at(tokens[0]), *tokens], place)
                yield msgspec.structs.replace(statement, kind="expression")
            elif calls := calls_of(tokens, place.line_of, place.dialect):
                line, end_line = place.line_of(tokens[0].start), place.line_of(tokens[-1].end - 1)
                yield SqlStatement("expression", line, end_line, calls=calls, understood="read")
        elif piece.kind == DYNAMIC:
            yield from self._dynamic(tokens, place)
        elif piece.kind == CALL:
            yield self._call(tokens, place)
        else:
            statement = read_statement(self._text, tokens, place)
            self._temporary |= made_temporary(statement, tokens)
            yield statement

    def _assign(self, piece: Piece) -> None:
        """Remember the text that a variable gets; what is added to it in turn goes on behind it."""
        if not piece.target or not any(token.kind in "sd" for token in piece.tokens):
            return
        made = dynamic_text(piece.tokens, self._known)
        before = self._known.get(piece.target)
        if before is None or piece.tokens[0].text.lower() == piece.target or len(made) > len(before):
            self._known[piece.target] = made

    def _dynamic(self, tokens: list[Token], place: Place) -> Iterator[SqlStatement]:
        """The statements of SQL that is made at run time, as far as its text is written down."""
        line, end_line = place.line_of(tokens[0].start), place.line_of(tokens[-1].end - 1)
        text = dynamic_text(tokens, self._known)
        inner = name_holes(tokenize(text, place.dialect), text)
        if self._depth >= _DYNAMIC_DEPTH or not _is_sql(inner):
            yield SqlStatement("execute", line, end_line, dynamic=(line,), understood="read")
            return
        if routine_kind(inner):
            yield SqlStatement(kind_of(inner), line, end_line, understood="read")
            return
        found = tsql_pieces(inner) if place.dialect == "tsql" else _script(inner, place.dialect)
        nested = _Body(text, place._replace(line_of=lambda _position: line, procedural=False), self._depth + 1)
        for made in nested.read(found):
            if made.understood == "unknown":
                yield SqlStatement("execute", line, end_line, dynamic=(line,), understood="read")
                continue
            accesses = tuple(
                msgspec.structs.replace(access, holes=tuple(-1 for _ in access.holes)) for access in made.accesses
            )
            unknown = (
                made.hole
                or any(access.holes for access in accesses)
                or (HOLE in text and made.understood not in {"parsed", "read"})
            )
            named = tuple(access for access in accesses if access.table.strip(HOLE))
            yield msgspec.structs.replace(
                made, end_line=end_line, accesses=named, dynamic=(line,) if unknown or made.dynamic else (), hole=False
            )

    def _call(self, tokens: list[Token], place: Place) -> SqlStatement:
        line, end_line = place.line_of(tokens[0].start), place.line_of(tokens[-1].end - 1)
        name = name_at(tokens, 0, place.dialect)
        own = () if name is None else (SqlCall(name.table, line, name.schema),)
        rest = tokens[name.after :] if name is not None else tokens
        calls = tuple(dict.fromkeys((*own, *calls_of(rest, place.line_of, place.dialect))))
        accesses: tuple[SqlAccess, ...] = ()
        if any(token.word == "SELECT" for token in rest):
            accesses = read_statement(self._text, [select_at(rest[0]), *rest], place).accesses
        return SqlStatement("call", line, end_line, accesses, (), calls, understood="read")
