"""What do the statements say that need no parser?  Transaction control, locks, COPY, TRUNCATE, calls and the like."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from boundary.model.sql import SqlAccess, SqlCall, SqlControl
from boundary.read.sql.dotted import calls_of, name_at
from boundary.read.sql.lexer import BODY, STRING, Token, unquote
from boundary.read.sql.names import NOT_TABLES, TEMPORARY_SCHEMAS, fold, words
from boundary.read.sql.placeholders import name_of

if TYPE_CHECKING:
    from collections.abc import Callable

    from boundary.model.scan import Operation


class Place(NamedTuple):
    """What reading a statement needs to know of its surroundings."""

    dialect: str | None
    line_of: Callable[[int], int]
    temporary: frozenset[str] = frozenset()
    procedural: bool = False


class Simple(NamedTuple):
    """What a simple statement does."""

    accesses: tuple[SqlAccess, ...] = ()
    calls: tuple[SqlCall, ...] = ()
    controls: tuple[SqlControl, ...] = ()
    dynamic: tuple[int, ...] = ()


def read_simple(tokens: list[Token], place: Place) -> Simple | None:
    """What the statement does, or None if it is not a simple one."""
    reader = _READERS.get(tokens[0].word)
    return reader(tokens, place) if reader is not None else None


def _word(tokens: list[Token], i: int) -> str:
    return tokens[i].word if 0 <= i < len(tokens) else ""


def _control(tokens: list[Token], place: Place) -> Simple | None:
    line = place.line_of(tokens[0].start)
    words = [token.word for token in tokens[:6]]
    first, second = words[0], (words[1] if len(words) > 1 else "")
    name = _savepoint(tokens)
    if first == "BEGIN" or (first == "START" and second == "TRANSACTION"):
        return Simple(controls=(SqlControl("begin", line),))
    if first in {"COMMIT", "END"}:
        again = ("AND" in words and "CHAIN" in words and "NO" not in words) and (SqlControl("begin", line),)
        return Simple(controls=(SqlControl("commit", line), *(again or ())))
    if first == "ABORT" or (first == "ROLLBACK" and not ("TO" in words or (name and place.dialect == "tsql"))):
        return Simple(controls=(SqlControl("rollback", line),))
    if first == "ROLLBACK":
        return Simple(controls=(SqlControl("rollback_to", line, name),))
    if first == "SAVEPOINT" or (first == "SAVE" and second in {"TRAN", "TRANSACTION"}):
        return Simple(controls=(SqlControl("savepoint", line, name),))
    if first == "RELEASE":
        return Simple(controls=(SqlControl("release", line, name),))
    return None


def _savepoint(tokens: list[Token]) -> str | None:
    skipped = {"ROLLBACK", "TO", "SAVEPOINT", "RELEASE", "SAVE", "TRAN", "TRANSACTION", "WORK", "BEGIN", "COMMIT"}
    return next(
        (name_of(token.text).name for token in tokens if token.word not in skipped and token.kind in "wqh"), None
    )


def _set(tokens: list[Token], place: Place) -> Simple | None:
    words = [token.word for token in tokens[:6]]
    line = place.line_of(tokens[0].start)
    if "TRANSACTION" in words[:4] or "CHARACTERISTICS" in words:
        return Simple(controls=(SqlControl("set", line, " ".join(token.text for token in tokens[1:])[:80]),))
    if "AUTOCOMMIT" in words or "IMPLICIT_TRANSACTIONS" in words:
        return Simple(controls=(SqlControl("set", line, " ".join(token.text for token in tokens[1:])[:80].lower()),))
    if any(token.word in {"SELECT", "("} for token in tokens):
        return None
    return Simple()


def _nothing(_tokens: list[Token], _place: Place) -> Simple:
    return Simple()


def _names(tokens: list[Token], i: int, op: Operation, place: Place) -> tuple[SqlAccess, ...]:
    """The tables of a list of names that starts at `i`."""
    found: list[SqlAccess] = []
    while i < len(tokens):
        while _word(tokens, i) in {"TABLE", "TABLES", "ONLY", "IF", "EXISTS"}:
            i += 1
        name = name_at(tokens, i, place.dialect)
        if name is None:
            break
        access = access_of(name.table, name.schema, op, place.line_of(name.token.start), place)
        if access is not None:
            found.append(access)
        i = name.after
        while i < len(tokens) and tokens[i].word != ",":
            i += 1
        i += 1
    return tuple(found)


def access_of(table: str, schema: str | None, op: Operation, line: int, place: Place) -> SqlAccess | None:
    """The access, or None if the name is not one of a table."""
    lower = table.lower()
    if schema is None and (lower in NOT_TABLES or table.startswith("@")):
        return None
    named = name_of(table)
    temporary = (
        table.startswith("#")
        or (schema is None and lower in place.temporary)
        or (schema or "").lower() in TEMPORARY_SCHEMAS
    )
    return SqlAccess(named.name, op, line, name_of(schema).name if schema else None, (), temporary, named.holes)


def _lock(tokens: list[Token], place: Place) -> Simple | None:
    return Simple(_names(tokens, 1, "lock", place)) if len(tokens) > 1 else None


def _truncate(tokens: list[Token], place: Place) -> Simple | None:
    return Simple(_names(tokens, 1, "delete", place)) if len(tokens) > 1 else None


def _copy(tokens: list[Token], place: Place) -> Simple | None:
    if _word(tokens, 1) == "(":
        return None
    start = 2 if _word(tokens, 1) == "BINARY" else 1
    name = name_at(tokens, start, place.dialect)
    if name is None:
        return None
    rest = [token.word for token in tokens[name.after :]]
    op: Operation = (
        "read" if "TO" in rest and ("FROM" not in rest or rest.index("TO") < rest.index("FROM")) else "insert"
    )
    access = access_of(name.table, name.schema, op, place.line_of(name.token.start), place)
    return Simple((access,) if access else ())


def _load(tokens: list[Token], place: Place) -> Simple | None:
    words = [token.word for token in tokens]
    if _word(tokens, 1) not in {"DATA", "XML"} or "TABLE" not in words:
        return Simple()
    accesses = _names(tokens[: words.index("TABLE") + 4], words.index("TABLE") + 1, "insert", place)
    return Simple(accesses[:1])


def _bulk(tokens: list[Token], place: Place) -> Simple | None:
    return Simple(_names(tokens[:8], 2, "insert", place)[:1]) if _word(tokens, 1) == "INSERT" else None


def _call(tokens: list[Token], place: Place) -> Simple | None:
    """CALL p(...), EXEC p ..., EXECUTE p, EXEC @result = p; EXEC (...) and sp_executesql run SQL made at run time."""
    i = 1
    line = place.line_of(tokens[0].start)
    if _word(tokens, i).startswith("@") and _word(tokens, i + 1) == "=":
        i += 2
    if _word(tokens, i) in {"IMMEDIATE", "("} or (i < len(tokens) and tokens[i].kind in {STRING, BODY}):
        return Simple(dynamic=(line,))
    name = name_at(tokens, i, place.dialect)
    if name is None or name.table.startswith("@"):
        return Simple(dynamic=(line,)) if len(tokens) > 1 else None
    dynamic = (line,) if name.table.lower() == "sp_executesql" else ()
    calls = () if dynamic else (SqlCall(name_of(name.table).name, line, name.schema),)
    return Simple(calls=calls, dynamic=dynamic)


def _prepare(tokens: list[Token], place: Place) -> Simple | None:
    """MySQL's PREPARE s FROM ...; PostgreSQL's PREPARE s AS is read as the statement behind AS."""
    if _word(tokens, 2) == "FROM":
        return Simple(dynamic=(place.line_of(tokens[0].start),))
    return Simple() if _word(tokens, 1) == "TRANSACTION" else None


def _refresh(tokens: list[Token], place: Place) -> Simple | None:
    words = [token.word for token in tokens[:5]]
    if "VIEW" not in words:
        return Simple()
    start = words.index("VIEW") + 1
    start += _word(tokens, start) == "CONCURRENTLY"
    return Simple(_names(tokens[: start + 3], start, "update", place)[:1])


def _update(tokens: list[Token], _place: Place) -> Simple | None:
    return Simple() if _word(tokens, 1) == "STATISTICS" else None


def _insert(tokens: list[Token], place: Place) -> Simple | None:
    """`INSERT INTO t (columns) VALUES (...), (...)` and nothing more: the rows of data files, a parser's time each."""
    if _word(tokens, 1) != "INTO" or any(token.word in {"SELECT", "WITH"} for token in tokens):
        return None
    name = name_at(tokens, 2, place.dialect)
    if name is None:
        return None
    i = name.after
    columns: tuple[str, ...] = ()
    if _word(tokens, i) == "(":
        close = closing(tokens, i)
        columns = tuple(unquote(token.text) for token in tokens[i + 1 : close] if token.kind in "wq")
        i = close + 1
    if _word(tokens, i) == "OVERRIDING":
        i += 3
    if _word(tokens, i) not in {"VALUES", "VALUE"} or _word(tokens, i + 1) != "(":
        return None
    while _word(tokens, i + 1) == "(":
        i = closing(tokens, i + 1) + 1
        if _word(tokens, i) != ",":
            break
    if i < len(tokens):
        return None
    access = access_of(name.table, name.schema, "insert", place.line_of(name.token.start), place)
    if access is None:
        return Simple()
    named = tuple(fold(column, place.dialect, quoted=False) for column in columns)
    filled = SqlAccess(access.table, "insert", access.line, access.schema, named, access.temporary, access.holes)
    return Simple((filled,), calls_of(tokens, place.line_of, place.dialect))


