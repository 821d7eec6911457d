"""Which connections does a pool of aiomysql give?"""

from pymysql.connections import Connection


class Pool:
    def acquire(self):
        return Connection()

    def get(self):
        return Connection()

    def release(self, connection): ...

    def close(self): ...


def create_pool(**kwargs):
    return Pool()
