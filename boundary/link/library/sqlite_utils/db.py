"""What is a database of sqlite-utils?  Tables by their names; each method commits by itself.

What its tables do is in `../../frameworks/tables_by_name.py`.
"""

from pep249 import AutocommitConnection
from sqlite3 import Connection


class Database(AutocommitConnection):
    def __init__(self, filename_or_conn=None, **kwargs): ...

    @property
    def conn(self):
        return Connection()

    def query(self, sql, params=None): ...

    def table(self, table_name, **kwargs):
        return self[table_name]

    def view(self, view_name):
        return self[view_name]


class Table:
    pass
