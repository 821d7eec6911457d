"""How does psycopg 3 connect?  A `with` block on the connection is a transaction, `transaction()` opens others."""

from pep249 import CommittingConnection, Cursor
from pep249 import Connection as Driver
from psycopg import errors, rows, sql


class Connection(CommittingConnection):
    @classmethod
    def connect(cls, conninfo="", **kwargs):
        return cls()

    def transaction(self, savepoint_name=None, force_rollback=False): ...

    def set_autocommit(self, value): ...


class ConnectionWithoutTransactions(Driver):
    """Of `connect(..., autocommit=True)`: transactions are those of `transaction()` alone."""

    def transaction(self, savepoint_name=None, force_rollback=False): ...


class AsyncConnection(Connection):
    pass


class ServerCursor(Cursor):
    pass


class ClientCursor(Cursor):
    pass


class AsyncCursor(Cursor):
    pass


class AsyncServerCursor(Cursor):
    pass


def connect(conninfo="", **kwargs):
    return Connection()
