"""What do the drivers of PEP 249 do?  Statements, `commit`, `transaction()`: sqlite3, psycopg, asyncpg and the rest.

A connection carries the name of its database, where the code says it; so do the cursors that it makes.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from boundary.link.domain.asking import strings, truth
from boundary.link.domain.values import BOTTOM, UNKNOWN, Constant, Instance, Wrapped
from boundary.link.effects import own_connections
from boundary.link.frameworks.raw_sql import touch_sql
from boundary.link.frameworks.sqlalchemy.results import execute
from boundary.link.frameworks.sqlalchemy.statements import is_statement

if TYPE_CHECKING:
    from boundary.link.domain.values import Atom, Value
    from boundary.link.evaluator.evaluation import Evaluator
    from boundary.link.frameworks.protocol import Handler, NativeCall
    from boundary.model.scan import Operation

ANSWERS: Final = frozenset({"execute", "executemany", "executescript", "stream", "iterate", "copy", "prepare"})
"""Methods that give something that can be asked for rows."""


def database_of(receiver: object) -> str | None:
    """The name of the database that a connection or a cursor is bound to."""
    site = receiver.site if isinstance(receiver, Instance) else None
    return site[1] if isinstance(site, tuple) and site[0] == "database" else None


def cursor(call: NativeCall) -> Value:
    """`connection.cursor()`, and what executing on a connection gives."""
    made = call.interpreter.library_class("pep249.Cursor")
    if made is None:
        return UNKNOWN
    site = call.receiver.site if isinstance(call.receiver, Instance) else None
    return call.atoms.instance(made, site=site)


def executed(call: NativeCall) -> Value:
    """`cursor.execute(sql)`: what the statement says; the cursor, or rows."""
    given = call.arguments.get(0, "sql") or call.arguments.get(-1, "query") or UNKNOWN
    statements = frozenset(atom for atom in given if is_statement(atom))
    if statements:  # `databases` is given those of SQLAlchemy, too
        execute(call, statements)
    touch_sql(call, given - statements, database=database_of(call.receiver))
    if call.name.rpartition(".")[2] not in ANSWERS:
        return UNKNOWN
    if isinstance(call.receiver, Instance) and call.name.startswith("pep249.Cursor"):
        return call.receiver.alone
    return cursor(call)


def expert(call: NativeCall) -> Value:
    """`cursor.copy_expert(sql, file)`."""
    touch_sql(call, call.first, database=database_of(call.receiver))
    return UNKNOWN


def on_table(op: Operation, position: int, name: str) -> Handler:
    """A method that is given the table's name: `copy_from(file, "orders")`; a write to one of another is told."""

    def handler(call: NativeCall) -> Value:
        named = strings(call.arguments.get(position, name) or BOTTOM)
        if not named and op != "read":
            call.evaluator.blind(call.line, "SQL about a table whose name is not known")
        for table in named:
            call.evaluator.touch(table.rpartition(".")[2].strip('"'), op, call.line, rule="sql")
        return UNKNOWN

    return handler


def routine(call: NativeCall) -> Value:
    """`cursor.callproc("refund")`."""
    for name in strings(call.first):
        if re.fullmatch(r"[\w.$#\"]+", name):
            touch_sql(call, call.atoms.constant(f"CALL {name}()"), database=database_of(call.receiver))
    return UNKNOWN


def commit(call: NativeCall) -> Value:
    """`connection.commit()`: a unit of work ends here."""
    own_connections.commit(call.evaluator, call.line, database_of(call.receiver) or "default")
    return call.atoms.none


def rollback(call: NativeCall) -> Value:
    """`connection.rollback()`: what was done is undone."""
    own_connections.rollback(call.evaluator)
    return call.atoms.none


def transaction(call: NativeCall) -> Value:
    """`connection.transaction()`: something to enter, or to put around a function."""
    return call.atoms.wrapped("atomic", BOTTOM, database_of(call.receiver) or "default")


def begin(call: NativeCall) -> Value:
    """`connection.begin()`: what follows is another unit of work."""
    call.evaluator.drop_work()
    return transaction(call)


def itself(call: NativeCall) -> Value:
    """A pool that gives what executes as the pool does: `pool.acquire()`."""
    call.evaluator.made = call.evaluator.context.flow.connects = True
    return call.receiver.alone if isinstance(call.receiver, Instance) else UNKNOWN


