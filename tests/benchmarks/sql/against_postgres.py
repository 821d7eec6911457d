"""Does the reader say of whole schemas what PostgreSQL says of them?  Tables, keys, views, and statement by statement.

By hand, with libpq's environment set and psql on the path, on schemas that are fetched elsewhere, in the order in which
they are loaded: `python -m tests.benchmarks.sql.against_postgres FILE.sql...`

Statements are those of the routines that the server has: in PL/pgSQL they are cut out of the body, with NULL in the
place of variables. What the server then refuses (mostly for types that NULL does not have) is counted and left out.
"""

from __future__ import annotations

import sys
from collections import defaultdict
from pathlib import Path
from typing import TYPE_CHECKING

from boundary.link.effects.effects import Effects
from boundary.link.sql.weaving import weave
from boundary.model.sql import SqlSource
from boundary.read.sql import read_sql, read_sql_file
from boundary.read.sql.lexer import Token, tokenize
from boundary.read.sql.pieces import EXPRESSION, STATEMENT, pieces
from boundary.read.sql.placeholders import name_holes
from boundary.read.sql.split import split
from boundary.read.text import text_of
from tests.benchmarks.sql.score import Score
from tests.benchmarks.sql.server import Server

if TYPE_CHECKING:
    from collections.abc import Iterator

    from boundary.link.sql.database import Database

LETTERS = {None: "a", "no action": "a", "cascade": "c", "set null": "n", "set default": "d", "restrict": "r"}
DML = frozenset({"SELECT", "INSERT", "UPDATE", "DELETE", "MERGE", "WITH", "TABLE", "VALUES"})


def main(names: list[str]) -> None:
    """Load the files into a scratch database and compare."""
    files = [Path(name) for name in names]
    texts = {str(file): text_of(file.read_bytes()) for file in files}
    sources = [
        SqlSource(f"{number:04}", f"migrations/{number:04}_{Path(name).name}", read_sql_file(text, "postgres", name))
        for number, (name, text) in enumerate(texts.items())
    ]
    database = weave([], sources, [], [])
    with Server(files) as server:
        _schema(server, database)
        statements = Score()
        writes = Score()
        for schema, name, language, body, parameters in server.routines():
            for text in statements_of(body, language, parameters):
                _compare(server, text, f"{schema}.{name}", statements, writes)
        _called(server, database)
        _fired(server, sources)
        statements.show("tables that statements mention")
        writes.show("tables that statements write")


def _closures(database: Database) -> tuple[dict[str, set[str]], dict[str, set[str]]]:
    """The tables that each routine touches, and those that it writes, with all that it sets off."""
    effects = Effects(database.contexts)
    ours: dict[str, set[str]] = {}
    writes: dict[str, set[str]] = {}
    for context in database.contexts:
        if context.function is not None:
            closed = effects.closed[effects.node(context)]
            for region in range(len(context.regions)):
                closed |= effects.closed[effects.node(context, region)]
            keys = [key for bit, key in enumerate(effects.keys) if closed >> bit & 1]
            name = context.function.qualname.lower()
            ours.setdefault(name, set()).update(table for table, _ in keys)
            writes.setdefault(name, set()).update(table for table, op in keys if op != "read")
    return ours, writes


