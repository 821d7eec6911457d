"""What is a connection of asyncpg?"""

from pep249 import AutocommitConnection


class Connection(AutocommitConnection):
    pass


def connect(dsn=None, **kwargs):
    return Connection()
