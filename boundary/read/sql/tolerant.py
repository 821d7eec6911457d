"""Which tables do these words touch, when no parser accepts them?  A reader that only follows the key words.

It looks for the words that stand before a table's name (FROM, JOIN, INTO, UPDATE ...), follows the commas of a FROM
clause, and leaves out common table expressions, table functions and the FROM of `EXTRACT(... FROM ...)`.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar, NamedTuple

import msgspec

from boundary.model.sql import SqlAccess, SqlJoin
from boundary.read.sql.dotted import Name, name_at
from boundary.read.sql.lexer import QUOTED, WORD, Token, unquote, word_at
from boundary.read.sql.names import CONFLICTS, LOCK_HINTS, words
from boundary.read.sql.simple import Place, access_of, closing

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from boundary.model.scan import Operation

_FROM_IN_CALL = words("EXTRACT SUBSTRING TRIM OVERLAY POSITION")
_NO_ALIAS = words(
    "WHERE ON USING JOIN LEFT RIGHT INNER OUTER FULL CROSS NATURAL GROUP ORDER HAVING LIMIT OFFSET UNION EXCEPT"
    " INTERSECT MINUS SET VALUES SELECT FOR WINDOW RETURNING RETURN INTO WHEN THEN FETCH CONNECT START WITH"
    " LATERAL STRAIGHT_JOIN DEFAULT OUTPUT FROM AND OR LOOP DO END GO IF OPTION PIVOT UNPIVOT TABLESAMPLE"
    " PARTITION FORCE USE IGNORE LOG BULK"
)
_CLAUSE_ENDS = words(
    "WHERE GROUP ORDER HAVING LIMIT OFFSET UNION EXCEPT INTERSECT MINUS SET VALUES SELECT RETURNING WINDOW FETCH"
    " CONNECT START INTO LOOP FOR WHEN ;"
)
_NO_UPDATE = words("FOR KEY DO THEN ON BEFORE AFTER OR , OF (")
_NO_DELETE = words("ON THEN OR BEFORE AFTER , OF FOR")
_BEFORE_INTO = words("INSERT SELECT MERGE REPLACE DATA RETURNING OUTPUT FETCH")
_ACTIONS: dict[str, Operation] = {"UPDATE": "update", "INSERT": "insert", "DELETE": "delete"}
_HEAD = 6
_SAMPLED = words("NOLOCK READPAST UPDLOCK HOLDLOCK ROWLOCK TABLOCK TABLOCKX XLOCK PAGLOCK READUNCOMMITTED")


class Words(NamedTuple):
    """What the words said."""

    accesses: tuple[SqlAccess, ...]
    joins: tuple[SqlJoin, ...]


class Reader:
    """Reads the accesses of one statement from its tokens.

    Args:
        tokens: the statement, after `name_holes`.
        place: its surroundings.
    """

    def __init__(self, tokens: list[Token], place: Place) -> None:
        self._tokens = tokens
        self._place = place
        self._ctes = common_tables(tokens)
        self._depths = list(_depths(tokens))
        self._found: list[SqlAccess] = []
        self._reads: dict[int, SqlAccess] = {}
        self._merged: SqlAccess | None = None
        self._joins: list[SqlJoin] = []
        self._aliases: dict[str, Name] = {}
        self._first = next((t.word for t in tokens if t.kind == WORD and t.word not in {"EXPLAIN", "ANALYZE"}), "")

    def read(self) -> Words:
        """All accesses, once each, in the order of the text."""
        for i, token in enumerate(self._tokens):
            visit = self._visits.get(token.word) if token.kind == WORD else None
            if visit is not None:
                visit(self, i, self._word(i - 1))
        if self._place.dialect in {"tsql", "mysql"}:  # `UPDATE a ... FROM orders a` does not read orders besides
            written = {access.table.lower() for access in self._found if access.op in {"update", "delete"}}
            named = [self._reads.get(name.token.start) for alias, name in self._aliases.items() if alias in written]
            self._found = [access for access in self._found if not any(access is one for one in named)]
        accesses = [self._unaliased(access) for access in self._found]
        return Words(tuple(dict.fromkeys(accesses)), tuple(dict.fromkeys(self._joins)))

    # --- words --------------------------------------------------------------------------------------------

    def _from(self, i: int, before: str) -> None:
        if before == "DELETE":
            self._one(self._skip(i + 1, "ONLY"), "delete")
        elif not (before == "DISTINCT" and self._word(i - 2) in {"IS", "NOT"}) and not self._in_call(i):
            self._list(i + 1)

    def _using(self, i: int, _before: str) -> None:
        if (self._first == "DELETE" or self._merged is not None) and self._word(i + 1) != "(":
            self._list(i + 1)

    def _apply(self, i: int, before: str) -> None:
        if before in {"CROSS", "OUTER"}:
            self._joined(i, before)

    def _joined(self, i: int, _before: str) -> None:
        last = next((access for access in reversed(self._found) if access.op == "read"), None)
        count = len(self._found)
        self._one(self._skip(i + 1, "LATERAL", "ONLY", "("), "read")
        if last is not None and len(self._found) > count:
            self._joins.append(SqlJoin(last.name, self._found[-1].name, self._found[-1].line))

    def _into(self, i: int, before: str) -> None:
        first = next((self._word(k) for k in range(i - 1, -1, -1) if self._starts(k)), "")
        if first in {"INSERT", "REPLACE", "DATA"}:
            self._one(self._skip(i + 1, "TABLE"), "insert")
            if "REPLACE" in {first, before}:
                self._again("delete")
        elif first == "MERGE":
            self._merge_into(i + 1)
        elif first in {"SELECT", "OUTPUT"} and not self._place.procedural:
            self._one(self._skip(i + 1, "TABLE", "TEMP", "TEMPORARY", "UNLOGGED"), "insert")

    def _update(self, i: int, before: str) -> None:
        if before in {"DO", "KEY"}:
            self._again("update")
        elif not self._action(i, before) and before not in _NO_UPDATE and self._word(i + 1) != "TO":  # an extension
            at = i + 3 if self._word(i + 1) == "OR" and self._word(i + 2) in CONFLICTS else i + 1
            self._one(self._skip(at, "ONLY", "LOW_PRIORITY", "IGNORE"), "update")

    def _delete(self, i: int, before: str) -> None:
        if self._action(i, before) or before in _NO_DELETE:
            return
        if self._word(i + 1) not in {"FROM", "WHERE", ";", ""}:
            self._one(i + 1, "delete")

    def _insert(self, i: int, before: str) -> None:
        if self._action(i, before) or before in {"THEN", "FOR", ","}:
            return
        if self._place.dialect == "tsql" and self._word(i + 1) not in {"INTO", "("}:
            self._one(i + 1, "insert")

    def _merge(self, i: int, _before: str) -> None:
        if self._word(i + 1) != "INTO":
            self._merge_into(i + 1)

    def _merge_into(self, i: int) -> None:
        """The target of a MERGE, as if it were read until it is said what happens to it."""
        count = len(self._found)
        self._one(i, "read")
        self._merged = self._found[-1] if len(self._found) > count else None

    def _table(self, i: int, _before: str) -> None:
        if self._first == "CREATE" and i < _HEAD:
            self._one(self._skip(i + 1, "IF", "NOT", "EXISTS"), "insert")

    def _for(self, i: int, _before: str) -> None:
        """FOR UPDATE [OF names], FOR SHARE."""
        if self._word(i + 1) not in {"UPDATE", "SHARE"}:
            return
        named = self._word(i + 2) == "OF"
        wanted = {token.text.lower() for token in self._tokens[i + 3 :]}
        for access in list(self._found):
            aliases = {alias for alias, name in self._aliases.items() if name.table == access.table}
            if access.op == "read" and (not named or wanted & (aliases | {access.table.lower()})):
                self._found.append(_with(access, "lock"))

    _visits: ClassVar[dict[str, Callable[[Reader, int, str], None]]] = {
        "FROM": _from,
        "USING": _using,
        "JOIN": _joined,
        "STRAIGHT_JOIN": _joined,
        "APPLY": _apply,
        "INTO": _into,
        "UPDATE": _update,
        "DELETE": _delete,
        "INSERT": _insert,
        "MERGE": _merge,
        "TABLE": _table,
        "FOR": _for,
    }

    # --- clauses ------------------------------------------------------------------------------------------

    def _list(self, i: int) -> None:
        """A FROM clause: names, aliases, commas, up to the next clause; parentheses speak for themselves."""
        expects = True
        while i < len(self._tokens):
            word = self._word(i)
            if expects and word in {"LATERAL", "ONLY", "("}:
                i += 1
            elif word == "(":
                i = closing(self._tokens, i) + 1
            elif word == "FOR" and self._word(i + 1) in {"PATH", "SYSTEM_TIME"}:  # of a graph, of a temporal table
                i += 2
            elif word == ")" or word in _CLAUSE_ENDS or (expects and word == "WITH"):
                return
            elif expects:
                i = max(self._one(i, "read"), i + 1)
                expects = False
            else:
                expects = word == ","
                i += 1

    def _action(self, i: int, before: str) -> bool:
        """Whether the word is what a MERGE does: `WHEN MATCHED THEN UPDATE`."""
        if before != "THEN" or not (self._first == "MERGE" or self._merged is not None):
            return False
        self._again(_ACTIONS[self._word(i)])
        return True

    def _again(self, op: Operation) -> None:
        """Another operation on the statement's target."""
        target = self._merged
        if target is not None:
            self._found = [access for access in self._found if access is not target]
        else:
            writes = (access for access in reversed(self._found) if access.op in {"insert", "update", "delete"})
            target = next(writes, None)
        if target is not None:
            self._found.append(_with(target, op))

    def _starts(self, i: int) -> bool:
        """Whether the word at `i` is one that an INTO can belong to, and no call of `REPLACE(...)`."""
        return self._word(i) in _BEFORE_INTO and not (self._word(i) == "REPLACE" and self._word(i + 1) == "(")

    def _in_call(self, i: int) -> bool:
        """Whether the FROM at `i` belongs to `EXTRACT(... FROM ...)` and its like."""
        depth = 0
        for k in range(i - 1, -1, -1):
            word = self._tokens[k].word
            if word == ")":
                depth += 1
            elif word == "(" and depth == 0:
                return self._word(k - 1) in _FROM_IN_CALL
            elif word == "(":
                depth -= 1
            elif depth == 0 and word in {"SELECT", ";"}:
                return False
        return False

    # --- names --------------------------------------------------------------------------------------------

    def _one(self, i: int, op: Operation) -> int:
        """Note the table whose name starts at `i`; where its name and alias end."""
        name = name_at(self._tokens, i, self._place.dialect)
        if name is None:
            return i + 1
        if self._word(name.after) == "(" and op != "insert" and self._word(name.after + 1) not in _SAMPLED:
            return name.after  # a function
        after, lock = self._note_alias(name, op, outer=self._depths[i] == 0)
        written = op in {"update", "delete"} or self._word(i - 1) == "MERGE" or self._word(i - 2) == "MERGE"
        name = self._through(name) if written else name
        if name.schema is None and name.table.lower() in self._ctes:
            return after
        line = self._place.line_of(name.token.start)
        access = access_of(name.table, name.schema, op, line, self._place)
        if access is not None:
            if op == "read":
                self._reads[name.token.start] = access
            self._found += [access, _with(access, "lock")] if lock else [access]
        return after

    def _through(self, name: Name) -> Name:
        """The table behind the name of a CTE that is written to; any other as it is."""
        seen: set[str] = set()
        while name.schema is None and name.table.lower() in self._ctes and name.table.lower() not in seen:
            seen.add(name.table.lower())
            start = self._ctes[name.table.lower()]
            words = range(start, closing(self._tokens, start))
            at = next((k for k in words if self._word(k) == "FROM" and self._depths[k] == self._depths[start]), -1)
            name = (name_at(self._tokens, at + 1, self._place.dialect) if at > 0 else None) or name
        return name

    def _note_alias(self, name: Name, op: Operation, *, outer: bool) -> tuple[int, bool]:
        """Where the name's alias and hints end, and whether a hint locks."""
        i = self._skip(name.after, "AS")
        token = self._tokens[i] if i < len(self._tokens) else None
        if token is not None and (token.kind == QUOTED or (token.kind == WORD and token.word not in _NO_ALIAS)):
            self._aliases[unquote(token.text).lower()] = name
            i += 1
        else:
            i = name.after
            if op == "read" and outer:
                self._aliases.setdefault(name.table.lower(), name)
        if self._word(i) != "WITH" or self._word(i + 1) != "(":
            return i, False
        end = closing(self._tokens, i + 1)
        return end + 1, any(token.text.lower() in LOCK_HINTS for token in self._tokens[i:end])

    def _unaliased(self, access: SqlAccess) -> SqlAccess:
        """`UPDATE a ... FROM orders a` writes orders."""
        if access.op not in {"update", "delete"} or access.schema is not None:
            return access
        name = self._aliases.get(access.table.lower())
        if name is None or name.table.lower() == access.table.lower():
            return access
        return access_of(name.table, name.schema, access.op, access.line, self._place) or access

    def _word(self, i: int) -> str:
        return word_at(self._tokens, i)

    def _skip(self, i: int, *skipped: str) -> int:
        while self._word(i) in skipped:
            i += 1
        return i


def _depths(tokens: list[Token]) -> Iterator[int]:
    """How many parentheses are open at each token, one that opens or closes there among them."""
    depth = 0
    for token in tokens:
        depth += token.word == "("
        yield depth
        depth -= token.word == ")"


def _with(access: SqlAccess, op: Operation) -> SqlAccess:
    return msgspec.structs.replace(access, op=op, columns=())


def common_tables(tokens: list[Token]) -> dict[str, int]:
    """The common table expressions by their names in lower case, with where their queries begin.

    They are written `name [(columns)] AS [[NOT] MATERIALIZED] (query)`.
    """
    found: dict[str, int] = {}
    if not any(token.word == "WITH" for token in tokens):
        return found
    for i, token in enumerate(tokens):
        if token.kind not in {WORD, QUOTED} or word_at(tokens, i - 1) not in {"WITH", "RECURSIVE", ","}:
            continue
        k = closing(tokens, i + 1) + 1 if word_at(tokens, i + 1) == "(" else i + 1
        if word_at(tokens, k) != "AS":
            continue
        k += 1
        while word_at(tokens, k) in {"NOT", "MATERIALIZED"}:
            k += 1
        if word_at(tokens, k) == "(":
            found[unquote(token.text).lower()] = k
    return found