def _fired(server: Server, sources: list[SqlSource]) -> None:
    """Let a row come, change and go in every table with triggers, and hold what they did against what we say."""
    tables = server.triggered()
    makes = {"insert": "INSERT INTO {} DEFAULT VALUES", "update": "UPDATE {} SET x = 1", "delete": "DELETE FROM {}"}
    probes = "".join(
        f"CREATE FUNCTION probe_{number}_{op}() RETURNS void LANGUAGE sql AS $probe${make.format(table)}$probe$;\n"
        for number, table in enumerate(tables)
        for op, make in makes.items()
    )
    database = weave([], [*sources, SqlSource("z", "migrations/9999_z.sql", read_sql_file(probes, "postgres"))], [], [])
    ours, writes = _closures(database)
    near: dict[str, set[str]] = defaultdict(set)  # what a foreign key looks up is the server's own doing
    for one in database.references():
        near[one.table].add(one.to)
        near[one.to].add(one.table)
    scanned, written = Score(), Score()
    for number, table in enumerate(tables):
        for op, (scans, changes) in server.fired(table).items():
            mine, changed = ours[f"probe_{number}_{op}"], writes[f"probe_{number}_{op}"]
            touched, wrote = ({database.catalogue.table(one) for one in side} for side in (scans, changes))
            looked_up = {other for one in {*wrote, database.catalogue.table(table) or ""} if one for other in near[one]}
            scanned.hold(f"{op} {table} scans", touched - mine - looked_up, set())
            written.hold(f"{op} {table} writes", wrote - changed, set())
    scanned.show("writes that fire triggers: scanned tables that are known")
    written.show("writes that fire triggers: written tables that are known")


def _called(server: Server, database: Database) -> None:
    """Call what can be called, and hold what its transaction did against the closure of the routine's effects."""
    ours, writes = _closures(database)
    near = {end for one in database.references() for end in (one.table, one.to)}
    scanned, written = Score(), Score()
    for name, statement in server.calls():
        found = server.touched(statement)
        if found is None or not (found[0] or found[1]):
            scanned.refused += 1
            continue
        bare = name.rpartition(".")[2]
        own = ours.get(name, set()) | ours.get(bare, set())
        touched, changed = ({database.catalogue.table(table) for table in side} for side in found)
        looked_up = near if changed else set()  # what a foreign key looks up is the server's own doing
        scanned.hold(f"{name} scans", touched - own - looked_up, set())
        if changed:
            written.hold(f"{name} writes", changed - writes.get(name, set()) - writes.get(bare, set()), set())
    scanned.show("routines called: scanned tables that are known (the rest did nothing or was refused)")
    written.show("routines called: written tables that are known")


def _schema(server: Server, database: Database) -> None:
    score = Score()
    theirs = server.tables()
    ours = {table.name for table in database.schema.tables.values() if not table.temporary}
    for name in sorted(theirs | ours):
        score.hold(name, name in ours, name in theirs)
    score.show("tables")
    score = Score()
    own = {
        (table.name, key.to_table, LETTERS[key.on_delete])
        for table in database.schema.tables.values()
        for key in table.foreign_keys
    }
    known = server.keys()
    for key in sorted(own | known):
        score.hold(str(key), key in own, key in known)
    score.show("foreign keys")
    score = Score()
    for name, bases in server.views().items():
        called = database.catalogue.table(name)
        found = set(database.views.bases(called)) if called in database.catalogue.views else None
        wanted = {database.catalogue.table(base) for base in bases} - {None}
        score.hold(name, found, wanted)
    score.show("views")


def _compare(server: Server, text: str, where: str, statements: Score, writes: Score) -> None:
    mentioned = server.tables_of(text)
    if mentioned is None:
        statements.refused += 1
        return
    accesses = read_sql(text, "postgres").accesses
    what = f"{where}: {' '.join(text.split())[:150]}"
    statements.hold(what, {one.table for one in accesses if not one.table.startswith("pg_")}, mentioned)
    plan = server.written(text)
    if plan is not None and (plan or any(one.op in {"insert", "update", "delete"} for one in accesses)):
        upserts = (
            {("update", table) for op, table in plan if op == "insert"} if "ON CONFLICT" in text.upper() else set()
        )
        done = {(one.op, one.table) for one in accesses if one.op in {"insert", "update", "delete"}}
        writes.hold(what, done - (upserts - plan), plan)


