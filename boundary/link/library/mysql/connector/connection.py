"""What is a connection of MySQL's own driver?"""

from pep249 import Connection


class MySQLConnection(Connection):
    def start_transaction(self, **kwargs): ...

    def cmd_query(self, query): ...
