"""What is a connection of aiosqlite?"""

from pep249 import Connection as Driver


class Connection(Driver):
    def execute_insert(self, sql, parameters=None): ...

    def execute_fetchall(self, sql, parameters=None): ...


class ConnectionWithoutTransactions(Connection):
    pass


def connect(database, **kwargs):
    return Connection()
