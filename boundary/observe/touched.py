"""Which tables does one executed SQL statement touch, and how?

A scanner, not a parser: statements come at the rate of a test suite and were accepted by a database, so the few
words that introduce a table are enough. Strings, comments and placeholders are skipped, names of common table
expressions are not tables, and what is not understood yields nothing.
"""

from __future__ import annotations

import re
from functools import lru_cache
from typing import TYPE_CHECKING, Literal, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Iterator

Locking = Literal["none", "base", "all"]

TOKEN = re.compile(
    r"""
    (?P<skip> --[^\n]* | /\*.*?\*/ | %\(\w+\)s | %s | :\w+ | \$\d+
      | [eE]'(?:[^'\\]|\\.|'')*' | '(?:[^']|'')*' | \$(?P<tag>\w*)\$.*?\$(?P=tag)\$ | \d+[\w.]* )
  | (?P<quoted> "(?:[^"]|"")*" | `[^`]*` | \[[A-Za-z_][^\]]*\] )
  | (?P<word> [^\W\d][\w$]* )
  | (?P<mark> [().,;] )
    """,
    re.VERBOSE | re.DOTALL,
)
SILENT = frozenset(
    [
        "ALTER",
        "ANALYZE",
        "BEGIN",
        "CLOSE",
        "COMMENT",
        "COMMIT",
        "CREATE",
        "DECLARE",
        "DROP",
        "EXPLAIN",
        "FETCH",
        "GRANT",
        "PRAGMA",
        "REINDEX",
        "RELEASE",
        "REVOKE",
        "ROLLBACK",
        "SAVEPOINT",
        "SET",
        "SHOW",
        "START",
        "USE",
        "VACUUM",
    ]
)
FROM_IS_SYNTAX = frozenset({"EXTRACT", "OVERLAY", "POSITION", "SUBSTRING", "TRIM"})
ENDS_FROM = frozenset(
    [
        "SELECT",
        "WHERE",
        "GROUP",
        "ORDER",
        "HAVING",
        "LIMIT",
        "OFFSET",
        "FETCH",
        "WINDOW",
        "UNION",
        "EXCEPT",
        "INTERSECT",
        "SET",
        "VALUES",
        "RETURNING",
        "ON",
        "FOR",
        "USING",
        "WHEN",
    ]
)
BEFORE_TABLE = frozenset({"ONLY", "LATERAL", "TABLE"})
MODIFIERS = frozenset({"LOW_PRIORITY", "HIGH_PRIORITY", "DELAYED", "QUICK", "IGNORE"})
"""What MySQL has between a verb and its table: `INSERT IGNORE INTO a`."""
LOCK_WORDS = frozenset({"UPDATE", "SHARE", "NO", "KEY"})
BODY = frozenset({"SELECT", "INSERT", "UPDATE", "DELETE", "WITH", "VALUES"})
RESERVED = BODY - {"UPDATE"}
"""Words that no table is called: PostgreSQL and SQLite have `FROM update`."""
MAKES_TEMPORARY = re.compile(
    r"""\s* CREATE \s+ (?:(?:GLOBAL|LOCAL|PRIVATE) \s+)? TEMP(?:ORARY)? \s+ TABLE \s+ (?:IF \s+ NOT \s+ EXISTS \s+)?
    ["`\[]? (?P<name> [\w$]+ )""",
    re.VERBOSE | re.IGNORECASE,
)
CATALOGUE = ("sqlite_", "pg_", "information_schema")
COPY = "_alembic_tmp_"
"""What alembic puts before the name of a table while it fills what takes its place."""


class Touch(NamedTuple):
    """One table and what the statement did to it.

    `op` is select, insert, update, delete, upsert, merge, truncate, lock or select_for_update.
    """

    op: str
    table: str


class Token(NamedTuple):
    """A word (upper case in `key` unless it was quoted) or a mark."""

    key: str
    text: str
    name: bool


class Read(NamedTuple):
    """A table read: the name by which the statement speaks of it, and the depth of its brackets."""

    table: str
    alias: str
    depth: int