def wrapped_attribute(evaluator: Evaluator, atom: Wrapped, name: str, line: int) -> Value | None:
    """`transaction.start()`, `transaction.commit()` of a transaction that is begun by hand."""
    if atom.kind == "atomic" and name in {"start", "commit", "rollback"}:
        return evaluator.atoms.native(f"dbapi.transaction.{name}", (atom.extra, line, atom.inner))
    return None


def started(call: NativeCall) -> Value:
    """`await transaction.start()`; it gives what the transaction is on, where that is known."""
    call.evaluator.drop_work()
    return call.receiver[2] or UNKNOWN


def ended(call: NativeCall) -> Value:
    """`await transaction.commit()`, `.rollback()`."""
    if call.name.endswith("commit"):
        call.evaluator.end_work(call.line, call.receiver[0])
    else:
        call.evaluator.drop_work()
    return UNKNOWN


# --- connecting -----------------------------------------------------------------------------------------

NAMED: Final = re.compile(
    r"(?:dbname|database|service_name)\s*=\s*'?([\w.-]+)|^\w+(?:\+\w+)?://[^/]*/([\w.-]+)", re.IGNORECASE
)
KEYWORDS: Final = ("database", "dbname", "db", "service_name")


def connected(made: str, *, file: bool = False) -> Handler:
    """`connect(...)`: a connection to the database that the arguments name; `file` where the first one is its file."""

    def handler(call: NativeCall) -> Value:
        call.evaluator.made = call.evaluator.context.flow.connects = True
        cls = call.interpreter.library_class(f"{made}WithoutTransactions" if _autocommits(call) else made)
        name = _database(call, file=file)
        if cls is None:
            return UNKNOWN
        return call.atoms.instance(cls, site=("database", name) if name else None)

    return handler


AUTOCOMMITS: Final = ("sqlite3.connect", "aiosqlite.core.connect", "psycopg.connect", "psycopg.Connection.connect")


def _autocommits(call: NativeCall) -> bool:
    """Whether a connection is opened so that it begins no transactions by itself."""
    level = call.arguments.keywords.get("isolation_level")
    unset = level is not None and all(isinstance(atom, Constant) and atom.value is None for atom in level)
    return call.name in AUTOCOMMITS and (unset or truth(call.arguments.keywords.get("autocommit", BOTTOM)) is True)


def _database(call: NativeCall, *, file: bool) -> str | None:
    """The database that the arguments of `connect` name as constants."""
    for keyword in KEYWORDS:
        for text in strings(call.arguments.keywords.get(keyword, BOTTOM)):
            return _bare(text)
    for text in strings(call.arguments.get(0, "dsn") or BOTTOM):
        if file:
            return _bare(text)
        found = NAMED.search(text)
        return _bare(found.group(1) or found.group(2)) if found else None
    return None


def _bare(text: str) -> str | None:
    """The name in a path or an address; None for a database in memory."""
    if ":memory:" in text or not text:
        return None
    name = re.split(r"[/\\]", text.partition("?")[0])[-1]
    return re.sub(r"\.(?:db|sqlite3?|sqlite-?\w*)$", "", name) or None


