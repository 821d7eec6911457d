"""Where does a statement of T-SQL end, when nobody wrote a semicolon?  Batches and bodies of T-SQL to their pieces.

A statement ends where a word stands that begins another one and that cannot go on the statement at hand.
"""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING, NamedTuple

from boundary.read.sql.lexer import QUOTED, WORD, Token, word_at
from boundary.read.sql.names import words
from boundary.read.sql.pieces import CALL, DYNAMIC, EXPRESSION, STATEMENT, Piece
from boundary.read.sql.simple import closing

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

_STARTERS = words(
    "SELECT INSERT UPDATE DELETE MERGE EXEC EXECUTE IF WHILE SET DECLARE BEGIN END ELSE RETURN PRINT RAISERROR"
    " THROW COMMIT ROLLBACK SAVE TRUNCATE CREATE ALTER DROP WITH OPEN CLOSE FETCH DEALLOCATE GOTO BREAK CONTINUE"
    " WAITFOR USE GRANT REVOKE DENY DBCC BULK BACKUP RESTORE REVERT CHECKPOINT RECONFIGURE KILL"
)
_DML = frozenset({"SELECT", "INSERT", "UPDATE", "DELETE", "MERGE"})
_GRANTS = frozenset({"GRANT", "REVOKE", "DENY"})
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
        elif depth == 0 and cases == 0 and i > start and word in _STARTERS and _begins(_Here(tokens, start, i)):
            yield tokens[start:i]
            start = i
    if start < len(tokens):
        yield tokens[start:]


class _Here(NamedTuple):
    """A word at `i` that may begin a statement, while the one that began at `start` may go on."""

    tokens: list[Token]
    start: int
    i: int

    @property
    def word(self) -> str:
        return self.tokens[self.i].word

    @property
    def first(self) -> str:
        return self.tokens[self.start].word

    @property
    def before(self) -> str:
        return self.tokens[self.i - 1].word

    @property
    def following(self) -> str:
        return word_at(self.tokens, self.i + 1)

    def near(self, distance: int) -> bool:
        """Whether the statement at hand began just before."""
        return self.i - self.start < distance

    def seen(self, *words: str) -> bool:
        """Whether the statement at hand already has one of the words, outside of parentheses."""
        return _seen(self.tokens, self.start, self.i, frozenset(words))


def _begins(here: _Here) -> bool:
    """Whether the word begins a statement of its own."""
    if here.before == "." or (here.before == "AS" and here.first not in {"IF", "ELSE"}):
        return False
    if here.first in _GRANTS:
        return here.word not in _GRANTED or (here.seen("TO", "FROM") and here.word != "WITH")
    rule = _RULES.get(here.word)
    return rule is None or rule(here)


def _dml(here: _Here) -> bool:
    if here.before in _GOES_ON or (here.before == "ON" and here.first != "SET"):
        return False
    if here.word == "UPDATE" and here.following == "(":  # IF UPDATE(column)
        return False
    if here.word == "UPDATE" and here.first == "INSERT" and here.before in {"KEY", "DO"}:
        return False  # an upsert of other dialects, in text that is taken for T-SQL
    if (here.first == "WITH" or _is_view_of_cte(here)) and not here.seen(*_DML):
        return False
    if here.word == "SELECT" and here.first in {"INSERT", "WITH"} and not _has_source(here.tokens, here.start, here.i):
        return False
    return not (here.first == "MERGE" and here.before in {"THEN", "MATCHED"})


def _is_view_of_cte(here: _Here) -> bool:
    """Whether the statement at hand is `CREATE VIEW v AS WITH a AS (...)`, whose query is still to come."""
    if here.first not in {"CREATE", "ALTER"}:
        return False
    held = here.tokens[here.start : here.i]
    return any(one.word == "AS" and other.word == "WITH" for one, other in pairwise(held))


def _set(here: _Here) -> bool:
    if here.before in {"UPDATE", "DELETE"} or (here.first == "ALTER" and here.following == "("):
        return False
    if here.first in {"UPDATE", "WITH"} and not _seen(here.tokens, here.start + 1, here.i, frozenset({"SET"})):
        return False
    return not (here.first in {"ALTER", "MERGE"} and here.near(_HEAD))


