"""What is a pool of asyncpg?  It executes itself, and gives connections."""

from asyncpg.connection import Connection


class PoolConnectionProxy(Connection):
    pass


class Pool(Connection):
    pass


def create_pool(dsn=None, **kwargs):
    return Pool()
