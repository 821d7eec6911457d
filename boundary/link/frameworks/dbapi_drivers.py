"""Which packages are drivers of PEP 249, of which nothing else needs to be known?

    connection = hdbcli.dbapi.connect(address="host")

What their `connect` gives is a connection like any other, whose units of work end with `commit`. Drivers that have
words of their own have skeletons, which `dbapi.py` speaks of.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from boundary.link.frameworks.dbapi import connected
from boundary.link.frameworks.protocol import NativeCall

if TYPE_CHECKING:
    from boundary.link.calling.arguments import Arguments
    from boundary.link.domain.values import External, Value
    from boundary.link.evaluator.evaluation import Evaluator

MADE: Final = "pep249.Connection"
CONNECTS: Final = frozenset(
    {
        *("adodbapi.connect", "cymysql.connect", "fdb.connect", "firebird.driver.connect", "firebirdsql.connect"),
        *(
            "hdbcli.dbapi.connect",
            "ibm_db_dbi.connect",
            "ingresdbi.connect",
            "jaydebeapi.connect",
            "kinterbasdb.connect",
        ),
        *("libsql.connect", "libsql_experimental.connect", "mariadb.connect", "nzpy.connect", "pg8000.connect"),
        *("pg8000.dbapi.connect", "pgdb.connect", "psycopg2cffi.connect", "pymonetdb.connect", "pypyodbc.connect"),
        *("pytds.connect", "redshift_connector.connect", "snowflake.connector.connect", "sqlanydb.connect"),
        *("sqlean.connect", "teradatasql.connect", "turbodbc.connect", "turso.connect", "vertica_python.connect"),
    }
)
"""The function of each that connects. Warehouses without transactions of several statements are not among them."""
WORK: Final = tuple(sorted({dotted.rpartition(".")[0] for dotted in CONNECTS}))

_connect: Final = connected(MADE)


def external(evaluator: Evaluator, atom: External, arguments: Arguments, line: int) -> Value | None:
    """A connection is opened."""
    if atom.dotted not in CONNECTS:
        return None
    return _connect(NativeCall(evaluator, atom.dotted, None, arguments, line))