def _with(here: _Here) -> bool:
    return _is_cte(here.tokens, here.i) and here.before not in {"AS", "FOR"}


def _execute(here: _Here) -> bool:
    if here.following == "AS" and here.before in {"WITH", ","}:
        return False
    return here.first != "INSERT" or _has_source(here.tokens, here.start, here.i)


def _if(here: _Here) -> bool:
    return here.first not in {"DROP", "CREATE", "ALTER"} or here.following != "EXISTS" or not here.near(_HEAD)


def _fetch(here: _Here) -> bool:
    return here.before not in {"ROWS", "ROW"}


def _alteration(here: _Here) -> bool:
    return here.first != "ALTER" or not here.near(_ALTERED)


def _option(here: _Here) -> bool:
    return here.before not in {"(", ",", "="}


_HEAD = 5
_ALTERED = 8
_GRANTED = _DML | {"EXECUTE", "EXEC", "ALTER", "CREATE", "BACKUP", "WITH", "DROP"}
_GOES_ON = words("UNION ALL EXCEPT INTERSECT FOR AS THEN AFTER OF BEFORE BULK ( ,")
_RULES: dict[str, Callable[[_Here], bool]] = {
    **dict.fromkeys(_DML, _dml),
    "SET": _set,
    "WITH": _with,
    "EXEC": _execute,
    "EXECUTE": _execute,
    "IF": _if,
    "FETCH": _fetch,
    **dict.fromkeys(("DROP", "ALTER"), _alteration),
    **dict.fromkeys(("USE", "OPEN", "SAVE", "KILL"), _option),
    **dict.fromkeys(("BACKUP", "RESTORE"), lambda here: here.first != "ALTER"),
}
"""When a word that often begins a statement does so; a word without a rule always does."""


def _seen(tokens: list[Token], start: int, end: int, wanted: frozenset[str]) -> bool:
    """Whether one of the words stands between two positions, outside of parentheses."""
    depth = 0
    for token in tokens[start:end]:
        depth += (token.word == "(") - (token.word == ")")
        if depth == 0 and token.word in wanted:
            return True
    return False


def _has_source(tokens: list[Token], start: int, end: int) -> bool:
    """Whether an INSERT has its VALUES, SELECT or EXEC; a WITH that does not insert has its own."""
    if not _seen(tokens, start, end, frozenset({"INSERT"})):
        return _seen(tokens, start, end, _DML - {"INSERT"})
    return _seen(tokens, start, end, frozenset({"VALUES", "SELECT", "EXEC", "EXECUTE", "DEFAULT"}))


def _is_cte(tokens: list[Token], i: int) -> bool:
    """`WITH name AS (` or `WITH name (columns) AS (`, and not `WITH (NOLOCK)` or an option."""
    name, following = word_at(tokens, i + 1), word_at(tokens, i + 2)
    if name in {"", "(", "CHECK", "NOCHECK", "EXECUTE"}:
        return False
    if name == "XMLNAMESPACES" or following == "AS":
        return True
    return following == "(" and word_at(tokens, closing(tokens, i + 2) + 1) == "AS"


def _piece(tokens: list[Token]) -> Iterator[Piece]:
    """The pieces of one statement or control word."""
    if len(tokens) > 1 and tokens[1].word == ":" and tokens[0].kind == WORD:  # a label
        tokens = tokens[2:]
    if not tokens:
        return
    read = _PIECES.get(tokens[0].word)
    if read is not None:
        yield from read(tokens)
    elif tokens[0].word in _STARTERS or tokens[0].kind not in {WORD, QUOTED}:
        yield Piece(STATEMENT, tokens)
    else:
        yield Piece(CALL, tokens)  # a procedure by its name alone