def closing(tokens: list[Token], i: int) -> int:
    """The position of the parenthesis that closes the one at `i`."""
    depth = 0
    for k in range(i, len(tokens)):
        depth += (tokens[k].word == "(") - (tokens[k].word == ")")
        if depth == 0:
            return k
    return len(tokens) - 1


_SILENT = words(
    "USE GRANT REVOKE DENY COMMENT ANALYZE ANALYSE VACUUM SHOW DISCARD LISTEN NOTIFY UNLISTEN RESET DEALLOCATE"
    " UNLOCK PRAGMA ATTACH DETACH OPTIMIZE REPAIR FLUSH KILL CHECKPOINT CLUSTER REINDEX PRINT RAISERROR THROW"
    " WAITFOR GOTO DBCC CLOSE FETCH OPEN MOVE REASSIGN SECURITY DESCRIBE DESC HANDLER SIGNAL RESIGNAL GET NULL"
    " EXIT CONTINUE LEAVE ITERATE CHECK RECONFIGURE BACKUP RESTORE SHUTDOWN HELP PURGE CHANGE INSTALL UNINSTALL"
    " DELIMITER SOURCE SPOOL PROMPT WHENEVER CONNECT DISCONNECT REM REMARK ACCEPT DEFINE UNDEFINE COLUMN TTITLE"
    " BTITLE BREAK COMPUTE AUDIT NOAUDIT IMPORT PASSWORD VARIABLE REVERT DISABLE ENABLE BREAK"
)
_READERS: dict[str, Callable[[list[Token], Place], Simple | None]] = {
    **dict.fromkeys(("BEGIN", "START", "COMMIT", "END", "ABORT", "ROLLBACK", "SAVEPOINT", "SAVE", "RELEASE"), _control),
    "SET": _set,
    "INSERT": _insert,
    "UPDATE": _update,
    "LOCK": _lock,
    "TRUNCATE": _truncate,
    "COPY": _copy,
    "LOAD": _load,
    "BULK": _bulk,
    "REFRESH": _refresh,
    "PREPARE": _prepare,
    **dict.fromkeys(("CALL", "EXEC", "EXECUTE"), _call),
    **dict.fromkeys(_SILENT, _nothing),
}
