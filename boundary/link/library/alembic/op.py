"""What do operations of alembic do besides changing the schema, which `../../sql/alembic.py` reads?"""

from sqlalchemy.engine import Connection


def get_bind():
    return Connection()


def execute(sqltext, execution_options=None):
    return Connection().execute(sqltext)


def bulk_insert(table, rows, multiinsert=True):
    Connection().execute(table.insert())
