"""Connections and cursors: raw SQL goes through `execute`."""

from contextlib import contextmanager
from copy import copy


class CursorWrapper:
    def __enter__(self):
        return self

    def __exit__(self, *exc): ...

    def __iter__(self):
        return __unknown__

    def execute(self, sql, params=None): ...

    def executemany(self, sql, param_list): ...

    def callproc(self, procname, params=None): ...

    def copy_from(self, file, table, **kwargs): ...

    def copy_to(self, file, table, **kwargs): ...

    def fetchone(self):
        return __unknown__

    def fetchall(self):
        return __unknown__

    def fetchmany(self, size=None):
        return __unknown__

    def close(self): ...


class DatabaseOperations:
    quote_name = staticmethod(copy)  # a name in quotes is that name

    def sequence_reset_sql(self, style, model_list):
        return ["SELECT 1"]  # it sets sequences, which are no tables


class ConnectionWrapper:
    ops = DatabaseOperations()

    def cursor(self):
        return CursorWrapper()

    in_atomic_block = __unknown__

    def on_commit(self, func, robust=False):
        from django.db.transaction import on_commit

        on_commit(func)

    def close(self): ...

    def ensure_connection(self): ...

    def check_constraints(self, table_names=None): ...

    def disable_constraint_checking(self): ...

    def enable_constraint_checking(self): ...

    @contextmanager
    def constraint_checks_disabled(self):
        yield

    def get_autocommit(self):
        return __unknown__

    def set_autocommit(self, autocommit, force_begin_transaction_with_broken_autocommit=False): ...

    def commit(self): ...

    def rollback(self): ...


class ConnectionHandler:
    def __getitem__(self, alias):
        return ConnectionWrapper()

    def all(self):
        return [ConnectionWrapper()]
