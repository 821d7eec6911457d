"""Which tables do these words touch, when no parser accepts them?  A reader that only follows the key words.

It looks for the words that stand before a table's name (FROM, JOIN, INTO, UPDATE ...), follows the commas of a FROM
clause, and leaves out common table expressions, table functions and the FROM of `EXTRACT(... FROM ...)`.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from boundary.model.sql import SqlAccess, SqlCall, SqlJoin
from boundary.read.sql.lexer import BODY, HOLE_KIND, QUOTED, WORD, Token, unquote
from boundary.read.sql.names import BUILT_IN, LOCK_HINTS, NO_CALL, NOT_TABLES, TEMPORARY_SCHEMAS, fold, words
from boundary.read.sql.placeholders import is_hole, name_of

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from boundary.model.scan import Operation

_FROM_IN_CALL = frozenset({"EXTRACT", "SUBSTRING", "TRIM", "OVERLAY", "POSITION"})
_NO_ALIAS = words(
    "WHERE ON USING JOIN LEFT RIGHT INNER OUTER FULL CROSS NATURAL GROUP ORDER HAVING LIMIT OFFSET UNION EXCEPT"
    " INTERSECT MINUS SET VALUES SELECT FOR WINDOW RETURNING RETURN INTO WHEN THEN FETCH CONNECT START WITH"
    " LATERAL STRAIGHT_JOIN DEFAULT OUTPUT FROM AND OR LOOP DO END GO IF OPTION PIVOT UNPIVOT TABLESAMPLE"
    " PARTITION FORCE USE IGNORE LOG BULK"
)
_CLAUSE_ENDS = words(
    "WHERE GROUP ORDER HAVING LIMIT OFFSET UNION EXCEPT INTERSECT MINUS SET VALUES SELECT RETURNING WINDOW FETCH"
    " CONNECT START INTO LOOP FOR WHEN"
)


class Words(NamedTuple):
    """What the words said."""

    accesses: tuple[SqlAccess, ...]
    joins: tuple[SqlJoin, ...]


class Name(NamedTuple):
    """A dotted name: where it begins (`token`), and the position behind it."""

    schema: str | None
    table: str
    after: int
    token: Token

    @property
    def full(self) -> str:
        return f"{self.schema}.{self.table}" if self.schema else self.table


class Reader:
    """Reads the accesses of one statement from its tokens.

    Args:
        tokens: the statement, after `name_holes`.
        line_of: the line offset of a position in the text.
        dialect: a sqlglot dialect name, or None.
        temporary: names known to be temporary tables, in lower case.
        procedural: whether `SELECT ... INTO` fills variables and makes no table.
    """

    def __init__(
        self,
        tokens: list[Token],
        line_of: Callable[[int], int],
        dialect: str | None,
        temporary: Iterable[str] = (),
        *,
        procedural: bool = False,
    ) -> None:
        self._tokens = tokens
        self._line_of = line_of
        self._dialect = dialect
        self._temporary = frozenset(temporary)
        self._procedural = procedural
        self._ctes = _common_tables(tokens)
        self._found: list[SqlAccess] = []
        self._joins: list[SqlJoin] = []
        self._aliases: dict[str, Name] = {}

    def read(self) -> Words:
        """All accesses, once each, in the order of the text."""
        for i, token in enumerate(self._tokens):
            if token.kind == WORD:
                self._at(i, token.word)
        accesses = [self._unaliased(access) for access in self._found]
        written = {(access.table, access.line) for access in accesses if access.op in {"update", "delete"}}
        kept = [
            a
            for a in accesses
            if a.op != "read" or (a.table, a.line) not in written or self._dialect not in {"tsql", "mysql"}
        ]
        return Words(tuple(dict.fromkeys(kept)), tuple(dict.fromkeys(self._joins)))

    def _at(self, i: int, word: str) -> None:
        before = self._word(i - 1)
        if word == "FROM":
            self._from(i, before)
        elif word == "JOIN" or (word == "APPLY" and before in {"CROSS", "OUTER"}) or word == "STRAIGHT_JOIN":
            self._joined(i)
        elif word == "USING" and self._word(i + 1) != "(" and self._first() in {"DELETE", "MERGE"}:
            self._list(i + 1, "read")
        elif word == "INTO":
            self._into(i)
        elif word == "UPDATE" and before not in {
            "FOR",
            "KEY",
            "DO",
            "THEN",
            "ON",
            "BEFORE",
            "AFTER",
            "OR",
            ",",
            "OF",
            "(",
        }:
            self._one(self._skip(i + 1, {"ONLY", "LOW_PRIORITY", "IGNORE"}), "update")
        elif word == "UPDATE" and before in {"DO", "KEY"}:
            self._again("update")
        elif word in {"UPDATE", "INSERT", "DELETE"} and before == "THEN" and self._first() in {"MERGE", "WITH"}:
            self._again({"UPDATE": "update", "INSERT": "insert", "DELETE": "delete"}[word])
        elif (
            word == "DELETE"
            and self._word(i + 1) not in {"FROM", "WHERE", ";", ""}
            and before not in {"ON", "THEN", "OR", "BEFORE", "AFTER"}
        ):
            self._one(i + 1, "delete")
        elif (
            word == "INSERT"
            and self._dialect == "tsql"
            and self._word(i + 1) not in {"INTO", "("}
            and before not in {"THEN", "FOR", ","}
        ):
            self._one(i + 1, "insert")
        elif word == "TABLE" and self._first() == "CREATE" and i < 6:
            self._one(self._skip(i + 1, {"IF", "NOT", "EXISTS"}), "insert")
        elif word == "MERGE" and self._word(i + 1) != "INTO":
            self._one(i + 1, "read")
        elif word == "FOR" and self._word(i + 1) in {"UPDATE", "SHARE"}:
            self._lock(i + 2)

    # --- clauses ----------------------------------------------------------------------------------------

    def _from(self, i: int, before: str) -> None:
        if before == "DELETE":
            self._one(self._skip(i + 1, {"ONLY"}), "delete")
        elif not (before == "DISTINCT" and self._word(i - 2) in {"IS", "NOT"}) and not self._in_call(i):
            self._list(i + 1, "read")

    def _list(self, i: int, op: Operation) -> None:
        """A FROM clause: names, aliases and commas, up to the next clause; joins and subqueries take care of themselves."""
        depth = 0
        expects = True
        while i < len(self._tokens):
            word = self._tokens[i].word
            if word == "(":
                if not expects:
                    depth += 1
                i += 1
                continue
            if word == ")":
                depth -= 1
                if depth < 0:
                    return
            elif depth == 0 and word == ",":
                expects = True
            elif depth == 0 and (word in _CLAUSE_ENDS or word == ";"):
                return
            elif expects and word in {"LATERAL", "ONLY"}:
                pass
            elif expects and word in {"SELECT", "WITH", "VALUES"}:
                return
            elif expects:
                after = self._one(i, op)
                expects = False
                i = max(after, i + 1)
                continue
            i += 1

    def _joined(self, i: int) -> None:
        start = self._skip(i + 1, {"LATERAL", "ONLY", "("})
        last = next((access for access in reversed(self._found) if access.op == "read"), None)
        count = len(self._found)
        self._one(start, "read")
        if last is not None and len(self._found) > count:
            self._joins.append(SqlJoin(last.name, self._found[-1].name, self._found[-1].line))

    def _into(self, i: int) -> None:
        first = next(
            (
                t.word
                for t in reversed(self._tokens[:i])
                if t.word in {"INSERT", "SELECT", "MERGE", "REPLACE", "DATA", "RETURNING", "OUTPUT", "FETCH"}
            ),
            "",
        )
        if first in {"INSERT", "REPLACE", "DATA"}:
            self._one(self._skip(i + 1, {"TABLE"}), "insert")
            if first == "REPLACE" or self._word(i - 1) == "REPLACE":
                self._again("delete")
        elif first == "MERGE":
            self._one(i + 1, "read")
            if self._found:
                self._found[-1] = self._found[-1]
        elif first in {"SELECT", "OUTPUT"} and not self._procedural:
            self._one(self._skip(i + 1, {"TABLE", "TEMP", "TEMPORARY", "UNLOGGED"}), "insert")

    def _lock(self, i: int) -> None:
        named = self._word(i) == "OF"
        wanted = {token.text.lower() for token in self._tokens[i + 1 :]} if named else set()
        for access in list(self._found):
            aliases = {alias for alias, name in self._aliases.items() if name.table == access.table}
            if access.op == "read" and (not named or wanted & (aliases | {access.table.lower()})):
                self._found.append(_with(access, "lock"))

    def _again(self, op: Operation) -> None:
        """Another operation on the statement's first target."""
        target = next(
            (a for a in self._found if a.op in {"insert", "update", "delete"}), self._found[0] if self._found else None
        )
        if target is None:
            return
        if target.op == "read" and self._first() == "MERGE":
            self._found.remove(target)
        self._found.append(_with(target, op))

    # --- names ------------------------------------------------------------------------------------------

    def _one(self, i: int, op: Operation) -> int:
        """Note the table whose name starts at `i`; where its name and alias end."""
        name = name_at(self._tokens, i, self._dialect)
        if name is None:
            return i + 1
        after, lock = self._note_alias(name)
        called = self._word(name.after) == "(" and op != "insert"
        if called and not (
            self._dialect == "tsql" and self._word(name.after + 1) in {h.upper() for h in LOCK_HINTS} | {"NOLOCK"}
        ):
            return name.after
        lower = name.table.lower()
        if name.schema is None and (lower in self._ctes or lower in NOT_TABLES or name.table.startswith("@")):
            return after
        table = name_of(name.table)
        short = (
            name.table.startswith("#")
            or (name.schema is None and lower in self._temporary)
            or (name.schema or "").lower() in TEMPORARY_SCHEMAS
        )
        access = SqlAccess(
            table.name,
            op,
            self._line_of(name.token.start),
            name_of(name.schema).name if name.schema else None,
            (),
            short,
            table.holes,
        )
        self._found.append(access)
        if lock:
            self._found.append(_with(access, "lock"))
        return after

    def _note_alias(self, name: Name) -> tuple[int, bool]:
        i = name.after
        if self._word(i) == "AS":
            i += 1
        token = self._tokens[i] if i < len(self._tokens) else None
        if token is not None and token.kind in {WORD, QUOTED} and (token.kind == QUOTED or token.word not in _NO_ALIAS):
            self._aliases[unquote(token.text).lower()] = name
            i += 1
        elif i > name.after:
            i = name.after
        lock = False
        if self._word(i) == "WITH" and self._word(i + 1) == "(":
            end = next((k for k in range(i, len(self._tokens)) if self._tokens[k].word == ")"), i)
            lock = any(self._tokens[k].text.lower() in LOCK_HINTS for k in range(i, end))
            i = end + 1
        return i, lock

    def _unaliased(self, access: SqlAccess) -> SqlAccess:
        """`UPDATE a ... FROM orders a` writes orders."""
        name = (
            self._aliases.get(access.table.lower())
            if access.op in {"update", "delete"} and access.schema is None
            else None
        )
        if name is None or name.table.lower() == access.table.lower():
            return access
        table = name_of(name.table)
        return SqlAccess(table.name, access.op, access.line, name.schema, (), name.table.startswith("#"), table.holes)

    def _in_call(self, i: int) -> bool:
        """Whether the FROM at `i` belongs to `EXTRACT(... FROM ...)` and its like."""
        depth = 0
        for k in range(i - 1, -1, -1):
            word = self._tokens[k].word
            if word == ")":
                depth += 1
            elif word == "(":
                if depth == 0:
                    return self._word(k - 1) in _FROM_IN_CALL
                depth -= 1
            elif depth == 0 and word in {"SELECT", ";"}:
                return False
        return False

    def _first(self) -> str:
        return next((t.word for t in self._tokens if t.kind == WORD and t.word not in {"EXPLAIN", "ANALYZE"}), "")

    def _word(self, i: int) -> str:
        return self._tokens[i].word if 0 <= i < len(self._tokens) else ""

    def _skip(self, i: int, words: set[str]) -> int:
        while self._word(i) in words:
            i += 1
        return i


