"""Which connections does a pool of psycopg2 give?"""

from psycopg2.extensions import connection


class AbstractConnectionPool:
    def __init__(self, minconn, maxconn, *args, **kwargs): ...

    def getconn(self, key=None):
        return connection()

    def putconn(self, conn=None, key=None, close=False): ...

    def closeall(self): ...


class SimpleConnectionPool(AbstractConnectionPool):
    pass


class ThreadedConnectionPool(AbstractConnectionPool):
    pass