def statements_of(body: str, language: str, parameters: dict[str, str]) -> Iterator[str]:
    """The statements of a routine's body that read or write, each as one that stands alone."""
    tokens = name_holes(tokenize(body, "postgres"), body)
    if language == "sql":
        parts = list(split(tokens, "postgres"))
        variables: dict[str, str | None] = dict(parameters)
    else:
        variables = {**_variables(body, tokens), **parameters}
        parts = [piece.tokens for piece in pieces(tokens) if piece.kind in {STATEMENT, EXPRESSION}]
    for part in parts:
        while part and part[-1].word == ";":
            part = part[:-1]  # noqa: PLW2901 - what stands before its semicolons
        if part and part[0].word in DML:
            yield _alone(body, part, variables)
        elif part and language != "sql":
            yield f"SELECT {_alone(body, part, variables)}"


def _variables(body: str, tokens: list[Token]) -> dict[str, str | None]:
    """The names that a body declares or loops with, in lower case, with their types where they are told."""
    names = ("new", "old", "found", "tg_op", "tg_table_name", "tg_argv", "sqlerrm", "sqlstate", "row_count")
    found: dict[str, str | None] = dict.fromkeys(names)
    declaring = bool(tokens) and tokens[0].word == "DECLARE"
    for i, (before, token, after) in enumerate(zip([None, *tokens], tokens, [*tokens[1:], None], strict=False)):
        if token.word == "DECLARE":
            declaring = True
        elif token.word == "BEGIN":
            declaring = False
        elif declaring and before is not None and before.word in {"DECLARE", ";"} and token.kind in {"w", "q"}:
            found[token.text.strip('"').lower()] = _type(body, tokens, i + 1)
        elif (
            before is not None
            and before.word in {"FOR", "FOREACH"}
            and after is not None
            and after.word in {"IN", ",", "SLICE"}
        ):
            found[token.text.lower()] = None
    return found


def _type(body: str, tokens: list[Token], start: int) -> str | None:
    """The type in a declaration, None for a record or a copy of another's type."""
    end = start
    while end < len(tokens) and tokens[end].word not in {";", ":=", "=", "DEFAULT", "NOT"}:
        end += 1
    text = body[tokens[start].start : tokens[end - 1].end] if start < end <= len(tokens) else ""
    if (
        "%" in text
        or text.upper() in {"", "RECORD", "REFCURSOR"}
        or tokens[start].word in {"CONSTANT", "ALIAS", "CURSOR"}
    ):
        return None
    return text


def _alone(body: str, tokens: list[Token], variables: dict[str, str | None]) -> str:
    """The text of a statement with NULL for its variables, and without the INTO that fills them."""
    said: list[str] = []
    i = 0
    while i < len(tokens):
        token = tokens[i]
        name = token.text.strip('"').lower()
        before = tokens[i - 1].word if i else ""
        if token.word == "INTO" and before not in {"INSERT", "MERGE"}:
            i = _behind_names(tokens, i + 1)
            continue
        if token.kind == "h" or (
            token.kind in {"w", "q"} and name in variables and before != "." and not _names_a_target(tokens, i)
        ):
            i += 1
            kind = variables.get(name)
            if kind is None:
                while i + 1 < len(tokens) and tokens[i].word == ".":
                    i += 2
            said.append(f" (NULL::{kind})" if kind else " NULL ")
            continue
        said.append(body[token.start : token.end])
        glued = i + 1 < len(tokens) and tokens[i + 1].start == token.end
        said.append("" if glued else " ")
        i += 1
    return "".join(said)


def _names_a_target(tokens: list[Token], i: int) -> bool:
    """Whether a name stands where SQL wants a column, not a value: `SET a = ...`, `AS a`, or as a function."""
    before = tokens[i - 1].word if i else ""
    after = tokens[i + 1].word if i + 1 < len(tokens) else ""
    return before in {"SET", "AS", "FROM", "JOIN", "INTO", "UPDATE"} or after == "("


def _behind_names(tokens: list[Token], i: int) -> int:
    if i < len(tokens) and tokens[i].word == "STRICT":
        i += 1
    while i < len(tokens):
        i += 1
        while i + 1 < len(tokens) and tokens[i].word in {".", "["}:
            i += 2 if tokens[i].word == "." else 3
        if i >= len(tokens) or tokens[i].word != ",":
            return i
        i += 1
    return i


if __name__ == "__main__":
    main(sys.argv[1:])