def _block(tokens: list[Token]) -> Iterator[Piece]:
    """BEGIN and END of blocks, TRY, CATCH; BEGIN TRAN is a statement."""
    following = word_at(tokens, 1)
    if following in _TRAN:
        yield Piece(STATEMENT, tokens)
        return
    rest = tokens[2:] if following in {"TRY", "CATCH", "ATOMIC"} else tokens[1:]
    if following == "ATOMIC":
        rest = rest[closing(rest, 1) + 1 :] if len(rest) > 1 else []
    if following not in {"DIALOG", "CONVERSATION"}:
        yield from _piece(rest)


def _end(_tokens: list[Token]) -> Iterator[Piece]:
    return iter(())


def _else(tokens: list[Token]) -> Iterator[Piece]:
    yield from _piece(tokens[1:])


def _condition(tokens: list[Token]) -> Iterator[Piece]:
    yield Piece(EXPRESSION, tokens[1:])


def _assign(tokens: list[Token]) -> Iterator[Piece]:
    """`SET @x = expression`, `SET @c = CURSOR FOR SELECT ...`, or an option."""
    name = word_at(tokens, 1)
    at = next((k for k, token in enumerate(tokens) if token.word == "="), len(tokens))
    if not name.startswith("@"):
        yield Piece(STATEMENT, tokens)
    elif word_at(tokens, at + 1) == "CURSOR":
        verb = next((k for k, token in enumerate(tokens) if token.word in {"SELECT", "WITH"}), len(tokens))
        yield Piece(STATEMENT, tokens[verb:])
    else:
        yield Piece(EXPRESSION, tokens[at + 1 :], name.lower())


def _insert(tokens: list[Token]) -> Iterator[Piece]:
    """An INSERT; `INSERT INTO t EXEC p` is one and a call."""
    source = _executes(tokens)
    if not source:
        yield Piece(STATEMENT, tokens)
        return
    yield Piece(STATEMENT, [*tokens[:source], *_default_values(tokens[source])])
    yield from _exec(tokens[source:])


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
    """`DECLARE @a int = expression, @b ...`; a cursor's declaration is the statement behind FOR."""
    if not word_at(tokens, 1).startswith("@"):
        yield Piece(STATEMENT, tokens)
        return
    depth = start = 0
    name = tokens[1].text.lower()
    for k, token in enumerate(tokens):
        depth += (token.word == "(") - (token.word == ")")
        if depth == 0 and token.word == "=" and not start:
            start = k + 1
        elif depth == 0 and token.word == "," and word_at(tokens, k + 1).startswith("@"):
            if start:
                yield Piece(EXPRESSION, tokens[start:k], name)
            start, name = 0, tokens[k + 1].text.lower()
    if start:
        yield Piece(EXPRESSION, tokens[start:], name)


def _exec(tokens: list[Token]) -> Iterator[Piece]:
    """`EXEC p ...` calls; `EXEC (...)` and `EXEC sp_executesql ...` run SQL that is made when it runs."""
    i = 3 if word_at(tokens, 1).startswith("@") and word_at(tokens, 2) == "=" else 1
    word = word_at(tokens, i)
    if word in {"", "AS"}:
        return
    if word == "(":
        yield Piece(DYNAMIC, tokens[i + 1 : closing(tokens, i)])
        return
    end = i + 1
    while word_at(tokens, end) == ".":
        end += 2
    if tokens[min(end, len(tokens)) - 1].text.lower() == "sp_executesql":
        rest = tokens[end:]
        if word_at(rest, 0).startswith("@") and word_at(rest, 1) == "=":
            rest = rest[2:]
        comma = next((k for k, token in enumerate(rest) if token.word == ","), len(rest))
        yield Piece(DYNAMIC, rest[:comma])
    elif word.startswith("@"):
        yield Piece(DYNAMIC, tokens[i : i + 1])
    else:
        yield Piece(CALL, tokens[i:])


_PIECES: dict[str, Callable[[list[Token]], Iterator[Piece]]] = {
    "BEGIN": _block,
    "END": _end,
    "ELSE": _else,
    **dict.fromkeys(("IF", "WHILE", "RETURN", "PRINT", "RAISERROR", "WAITFOR"), _condition),
    "SET": _assign,
    "INSERT": _insert,
    "DECLARE": _declare,
    "EXEC": _exec,
    "EXECUTE": _exec,
}
