"""What is a database of dataset?  Tables by their names; each statement commits itself, but in a `with` block.

What its tables do is in `../../frameworks/tables_by_name.py`.
"""

from pep249 import AutocommitConnection, CommittingConnection


class Database(AutocommitConnection, CommittingConnection):
    def query(self, query, *args, **kwargs): ...

    def get_table(self, table_name, *args, **kwargs):
        return self[table_name]

    def load_table(self, table_name):
        return self[table_name]

    def create_table(self, table_name, *args, **kwargs):
        return self[table_name]

    def begin(self): ...
