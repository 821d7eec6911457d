"""Which pieces of a procedural body run SQL?  PL/pgSQL, PL/SQL, MySQL's and SQLite's bodies, to their statements.

The control structure is left out (whatever branch a statement stands in, it belongs to the routine), conditions,
assignments and loops are kept as expressions, because queries and calls hide in them. The reader knows where an
expression ends, not what it means, so a dialect that it does not know does little harm.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from boundary.read.sql.lexer import QUOTED, WORD, Token, word_at
from boundary.read.sql.names import words

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator

STATEMENT, EXPRESSION, DYNAMIC, CALL = "statement", "expression", "dynamic", "call"


class Piece(NamedTuple):
    """A part of a body: a statement, an expression, the text of dynamic SQL, or the call of a procedure by its name.

    `target` is the variable that an expression is assigned to.
    """

    kind: str
    tokens: list[Token]
    target: str = ""


_SKIPPED = frozenset({"ELSE", "LOOP", "REPEAT", "THEN", "DO", ";", "ATOMIC", "EXCEPTION", "DECLARE"})
_UNTIL = {
    "IF": {"THEN"},
    "ELSIF": {"THEN"},
    "ELSEIF": {"THEN"},
    "WHEN": {"THEN"},
    "WHILE": {"LOOP", "DO"},
    "UNTIL": {"END"},
    "CASE": {"WHEN"},
}
_VERBS = words(
    "SELECT INSERT UPDATE DELETE MERGE REPLACE WITH CALL TRUNCATE LOCK COMMIT ROLLBACK SAVEPOINT RELEASE CREATE"
    " DROP ALTER COPY START VALUES REFRESH LOAD PREPARE ANALYZE VACUUM NOTIFY GRANT REVOKE COMMENT EXPLAIN"
)
_SILENT = words("NULL EXIT CONTINUE LEAVE ITERATE FETCH CLOSE GET GOTO SIGNAL RESIGNAL PRAGMA TYPE SUBTYPE DEALLOCATE")
_TRANSACTION = frozenset({"TRANSACTION", "TRAN", "WORK"})


def pieces(tokens: list[Token], start: int = 0) -> Iterator[Piece]:
    """The pieces of a body, in order."""
    i = start
    while i < len(tokens):
        step = _step(tokens, i)
        yield from step.pieces
        i = step.after


class _Step(NamedTuple):
    """How a body goes on: behind what, and with which pieces on the way."""

    after: int
    pieces: Iterable[Piece] = ()


def _step(tokens: list[Token], i: int) -> _Step:
    """What stands at `i`: a word of control, or a statement up to its semicolon."""
    word, following = tokens[i].word, word_at(tokens, i + 1)
    if word in _SKIPPED:
        return _Step(i + 1)
    if word == "BEGIN":
        return _Step(i + 1, (Piece(STATEMENT, tokens[i : i + 2]),) if following in _TRANSACTION else ())
    if word in _UNTIL:
        end = _find(tokens, i + 1, _UNTIL[word])
        return _Step(end if word in {"CASE", "UNTIL"} else end + 1, (Piece(EXPRESSION, tokens[i + 1 : end]),))
    if word in {"FOR", "FOREACH"}:
        end = _find(tokens, i + 1, {"LOOP", "DO"})
        return _Step(end + 1, _loop(tokens[i:end]))
    label = _label(tokens, i)
    if label:
        return _Step(label)
    end = _semicolon(tokens, i)
    return _Step(end + 1, () if word == "END" else _simple(tokens[i:end]))


def _label(tokens: list[Token], i: int) -> int:
    """Behind a label (`<<a>>`, `a:`) or a local routine's header, whose statements are the routine's; else 0."""
    word, following = tokens[i].word, word_at(tokens, i + 1)
    if word == "<" and following == "<":
        return _find(tokens, i, {">"}) + 2
    if word in {"PROCEDURE", "FUNCTION"}:
        return _find(tokens, i + 1, {"IS", "AS"}) + 1
    return i + 2 if following == ":" and tokens[i].kind == WORD else 0


def _simple(tokens: list[Token]) -> Iterator[Piece]:
    """The pieces of what ends with a semicolon."""
    head = {token.word for token in tokens[:_HEAD]}
    if head & {"CURSOR", "HANDLER"}:
        return _declared(tokens)
    read = _STATEMENTS.get(tokens[0].word)
    if read is not None:
        return read(tokens)
    return iter((Piece(STATEMENT, tokens),)) if tokens[0].word in _VERBS else _assignment(tokens)


def _silent(tokens: list[Token]) -> Iterator[Piece]:
    """EXIT WHEN condition; the others say nothing."""
    when = _find(tokens, 0, {"WHEN"})
    if when < len(tokens):
        yield Piece(EXPRESSION, tokens[when + 1 :])


def _perform(tokens: list[Token]) -> Iterator[Piece]:
    yield Piece(STATEMENT, [select_at(tokens[0]), *tokens[1:]])


def _execute(tokens: list[Token]) -> Iterator[Piece]:
    yield Piece(DYNAMIC, tokens[2:] if word_at(tokens, 1) == "IMMEDIATE" else tokens[1:])


def _forall(tokens: list[Token]) -> Iterator[Piece]:
    verb = next((k for k, token in enumerate(tokens) if token.word in _VERBS or token.word == "EXECUTE"), len(tokens))
    if verb < len(tokens):
        yield from _simple(tokens[verb:])


def _raise(tokens: list[Token]) -> Iterator[Piece]:
    yield Piece(EXPRESSION, _arguments(tokens))


def _return(tokens: list[Token]) -> Iterator[Piece]:
    following = word_at(tokens, 1)
    if following == "QUERY":
        if word_at(tokens, 2) == "EXECUTE":
            yield Piece(DYNAMIC, tokens[3:])
        else:
            yield Piece(STATEMENT, tokens[2:])
    elif following:
        yield Piece(EXPRESSION, tokens[2:] if following == "NEXT" else tokens[1:])


def _open(tokens: list[Token]) -> Iterator[Piece]:
    at = _find(tokens, 1, {"FOR"})
    rest = tokens[at + 1 :]
    if rest and rest[0].word == "EXECUTE":
        yield Piece(DYNAMIC, rest[1:])
    elif rest and rest[0].word in {"SELECT", "WITH", "(", "INSERT", "UPDATE", "DELETE"}:
        yield Piece(STATEMENT, rest)
    elif rest:
        yield Piece(DYNAMIC, rest)


def _loop(tokens: list[Token]) -> Iterator[Piece]:
    """`FOR r IN SELECT ...`, `FOR r IN EXECUTE ...`, `FOR i IN 1..f(x)`."""
    at = _find(tokens, 1, {"IN"})
    rest = [token for k, token in enumerate(tokens[at + 1 :]) if not (k == 0 and token.word in {"REVERSE", "ARRAY"})]
    first = next((token.word for token in rest if token.word != "("), "")
    if first == "EXECUTE":
        yield Piece(DYNAMIC, rest[1:])
    elif first in _VERBS:
        yield Piece(STATEMENT, rest)
    elif rest:
        yield Piece(EXPRESSION, rest)


def _declared(tokens: list[Token]) -> Iterator[Piece]:
    """`CURSOR c IS SELECT ...`, `c CURSOR FOR SELECT ...`, `DECLARE EXIT HANDLER FOR NOT FOUND statement`."""
    if any(token.word == "HANDLER" for token in tokens[:_HEAD]):
        starts = _VERBS | {"SET", "BEGIN"}
        body = next((k for k, token in enumerate(tokens) if k >= _HEAD and token.word in starts), len(tokens))
        yield from pieces(tokens, body)
        return
    for k, token in enumerate(tokens):
        if token.word in {"SELECT", "WITH"} and tokens[k - 1].word in {"IS", "FOR", "AS", "("}:
            yield Piece(STATEMENT, tokens[k - 1 :] if tokens[k - 1].word == "(" else tokens[k:])
            return


def _set(tokens: list[Token]) -> Iterator[Piece]:
    at = next((k for k, token in enumerate(tokens) if token.word in {"=", ":="}), 0)
    name = tokens[at - 1].text if at else ""
    if name.lower() in {"autocommit", "implicit_transactions"} or not at or word_at(tokens, 1) == "TRANSACTION":
        yield Piece(STATEMENT, tokens)
    else:
        yield Piece(EXPRESSION, tokens[at + 1 :], name)


def _assignment(tokens: list[Token]) -> Iterator[Piece]:
    """`x := expression`, `x type := expression`, `x type DEFAULT expression`, or the call of a procedure."""
    depth = 0
    for k, token in enumerate(tokens):
        depth += (token.word in {"(", "["}) - (token.word in {")", "]"})
        if depth == 0 and k and (token.word in {":=", "="} or (token.word == "DEFAULT" and k > 1)):
            yield Piece(EXPRESSION, tokens[k + 1 :], tokens[0].text.lower())
            return
    if tokens[0].kind in {WORD, QUOTED} and _is_call(tokens):
        yield Piece(CALL, tokens)


def _is_call(tokens: list[Token]) -> bool:
    """Whether the tokens are a name by itself or a name and its arguments."""
    i = 1
    while i + 1 < len(tokens) and tokens[i].word == "." and tokens[i + 1].kind in {WORD, QUOTED}:
        i += 2
    return i == len(tokens) or (
        tokens[i].word == "(" and tokens[-1].word == ")" and tokens[0].word not in {"NUMBER", "VARCHAR2"}
    )


def _arguments(tokens: list[Token]) -> list[Token]:
    at = next((k for k, token in enumerate(tokens) if token.word in {",", "("}), len(tokens))
    return tokens[at + 1 :] if at < len(tokens) and tokens[at].word == "," else tokens[at:]


def _semicolon(tokens: list[Token], start: int) -> int:
    return next((k for k in range(start, len(tokens)) if tokens[k].word == ";"), len(tokens))


def _find(tokens: list[Token], start: int, words: set[str]) -> int:
    """The position of the first of `words` outside of parentheses and of `CASE ... END`."""
    depth = cases = 0
    for k in range(start, len(tokens)):
        word = tokens[k].word
        if word == "(":
            depth += 1
        elif word == ")":
            depth -= 1
        elif depth <= 0 and cases == 0 and word in words:
            return k
        elif word == "CASE":
            cases += 1
        elif word == "END" and cases:
            cases -= 1
        elif word == ";" and depth <= 0:
            return k
    return len(tokens)


def select_at(token: Token) -> Token:
    """The word SELECT, put at the place of a token, so that an expression can be read as a query."""
    return Token(WORD, "SELECT ", token.start, token.start, "SELECT")


_HEAD = 4
_STATEMENTS: dict[str, Callable[[list[Token]], Iterator[Piece]]] = {
    **dict.fromkeys(_SILENT, _silent),
    "PERFORM": _perform,
    "RETURN": _return,
    "EXECUTE": _execute,
    "EXEC": _execute,
    "OPEN": _open,
    "FORALL": _forall,
    "RAISE": _raise,
    "SET": _set,
}