CONNECTS: Final = {
    "sqlite3.connect": connected("sqlite3.Connection", file=True),
    "aiosqlite.core.connect": connected("aiosqlite.core.Connection", file=True),
    "psycopg2.connect": connected("psycopg2.extensions.connection"),
    "psycopg.connect": connected("psycopg.Connection"),
    "psycopg.Connection.connect": connected("psycopg.Connection"),
    "asyncpg.connection.connect": connected("asyncpg.connection.Connection"),
    "asyncpg.pool.create_pool": connected("asyncpg.pool.Pool"),
    "pymysql.connect": connected("pymysql.connections.Connection"),
    "MySQLdb.connect": connected("pymysql.connections.Connection"),
    "mysql.connector.connect": connected("mysql.connector.connection.MySQLConnection"),
    "aiomysql.connect": connected("pymysql.connections.Connection"),
    "pyodbc.connect": connected("pyodbc.Connection"),
    "oracledb.connect": connected("oracledb.Connection"),
    "pymssql.connect": connected("pep249.Connection"),
    "adbc_driver_manager.dbapi.connect": connected("adbc_driver_manager.dbapi.Connection"),
}
"""The functions that connect."""
LENDS: Final = {
    "psycopg2.pool.AbstractConnectionPool.getconn": connected("psycopg2.extensions.connection"),
    "psycopg_pool.ConnectionPool.getconn": connected("psycopg.Connection"),
    "psycopg_pool.ConnectionPool.connection": connected("psycopg.Connection"),
    "twisted.enterprise.adbapi.ConnectionPool.connect": connected("twisted.enterprise.adbapi.Connection"),
}
"""The methods of pools that give a connection which nobody else has meanwhile."""
EXECUTING: Final[dict[str, tuple[str, ...]]] = {
    "pep249.Cursor": ("execute", "executemany", "executescript", "copy", "stream"),
    "pep249.Connection": ("execute", "executemany", "executescript"),
    "pep249.AutocommitConnection": (
        *("fetch", "fetchrow", "fetchval", "fetch_all", "fetch_one", "fetch_val", "iterate"),
        *("execute_many", "copy_from_query", "prepare"),
    ),
    "aiosqlite.core.Connection": ("execute_insert", "execute_fetchall"),
    "pymysql.connections.Connection": ("query",),
    "mysql.connector.connection.MySQLConnection": ("cmd_query",),
}
CURSORS: Final = ("pep249.Cursor", "django.db.backends.utils.CursorWrapper")

WORK: Final = (
    *("sqlite3", "aiosqlite", "pysqlite3", "sqlcipher3", "apsw", "psycopg", "psycopg2", "psycopg_pool", "asyncpg"),
    "aiopg",
    *("pymysql", "MySQLdb", "mysql.connector", "aiomysql", "asyncmy", "pyodbc", "pymssql", "oracledb", "cx_Oracle"),
    *("airflow", "databases", "dataset", "records", "flask_mysqldb", "flaskext.mysql", "twisted.enterprise"),
    *("aioodbc", "duckdb"),
    *(
        f"adbc_driver_{name}"
        for name in ("manager", "sqlite", "postgresql", "duckdb", "flightsql", "snowflake", "bigquery")
    ),
)
"""Packages whose transactions are spans of work up to a commit."""
NATIVES: Final[dict[str, Handler]] = {
    **CONNECTS,
    **LENDS,
    **{f"{owner}.{name}": executed for owner, names in EXECUTING.items() for name in names},
    "pep249.Connection.cursor": cursor,
    "pep249.Connection.commit": commit,
    "pep249.Connection.rollback": rollback,
    "pep249.Cursor.copy_expert": expert,
    **{f"{cursor_}.copy_from": on_table("insert", 1, "table") for cursor_ in CURSORS},
    **{f"{cursor_}.copy_to": on_table("read", 1, "table") for cursor_ in CURSORS},
    "pep249.Cursor.adbc_ingest": on_table("insert", 0, "table_name"),
    "pep249.Cursor.callproc": routine,
    "pep249.Cursor.callfunc": routine,
    "pep249.AutocommitConnection.copy_records_to_table": on_table("insert", 0, "table_name"),
    "pep249.AutocommitConnection.copy_to_table": on_table("insert", 0, "table_name"),
    "pep249.AutocommitConnection.copy_from_table": on_table("read", 0, "table_name"),
    "pep249.AutocommitConnection.transaction": transaction,
    "pep249.AutocommitConnection.acquire": itself,
    "pep249.AutocommitConnection.connection": itself,
    "psycopg.Connection.transaction": transaction,
    "psycopg.ConnectionWithoutTransactions.transaction": transaction,
    "aiopg.Connection.begin": transaction,
    "pymysql.connections.Connection.begin": begin,
    "oracledb.Connection.begin": begin,
    "mysql.connector.connection.MySQLConnection.start_transaction": begin,
    "dbapi.transaction.start": started,
    "dbapi.transaction.commit": ended,
    "dbapi.transaction.rollback": ended,
}


def atom_is_connection(atom: Atom) -> bool:
    """Whether a value is a connection of a driver that the linker knows."""
    return isinstance(atom, Instance) and any(one.dotted == "pep249.Connection" for one in atom.cls.mro or ())
