"""How does sqlite3 connect?  A `with` block on the connection is a transaction."""

from pep249 import CommittingConnection, Cursor
from pep249 import Connection as Driver


class Connection(CommittingConnection):
    def backup(self, target): ...

    def create_function(self, name, narg, func, **kwargs): ...


class ConnectionWithoutTransactions(Driver):
    """Of `connect(..., isolation_level=None)`: transactions are begun by `BEGIN` alone."""


def connect(database, *args, **kwargs):
    return Connection()
