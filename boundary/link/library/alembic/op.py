"""What do operations of alembic do besides changing the schema, which `../../sql/alembic.py` reads?"""

from contextlib import contextmanager

from sqlalchemy import table, text
from sqlalchemy.engine import Connection


def get_bind():
    return Connection()


def execute(sqltext, execution_options=None):
    return Connection().execute(sqltext)


def bulk_insert(table, rows, multiinsert=True):
    Connection().execute(table.insert())


def create_table(table_name, *columns, schema=None, **options):
    return table(table_name, schema=schema)


class BatchOperations:
    def execute(self, sqltext, execution_options=None):
        return execute(sqltext)

    def get_bind(self):
        return get_bind()

    def changed(self, *names, **options): ...

    add_column = alter_column = drop_column = changed
    create_index = drop_index = create_table_comment = drop_table_comment = changed
    create_primary_key = create_foreign_key = create_unique_constraint = changed
    create_check_constraint = create_exclude_constraint = drop_constraint = changed

    def f(self, name):
        return name


@contextmanager
def batch_alter_table(table_name, schema=None, recreate="auto", **options):
    table = f"{schema}.{table_name}" if schema else table_name
    if recreate == "always" or (recreate != "never" and copies()):
        execute(text(f"INSERT INTO {table} SELECT * FROM {table}"))
    yield BatchOperations()


def copies(): ...