def name_at(tokens: list[Token], i: int, dialect: str | None) -> Name | None:
    """The dotted name that starts at `i`, or None where no name stands."""
    parts: list[str] = []
    first = i
    while i < len(tokens):
        token = tokens[i]
        if token.kind not in {WORD, QUOTED, HOLE_KIND} or (
            token.kind == WORD and not parts and token.word in _CLAUSE_ENDS | {"SELECT", "VALUES"}
        ):
            break
        quoted = token.kind == QUOTED
        parts.append(unquote(token.text) if quoted else fold(token.text, dialect, quoted=False))
        i += 1
        if i < len(tokens) and tokens[i].word == ".":
            i += 1
            while i < len(tokens) and tokens[i].word == ".":  # server..table
                i += 1
            continue
        break
    if not parts:
        return None
    if len(parts) == 1 and is_hole(parts[0]) and tokens[first].kind == HOLE_KIND:
        return Name(None, parts[0], i, tokens[first])
    return Name(parts[-2] if len(parts) > 1 else None, parts[-1], i, tokens[first])


def _with(access: SqlAccess, op: Operation) -> SqlAccess:
    return SqlAccess(access.table, op, access.line, access.schema, (), access.temporary, access.holes)


def _common_tables(tokens: list[Token]) -> frozenset[str]:
    """The names of the common table expressions, in lower case: `name [(columns)] AS [[NOT] MATERIALIZED] (`."""
    if not any(token.word == "WITH" for token in tokens):
        return frozenset()
    found: set[str] = set()
    for i, token in enumerate(tokens):
        if token.kind not in {WORD, QUOTED} or i == 0 or tokens[i - 1].word not in {"WITH", "RECURSIVE", ","}:
            continue
        k = i + 1
        if k < len(tokens) and tokens[k].word == "(":
            while k < len(tokens) and tokens[k].word != ")":
                k += 1
            k += 1
        if k < len(tokens) and tokens[k].word == "AS":
            k += 1
            while k < len(tokens) and tokens[k].word in {"NOT", "MATERIALIZED"}:
                k += 1
            if k < len(tokens) and tokens[k].word == "(":
                found.add(unquote(token.text).lower())
    return frozenset(found)