@lru_cache(maxsize=20_000)
def touched(sql: str, locking: Locking = "none") -> tuple[Touch, ...]:
    """Return the tables of one statement, in order and without repeats.

    `locking` says that the rows read are locked although the database has no words for it (SQLite):
    those of the first table ("base") or of every table of the outer query ("all").
    """
    tokens = list(scan(sql))
    if not tokens or tokens[0].key in SILENT:
        return ()
    return Statement(tokens).touches(locking)


@lru_cache(maxsize=20_000)
def made_temporary(sql: str) -> str | None:
    """The temporary table that a statement makes."""
    made = MAKES_TEMPORARY.match(sql)
    return made.group("name") if made else None


def scan(sql: str) -> Iterator[Token]:
    """Split a statement into names and marks."""
    for match in TOKEN.finditer(sql):
        text = match.group()
        if match.lastgroup == "word":
            yield Token(text.upper(), text, name=True)
        elif match.group("quoted"):
            yield Token("", text[1:-1].replace('""', '"'), name=True)
        elif match.lastgroup == "mark":
            yield Token(text, text, name=False)


class Statement:
    """The walk over one statement's tokens."""

    def __init__(self, tokens: list[Token]) -> None:
        self.tokens = tokens
        self.at = 0
        self.writes: list[Touch] = []
        self.reads: list[Read] = []
        self.locked: list[tuple[int, frozenset[str]]] = []
        self.opened_by = [""]
        self.in_from = [False]
        self.common = self.common_tables()

    def touches(self, locking: Locking) -> tuple[Touch, ...]:
        """Walk all tokens and say what was found."""
        while self.at < len(self.tokens):
            token = self.tokens[self.at]
            self.at += 1
            self.step(token)
        outer = [read for read in self.reads if read.depth == 0]
        locked = {"none": [], "base": outer[:1], "all": outer}[locking]
        found = [*self.writes]
        for read in self.reads:
            lock = read in locked or any(
                depth == read.depth and (not names or names & {read.alias, read.table}) for depth, names in self.locked
            )
            found.append(Touch("select_for_update" if lock else "select", read.table))
        tables = (touch for touch in found if not touch.table.lower().startswith(CATALOGUE))
        return tuple(dict.fromkeys(touch for touch in tables if touch.table not in self.common))

    def step(self, token: Token) -> None:
        """Take one token; most say nothing about tables."""
        key = token.key
        if key == "(":
            before = self.tokens[self.at - 2].key if self.at > 1 else ""
            self.opened_by.append(before)
            self.in_from.append(False)
        elif key == ")":
            if len(self.opened_by) > 1:
                self.opened_by.pop()
                self.in_from.pop()
        elif key == "," and self.in_from[-1]:
            self.read_table()
        elif key in {"FROM", "JOIN", "USING"}:
            self.enter_from(key)
        elif key in {"INSERT", "REPLACE", "UPDATE", "DELETE", "MERGE", "TRUNCATE", "LOCK"}:
            self.write(key)
        elif key == "FOR" and self.peek() in LOCK_WORDS:
            self.lock_rows()
        elif key == "CONFLICT" or (key == "DUPLICATE" and self.peek() == "KEY"):
            self.turn_into_upsert()
        if key in ENDS_FROM and key != "USING":
            self.in_from[-1] = False

    def enter_from(self, key: str) -> None:
        """Begin a list of tables, unless the word is a part of a function or of a join."""
        if key == "FROM" and (self.opened_by[-1] in FROM_IS_SYNTAX or self.previous(2) == "DISTINCT"):
            return
        if key == "USING" and self.peek() == "(" and self.peek(1) not in BODY:
            return  # JOIN ... USING (column)
        self.in_from[-1] = True
        self.read_table()

    def read_table(self) -> None:
        """Take the name of a table that is read; a function that returns rows is none."""
        table = self.table_name()
        if table and self.peek() != "(":
            self.reads.append(Read(table, self.alias() or table, len(self.opened_by) - 1))

    def write(self, verb: str) -> None:
        """A verb that changes a table, unless it is a part of another clause."""
        if verb in {"UPDATE", "DELETE"} and self.previous(2) in {"FOR", "KEY", "DO", "ON", "THEN"}:
            return
        if verb == "REPLACE" and self.peek() != "INTO":
            return  # the function
        op = {"REPLACE": "upsert"}.get(verb, verb.lower())
        if self.peek() == "OR":  # INSERT OR IGNORE, UPDATE OR ROLLBACK
            op = "upsert" if verb == "INSERT" else op
            self.at += 2
        op = self.modified(op)
        if verb == "DELETE":
            while self.peek() not in {"FROM", ""}:  # DELETE a, b FROM a JOIN b
                self.at += 1
        if self.peek() in {"INTO", "FROM"}:
            self.at += 1
        table = self.table_name()
        if table:
            self.writes.append(Touch(op, table))
        while verb in {"TRUNCATE", "LOCK"} and self.peek() == ",":
            self.at += 1
            self.writes.append(Touch(op, self.table_name()))
        if verb == "DELETE":
            self.in_from[-1] = True

    def modified(self, op: str) -> str:
        """Step over `IGNORE` and `LOW_PRIORITY`: what the verb then does."""
        while self.peek() in MODIFIERS and self.peek(1) not in {"SET", "AS", ""}:
            op = "upsert" if op == "insert" and self.peek() == "IGNORE" else op
            self.at += 1
        return op

    def lock_rows(self) -> None:
        """Take `FOR UPDATE [OF names]` and its weaker forms."""
        while self.peek() in LOCK_WORDS:
            self.at += 1
        names: set[str] = set()
        if self.peek() == "OF":
            self.at += 1
            names.add(self.table_name())
            while self.peek() == ",":
                self.at += 1
                names.add(self.table_name())
        self.locked.append((len(self.opened_by) - 1, frozenset(names)))

    def turn_into_upsert(self) -> None:
        """Make the latest insert one that may update."""
        for place in range(len(self.writes) - 1, -1, -1):
            if self.writes[place].op == "insert":
                self.writes[place] = Touch("upsert", self.writes[place].table)
                return

    def table_name(self) -> str:
        """Consume `[ONLY] name[.name ...]`; empty where no name stands."""
        while self.peek() in BEFORE_TABLE:
            self.at += 1
        parts: list[str] = []
        while self.at < len(self.tokens) and self.tokens[self.at].name and self.tokens[self.at].key not in RESERVED:
            parts.append(self.tokens[self.at].text.removeprefix(COPY))
            self.at += 1
            if self.peek() != ".":
                break
            self.at += 1
        return ".".join(parts)

    def alias(self) -> str:
        """Look at `[AS] alias` without consuming it."""
        place = self.at + (self.peek() == "AS")
        token = self.tokens[place] if place < len(self.tokens) else None
        return token.text if token and token.name and token.key not in ENDS_FROM else ""

    def common_tables(self) -> frozenset[str]:
        """Names that `WITH name [(columns)] AS (...)` defines."""
        names: set[str] = set()
        for place, token in enumerate(self.tokens):
            if token.key != "AS" or place == 0:
                continue
            ahead = place + 1
            while ahead < len(self.tokens) and self.tokens[ahead].key in {"NOT", "MATERIALIZED"}:
                ahead += 1
            inside = ahead
            while (
                inside < len(self.tokens) and self.tokens[inside].key == "("
            ):  # `AS ((SELECT ...) UNION (SELECT ...))`
                inside += 1
            if ahead < inside < len(self.tokens) and self.tokens[inside].key in BODY:
                names.add(self.tokens[self.name_before(place)].text)
        return frozenset(names)

    def name_before(self, place: int) -> int:
        """The place of the name before `AS`, stepping over a list of columns."""
        place -= 1
        if self.tokens[place].key == ")":
            while place > 0 and self.tokens[place].key != "(":
                place -= 1
            place -= 1
        return max(place, 0)

    def peek(self, ahead: int = 0) -> str:
        """The key of a token ahead; empty past the end."""
        place = self.at + ahead
        return (self.tokens[place].key or self.tokens[place].text) if place < len(self.tokens) else ""

    def previous(self, back: int) -> str:
        """The key of a token behind."""
        place = self.at - back
        return self.tokens[place].key if place >= 0 else ""
