"""Which pieces of a procedural body run SQL?  PL/pgSQL, PL/SQL, MySQL's and SQLite's bodies, to their statements.

The control structure is left out (whatever branch a statement stands in, it belongs to the routine), conditions,
assignments and loops are kept as expressions, because queries and calls hide in them. The reader knows where an
expression ends, not what it means, so a dialect that it does not know does little harm.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from boundary.read.sql.lexer import QUOTED, WORD, Token
from boundary.read.sql.names import words

if TYPE_CHECKING:
    from collections.abc import Iterator

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
_TRANSACTION = frozenset({"TRANSACTION", "TRAN", "WORK", ";"})


def pieces(tokens: list[Token], start: int = 0) -> Iterator[Piece]:
    """The pieces of a body, in order."""
    i = start
    size = len(tokens)
    while i < size:
        word = tokens[i].word
        if word in _SKIPPED:
            i += 1
        elif word == "BEGIN":
            if i + 1 < size and tokens[i + 1].word in _TRANSACTION - {";"}:
                yield Piece(STATEMENT, tokens[i : i + 2])
            i += 1
        elif word == "<" and i + 1 < size and tokens[i + 1].word == "<":
            i = _find(tokens, i, {">"}) + 2
        elif word == "END":
            i = _semicolon(tokens, i)
        elif word in {"PROCEDURE", "FUNCTION"}:  # a local routine: its statements are the routine's
            i = _find(tokens, i + 1, {"IS", "AS"}) + 1
        elif word in _UNTIL:
            end = _find(tokens, i + 1, _UNTIL[word])
            yield Piece(EXPRESSION, tokens[i + 1 : end])
            i = end if word in {"CASE", "UNTIL"} else end + 1
        elif word in {"FOR", "FOREACH"}:
            end = _find(tokens, i + 1, {"LOOP", "DO"})
            yield from _loop(tokens[i:end])
            i = end + 1
        elif i + 1 < size and tokens[i + 1].word == ":" and tokens[i].kind == WORD:
            i += 2
        else:
            end = _semicolon(tokens, i)
            yield from _simple(tokens[i:end])
            i = end + 1


def _simple(tokens: list[Token]) -> Iterator[Piece]:
    """The pieces of what ends with a semicolon."""
    first = tokens[0].word
    words = [token.word for token in tokens[:4]]
    if "CURSOR" in words or "HANDLER" in words:
        yield from _declared(tokens)
    elif first in _SILENT:
        if "WHEN" in words:
            yield Piece(EXPRESSION, tokens[words.index("WHEN") + 1 :])
    elif first == "PERFORM":
        yield Piece(STATEMENT, [select_at(tokens[0]), *tokens[1:]])
    elif first == "RETURN":
        yield from _return(tokens)
    elif first in {"EXECUTE", "EXEC"}:
        yield Piece(DYNAMIC, tokens[2:] if words[1:2] == ["IMMEDIATE"] else tokens[1:])
    elif first == "OPEN":
        yield from _open(tokens)
    elif first == "FORALL":
        verb = next(
            (k for k, token in enumerate(tokens) if token.word in _VERBS or token.word == "EXECUTE"), len(tokens)
        )
        yield from _simple(tokens[verb:]) if verb < len(tokens) else ()
    elif first == "RAISE":
        if any(token.word in {"SELECT", "("} for token in tokens):
            yield Piece(EXPRESSION, _arguments(tokens))
    elif first == "SET" and "TRANSACTION" not in words:
        yield from _set(tokens)
    elif first in _VERBS or first == "SET":
        yield Piece(STATEMENT, tokens)
    else:
        yield from _assignment(tokens)


def _return(tokens: list[Token]) -> Iterator[Piece]:
    following = tokens[1].word if len(tokens) > 1 else ""
    if following == "QUERY":
        if len(tokens) > 2 and tokens[2].word == "EXECUTE":
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
    if any(token.word == "HANDLER" for token in tokens[:4]):
        body = next(
            (k for k, token in enumerate(tokens) if k > 3 and token.word in _VERBS | {"SET", "BEGIN"}), len(tokens)
        )
        if body < len(tokens):
            yield from pieces(tokens, body)
        return
    verb = next(
        (
            k
            for k, t in enumerate(tokens)
            if t.word in {"SELECT", "WITH"} and tokens[k - 1].word in {"IS", "FOR", "AS", "("}
        ),
        -1,
    )
    if verb > 0:
        yield Piece(STATEMENT, tokens[verb - 1 :] if tokens[verb - 1].word == "(" else tokens[verb:])


def _set(tokens: list[Token]) -> Iterator[Piece]:
    at = next((k for k, token in enumerate(tokens) if token.word in {"=", ":="}), 0)
    name = tokens[at - 1].text if at else ""
    if name.lower() in {"autocommit", "implicit_transactions"} or not at:
        yield Piece(STATEMENT, tokens)
    else:
        yield Piece(EXPRESSION, tokens[at + 1 :], name)


def _assignment(tokens: list[Token]) -> Iterator[Piece]:
    """`x := expression`, `x type := expression`, `x type DEFAULT expression`, or the call of a procedure."""
    depth = 0
    for k, token in enumerate(tokens):
        depth += (token.word in {"(", "["}) - (token.word in {")", "]"})
        if depth == 0 and k and (token.word in {":=", "="} or (token.word == "DEFAULT" and k >= 2)):
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