_NAMES_FOLLOW = frozenset(
    {"INTO", "TABLE", "REFERENCES", "JOIN", "UPDATE", "AS", ")", "INDEX", "ON", "VIEW", "WITH", "RECURSIVE"}
)


def calls_of(tokens: list[Token], line_of: Callable[[int], int], dialect: str | None) -> tuple[SqlCall, ...]:
    """The functions that the words call: names right before a parenthesis, without the databases' own."""
    found: dict[SqlCall, None] = {}
    for i, token in enumerate(tokens):
        if token.word != "(" or i == 0 or tokens[i - 1].kind not in {WORD, QUOTED}:
            continue
        first = i - 1
        while first >= 2 and tokens[first - 1].word == "." and tokens[first - 2].kind in {WORD, QUOTED}:
            first -= 2
        name = name_at(tokens, first, dialect)
        if name is None or name.token.kind == BODY or _no_call(name, tokens, first):
            continue
        found.setdefault(SqlCall(name.table, line_of(name.token.start), name.schema))
    return tuple(found)


def _no_call(name: Name, tokens: list[Token], first: int) -> bool:
    lower = name.table.lower()
    if name.schema is None and (lower in BUILT_IN or (lower in NO_CALL and tokens[first].kind == WORD)):
        return True
    before = tokens[first - 1].word if first else ""
    if before in _NAMES_FOLLOW and before not in {"ON", "JOIN"}:
        return True
    return before == "," and _is_cte(tokens, name.after)


def _is_cte(tokens: list[Token], i: int) -> bool:
    """Whether `(columns) AS (` follows."""
    while i < len(tokens) and tokens[i].word != ")":
        i += 1
    return i + 2 < len(tokens) and tokens[i + 1].word == "AS" and tokens[i + 2].word == "("
