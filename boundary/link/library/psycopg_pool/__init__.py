"""Which connections does a pool of psycopg 3 give?  Its `connection()` is a transaction as a `with` block."""

from psycopg import AsyncConnection, Connection


class ConnectionPool:
    def __init__(self, conninfo="", **kwargs): ...

    def __enter__(self):
        return self

    def connection(self, timeout=None):
        return Connection()

    def getconn(self, timeout=None):
        return Connection()

    def putconn(self, conn): ...

    def open(self, wait=False): ...

    def close(self): ...


class AsyncConnectionPool(ConnectionPool):
    pass


class NullConnectionPool(ConnectionPool):
    pass
