"""Where does a statement of T-SQL end, when nobody wrote a semicolon?  Batches and bodies of T-SQL to their pieces.

A statement ends where a word stands that begins another one and that cannot go on the statement at hand.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from boundary.read.sql.names import words
from boundary.read.sql.pieces import CALL, DYNAMIC, EXPRESSION, STATEMENT, Piece
from boundary.read.sql.simple import closing

if TYPE_CHECKING:
    from collections.abc import Iterator

    from boundary.read.sql.lexer import Token

_STARTERS = words(
    "SELECT INSERT UPDATE DELETE MERGE EXEC EXECUTE IF WHILE SET DECLARE BEGIN END ELSE RETURN PRINT RAISERROR"
    " THROW COMMIT ROLLBACK SAVE TRUNCATE CREATE ALTER DROP WITH OPEN CLOSE FETCH DEALLOCATE GOTO BREAK CONTINUE"
    " WAITFOR USE GRANT REVOKE DENY DBCC BULK BACKUP RESTORE REVERT CHECKPOINT RECONFIGURE KILL"
)
_DML = frozenset({"SELECT", "INSERT", "UPDATE", "DELETE", "MERGE"})
_GRANTS = frozenset({"GRANT", "REVOKE", "DENY"})
_SETS = frozenset({"UNION", "ALL", "EXCEPT", "INTERSECT", "FOR", "AS"})
_TRAN = frozenset({"TRAN", "TRANSACTION", "DISTRIBUTED"})


def tsql_pieces(tokens: list[Token]) -> Iterator[Piece]:
    """The pieces of a batch or body, in order."""
    for piece in cut(tokens):
        yield from _piece(piece)


def cut(tokens: list[Token]) -> Iterator[list[Token]]:
    """The statements, control words and conditions of a batch or body, each from the word that begins it."""
    start = depth = cases = 0
    for i, token in enumerate(tokens):
        word = token.word
        if word == "(":
            depth += 1
        elif word == ")":
            depth = max(depth - 1, 0)
        if word == "CASE":
            cases += 1
        elif word == "END" and cases:
            cases -= 1
        elif depth == 0 and word == ";":
            if i > start:
                yield tokens[start:i]
            start, cases = i + 1, 0
        elif depth == 0 and cases == 0 and i > start and word in _STARTERS and _begins(tokens, start, i):
            yield tokens[start:i]
            start = i
    if start < len(tokens):
        yield tokens[start:]


def _begins(tokens: list[Token], start: int, i: int) -> bool:
    """Whether the word at `i` begins a statement of its own, the one at hand having begun at `start`."""
    word, before = tokens[i].word, tokens[i - 1].word
    following = tokens[i + 1].word if i + 1 < len(tokens) else ""
    first = tokens[start].word
    if before == "." or tokens[i - 1].word == "AS" and first not in {"IF", "ELSE"}:
        return False
    if first in _GRANTS:
        return (
            not (word in _DML | {"EXECUTE", "EXEC", "ALTER", "CREATE", "BACKUP", "WITH", "DROP"})
            or _seen(tokens, start, i, {"TO", "FROM"})
            and word != "WITH"
        )
    if word in _DML:
        return _begins_dml(tokens, start, i)
    if word == "SET":
        return not (
            (first == "ALTER" and following == "(")
            or (first in {"UPDATE", "WITH"} and not _seen(tokens, start + 1, i, {"SET"}))
            or before in {"UPDATE", "DELETE"}
            or (first in {"ALTER", "MERGE"} and i - start < 5)
        )
    if word == "WITH":
        return _is_cte(tokens, i) and before not in {"AS", "FOR"}
    if word in {"EXEC", "EXECUTE"}:
        return not (following == "AS" and before in {"WITH", ","}) and not (
            first == "INSERT" and not _has_source(tokens, start, i)
        )
    if word == "IF":
        return first not in {"DROP", "CREATE", "ALTER"} or following != "EXISTS" or i - start > 3
    if word == "FETCH":
        return before not in {"ROWS", "ROW"}
    if word in {"DROP", "ALTER", "ADD"}:
        return not (first == "ALTER" and i - start < 8)
    if word in {"USE", "OPEN", "SAVE", "KILL"}:
        return before not in {"(", ",", "="}
    if word == "BACKUP" or word == "RESTORE":
        return first not in {"ALTER"}
    return True


def _begins_dml(tokens: list[Token], start: int, i: int) -> bool:
    word, before, first = tokens[i].word, tokens[i - 1].word, tokens[start].word
    following = tokens[i + 1].word if i + 1 < len(tokens) else ""
    if before in _SETS | {"THEN", "AFTER", "OF", "BEFORE", "BULK", "(", ","} or (before == "ON" and first != "SET"):
        return False
    if word == "UPDATE" and following == "(":
        return False
    if first == "WITH" and not _seen(tokens, start, i, _DML, top=True):
        return False
    if word == "SELECT" and first in {"INSERT", "WITH"} and not _has_source(tokens, start, i):
        return False
    return not (first == "MERGE" and before in {"THEN", "MATCHED"})


def _seen(tokens: list[Token], start: int, end: int, words: frozenset[str] | set[str], *, top: bool = True) -> bool:
    """Whether one of `words` stands between two positions, outside of parentheses."""
    depth = 0
    for token in tokens[start:end]:
        depth += (token.word == "(") - (token.word == ")")
        if token.word in words and (depth == 0 or not top):
            return True
    return False


def _has_source(tokens: list[Token], start: int, end: int) -> bool:
    """Whether an INSERT has its VALUES, SELECT or EXEC; a WITH that does not insert has its own."""
    if not _seen(tokens, start, end, {"INSERT"}):
        return _seen(tokens, start, end, {"SELECT", "UPDATE", "DELETE", "MERGE"})
    return _seen(tokens, start, end, {"VALUES", "SELECT", "EXEC", "EXECUTE"}) or (
        tokens[end - 1].word == "VALUES" or _seen(tokens, start, end, {"DEFAULT"})
    )


def _is_cte(tokens: list[Token], i: int) -> bool:
    """`WITH name AS (` or `WITH name (columns) AS (`, and not `WITH (NOLOCK)` or an option."""
    if i + 2 >= len(tokens) or tokens[i + 1].word in {"(", "CHECK", "NOCHECK", "EXECUTE"}:
        return False
    if tokens[i + 2].word == "AS":
        return True
    if tokens[i + 2].word != "(":
        return tokens[i + 1].word == "XMLNAMESPACES"
    close = next((k for k in range(i + 2, len(tokens)) if tokens[k].word == ")"), len(tokens))
    return tokens[i + 1].word == "XMLNAMESPACES" or (close + 1 < len(tokens) and tokens[close + 1].word == "AS")


def _piece(tokens: list[Token]) -> Iterator[Piece]:
    first = tokens[0].word
    following = tokens[1].word if len(tokens) > 1 else ""
    if first == "BEGIN" and following in _TRAN:
        yield Piece(STATEMENT, tokens)
    elif first == "BEGIN" or first == "END":
        rest = tokens[2:] if following in {"TRY", "CATCH", "ATOMIC"} else tokens[1:]
        if following == "ATOMIC":
            rest = rest[closing(rest, 1) + 1 :] if len(rest) > 1 else []
        if rest and first == "BEGIN" and following not in {"DIALOG", "CONVERSATION"}:
            yield from _piece(rest)
    elif first == "ELSE":
        if len(tokens) > 1:
            yield from _piece(tokens[1:])
    elif first in {"IF", "WHILE", "RETURN", "PRINT", "RAISERROR", "WAITFOR"}:
        if len(tokens) > 1:
            yield Piece(EXPRESSION, tokens[1:])
    elif first == "SET" and following.startswith("@"):
        at = next((k for k, token in enumerate(tokens) if token.word == "="), len(tokens))
        if any(token.word == "CURSOR" for token in tokens[at : at + 2]):
            verb = next((k for k, token in enumerate(tokens) if token.word in {"SELECT", "WITH"}), len(tokens))
            yield from [Piece(STATEMENT, tokens[verb:])] if verb < len(tokens) else []
        elif at + 1 < len(tokens):
            yield Piece(EXPRESSION, tokens[at + 1 :], following.lower())
    elif first == "DECLARE" and following.startswith("@"):
        yield from _declare(tokens)
    elif first in {"EXEC", "EXECUTE"}:
        yield from _exec(tokens)
    elif first == "INSERT" and (source := _executes(tokens)):
        yield Piece(STATEMENT, [*tokens[:source], *_default_values(tokens[source])])
        yield from _exec(tokens[source:])
    elif first in _STARTERS:
        yield Piece(STATEMENT, tokens)
    elif len(tokens) > 1 and tokens[1].word == ":" and tokens[0].kind == "w":
        if len(tokens) > 2:
            yield from _piece(tokens[2:])
    else:
        yield Piece(CALL if tokens[0].kind in "wq" else STATEMENT, tokens)


def _executes(tokens: list[Token]) -> int:
    """Where the EXEC of `INSERT INTO t EXEC p` stands; 0 where there is none."""
    depth = 0
    for k, token in enumerate(tokens):
        depth += (token.word == "(") - (token.word == ")")
        if depth == 0 and token.word in {"EXEC", "EXECUTE"}:
            return k
    return 0


def _default_values(token: Token) -> list[Token]:
    """The words that make an INSERT complete, put at the place of a token."""
    return [token._replace(text=f" {word} ", word=word, end=token.start) for word in ("DEFAULT", "VALUES")]


def _declare(tokens: list[Token]) -> Iterator[Piece]:
    """`DECLARE @a int = expression, @b ...`."""
    depth = 0
    start: int | None = None
    name = tokens[1].text.lower()
    for k, token in enumerate(tokens):
        depth += (token.word == "(") - (token.word == ")")
        if depth == 0 and token.word == "=" and start is None:
            start = k + 1
        elif depth == 0 and token.word == "," and k + 1 < len(tokens) and tokens[k + 1].word.startswith("@"):
            if start is not None and start < k:
                yield Piece(EXPRESSION, tokens[start:k], name)
            start, name = None, tokens[k + 1].text.lower()
    if start is not None and start < len(tokens):
        yield Piece(EXPRESSION, tokens[start:], name)


def _exec(tokens: list[Token]) -> Iterator[Piece]:
    """`EXEC p ...` calls; `EXEC (...)` and `EXEC sp_executesql ...` run SQL that is made when it runs."""
    i = 1
    if len(tokens) > 3 and tokens[1].word.startswith("@") and tokens[2].word == "=":
        i = 3
    if i >= len(tokens) or tokens[i].word == "AS":
        return
    if tokens[i].word == "(":
        yield Piece(DYNAMIC, tokens[i + 1 : -1] if tokens[-1].word == ")" else tokens[i + 1 :])
        return
    name_end = i + 1
    while name_end + 1 < len(tokens) and tokens[name_end].word == ".":
        name_end += 2
    if tokens[name_end - 1].text.lower() == "sp_executesql":
        rest = tokens[name_end:]
        if len(rest) > 2 and rest[1].word == "=" and rest[0].word.startswith("@"):
            rest = rest[2:]
        comma = next((k for k, token in enumerate(rest) if token.word == ","), len(rest))
        yield Piece(DYNAMIC, rest[:comma])
    elif tokens[i].word.startswith("@"):
        yield Piece(DYNAMIC, tokens[i : i + 1])
    else:
        yield Piece(CALL, tokens[i:])
