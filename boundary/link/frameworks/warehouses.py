"""What do warehouses do, whose statements are each on their own?  ClickHouse, Trino, Hive, Impala, Databricks.

    clickhouse_driver.Client("host").execute("INSERT INTO events VALUES", rows)
    clickhouse_connect.get_client(host="host").insert("events", rows)
    trino.dbapi.connect(host="host").cursor().execute("SELECT * FROM events")

No transaction around a statement has anything to do with it.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from boundary.link.domain.asking import strings
from boundary.link.domain.values import BOTTOM, UNKNOWN
from boundary.link.frameworks.dbapi import connected
from boundary.link.frameworks.own_statements import Statement, act
from boundary.link.frameworks.protocol import NativeCall
from boundary.link.frameworks.raw_sql import touch_sql
from boundary.link.frameworks.tables_by_name import UNNAMED

if TYPE_CHECKING:
    from boundary.link.calling.arguments import Arguments
    from boundary.link.domain.values import External, Value
    from boundary.link.evaluator.evaluation import Evaluator
    from boundary.link.frameworks.protocol import Handler

DRIVER: Final = "clickhouse_driver.client.Client"
CONNECT: Final = "clickhouse_connect.driver.client.Client"
MADE: Final = "pep249.AutocommitConnection"
CONNECTS: Final = frozenset(
    {
        *("databricks.sql.connect", "impala.dbapi.connect", "prestodb.dbapi.connect", "pyhive.hive.connect"),
        *("pyhive.presto.connect", "pyhive.trino.connect", "trino.dbapi.connect"),
    }
)
"""Functions that give connections as PEP 249 has them, of packages of which nothing else needs to be known."""
QUERIES: Final = (
    *("query", "query_df", "query_np", "query_arrow", "query_df_arrow", "raw_query", "raw_stream", "command"),
    *("query_rows_stream", "query_row_block_stream", "query_column_block_stream", "query_df_stream", "query_np_stream"),
)
EXECUTES: Final = ("execute", "execute_with_progress", "execute_iter", "query_dataframe", "insert_dataframe")

_connect: Final = connected(MADE)


def stated(call: NativeCall) -> Value:
    """`client.execute("INSERT INTO events VALUES", rows)`, `client.query("SELECT ...")`, `client.command("...")`."""
    call.interpreter.frameworks.stores_read.add(call.name.partition(".")[0])
    given = call.arguments.get(0, "cmd" if call.name.endswith(".command") else "query") or UNKNOWN
    with Statement(call.evaluator, call.line):
        touch_sql(call, given)
    return UNKNOWN


def inserted(call: NativeCall) -> Value:
    """`client.insert("events", rows)`."""
    call.interpreter.frameworks.stores_read.add(call.name.partition(".")[0])
    names = strings(call.arguments.get(0, "table") or BOTTOM)
    if not names:
        call.evaluator.blind(call.line, UNNAMED)
    act(call.evaluator, [("insert", name.rpartition(".")[2].strip('`"')) for name in names], call.line)
    return UNKNOWN


def external(evaluator: Evaluator, atom: External, arguments: Arguments, line: int) -> Value | None:
    """A connection is opened."""
    if atom.dotted not in CONNECTS:
        return None
    evaluator.interpreter.frameworks.stores_read.add(atom.dotted.partition(".")[0])
    return _connect(NativeCall(evaluator, atom.dotted, None, arguments, line))


NATIVES: Final[dict[str, Handler]] = {
    "clickhouse_driver.dbapi.connect": _connect,
    **{f"{DRIVER}.{name}": stated for name in EXECUTES},
    **{f"{CONNECT}.{name}": stated for name in QUERIES},
    **{f"{CONNECT}.{name}": inserted for name in ("insert", "insert_df", "insert_arrow", "raw_insert")},
}
