"""What does a backend of Software Heritage work with?  A connection, and transactions that commit where they end."""

from contextlib import contextmanager

from psycopg import Connection


class BaseDb:
    def __init__(self, conn, pool=None):
        self.conn = Connection()

    @classmethod
    def connect(cls, *args, **kwargs):
        return cls(None)

    @classmethod
    def from_pool(cls, pool):
        return cls(None)

    def cursor(self, cur_arg=None):
        if cur_arg is not None:
            return cur_arg
        return self.conn.cursor()

    @contextmanager
    def transaction(self):
        with self.conn.transaction():
            yield self.conn.cursor()
