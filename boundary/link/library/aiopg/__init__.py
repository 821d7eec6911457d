"""How does aiopg connect?  Each statement is committed by itself, but in `begin()`."""

from pep249 import AutocommitConnection


class Connection(AutocommitConnection):
    def begin(self, **kwargs): ...


class Pool(Connection):
    pass


def connect(dsn=None, **kwargs):
    return Connection()


def create_pool(dsn=None, **kwargs):
    return Pool()
