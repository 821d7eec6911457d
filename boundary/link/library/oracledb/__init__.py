"""How does Oracle's driver connect?  A `with` block on the connection closes it, and commits nothing."""

from pep249 import Connection as Driver
from pep249 import Cursor


class Connection(Driver):
    def begin(self): ...


class AsyncConnection(Connection):
    pass


class ConnectionPool:
    def acquire(self, **kwargs):
        return Connection()

    def release(self, connection): ...


SessionPool = ConnectionPool


def connect(dsn=None, **kwargs):
    return Connection()


def connect_async(dsn=None, **kwargs):
    return Connection()


def create_pool(dsn=None, **kwargs):
    return ConnectionPool()


def create_pool_async(dsn=None, **kwargs):
    return ConnectionPool()
