"""How does web.py ask a database?  By the name of a table, or with SQL; each by itself unless a transaction is begun."""

from pep249 import AutocommitConnection




class DB(AutocommitConnection):
    def query(self, sql_query, vars=None, processed=False, _test=False):
        return self.fetch(sql_query)

    def select(self, tables, *args, where=None, **kwargs):
        return self.query(f"SELECT * FROM {tables}")

    def where(self, table, **kwargs):
        return self.select(table)

    def insert(self, tablename, seqname=None, _test=False, **values):
        self.query(f"INSERT INTO {tablename} SELECT 1")

    def multiple_insert(self, tablename, values, seqname=None, _test=False):
        self.query(f"INSERT INTO {tablename} SELECT 1")

    def update(self, tables, where, vars=None, _test=False, **values):
        self.query(f"UPDATE {tables} SET a = 1")

    def delete(self, table, where, using=None, vars=None, _test=False):
        if using:
            self.query(f"SELECT * FROM {using}")
        self.query(f"DELETE FROM {table}")

    def transaction(self): ...


def database(dburl=None, **params):
    return DB()
