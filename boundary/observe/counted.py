"""Which tables does PostgreSQL itself say that a transaction changed?

Statements do not tell what triggers, cascading keys and routines do, nor what a driver's COPY writes. The server
counts rows for each transaction (`pg_stat_xact_user_tables`): what it counted between the first statement and the
commit was changed, whoever did it. It counts no TRUNCATE, and nothing that waits for the commit (deferred triggers).
"""

from __future__ import annotations

from typing import Any

from boundary.observe.touched import Touch

CHANGED = "changed"
"""The operation of a touch that the server counted: a write, of which no statement and no function is known."""

COUNTS = """
    SELECT format('%s.%s', schemaname, relname), n_tup_ins + n_tup_upd + n_tup_del
    FROM pg_stat_xact_user_tables
    WHERE schemaname NOT LIKE 'pg_temp%'
"""
BEFORE = "_boundary_rows_before"

Counts = dict[str, int]


def begun(connection: Any) -> None:  # noqa: ANN401 - SQLAlchemy's connection
    """Keep what is counted as the transaction of a connection begins: counts of the last one may not be put away."""
    connection.info[BEFORE] = counts(connection)


def changed(connection: Any) -> tuple[Touch, ...]:  # noqa: ANN401 - as above
    """The tables that the transaction of a connection changed since it began; empty where no PostgreSQL answers."""
    before: Counts = connection.info.pop(BEFORE, {})
    after = counts(connection)
    return tuple(Touch(CHANGED, bare(table)) for table in sorted(after) if after[table] > before.get(table, 0))


def bare(table: str) -> str:
    """A table's name as statements write it: without the schema that nobody needs to say."""
    return table.removeprefix("public.")


def counts(connection: Any) -> Counts:  # noqa: ANN401 - as above
    """Rows that were changed, by table."""
    if connection.dialect.name != "postgresql":
        return {}
    cursor = connection.connection.cursor()
    try:
        cursor.execute(COUNTS)
        return dict(cursor.fetchall())
    except Exception:  # noqa: BLE001 - drivers raise their own errors; a transaction that failed has changed nothing
        return {}
    finally:
        cursor.close()
