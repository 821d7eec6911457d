"""Which connections does a pool of MySQL's own driver give?"""

from mysql.connector.connection import MySQLConnection


class MySQLConnectionPool:
    def __init__(self, **kwargs): ...

    def get_connection(self):
        return MySQLConnection()
