"""What does Frappe's database do?  Rows by the names of DocTypes; see `../../../frameworks/frappe/database.py`."""

from contextlib import contextmanager

from pep249 import Cursor


class LaterCallbacks:
    def add(self, func):
        __defer__(func)

    def run(self): ...


class Callbacks:
    """Functions that run before a commit, as a part of its transaction."""

    def add(self, func):
        func()

    def run(self): ...


class Database:
    @property
    def before_commit(self):
        return Callbacks()

    @property
    def after_commit(self):
        return LaterCallbacks()

    after_rollback = before_rollback = after_commit

    def sql(self, query, values=(), *args, **kwargs):
        Cursor().execute(query)
        return __unknown__

    def sql_list(self, query, values=(), *args, **kwargs):
        Cursor().execute(query)
        return __unknown__

    def sql_ddl(self, query, *args, **kwargs):
        self.commit()
        Cursor().execute(query)
        self.commit()

    def multisql(self, sql_dict, values=(), **kwargs):
        for query in sql_dict.values():
            Cursor().execute(query)
        return __unknown__

    def get_value(self, doctype, filters=None, fieldname="name", *args, **kwargs): ...

    def get_values(self, doctype, filters=None, fieldname="name", *args, **kwargs): ...

    def get_all(self, doctype, *args, **kwargs): ...

    def get_list(self, doctype, *args, **kwargs): ...

    def exists(self, dt, dn=None, cache=False, *args, **kwargs): ...

    def count(self, dt, filters=None, *args, **kwargs): ...

    def get_creation_count(self, doctype, minutes): ...

    def get_single_value(self, doctype, fieldname, cache=True): ...

    def get_singles_dict(self, doctype, *args, **kwargs): ...

    def get_singles_value(self, doctype, fieldname, cache=True): ...

    def set_value(self, dt, dn, field, val=None, *args, **kwargs): ...

    def set_single_value(self, doctype, fieldname, value=None, *args, **kwargs): ...

    def delete(self, doctype, filters=None, **kwargs): ...

    def truncate(self, doctype):
        self.commit()
        self.delete(doctype)
        self.commit()

    def bulk_insert(self, doctype, fields, values, *args, **kwargs): ...

    def bulk_update(self, doctype, doc_updates, *args, **kwargs): ...

    def set_default(self, key, val, parent="__default", parenttype=None):
        self.delete("DefaultValue")
        self.bulk_insert("DefaultValue", [], [])

    set_global = set_default

    def get_default(self, key, parent="__default"):
        return __unknown__

    def commit(self): ...

    def rollback(self, *, save_point=None): ...

    def savepoint(self, save_point): ...

    def release_savepoint(self, save_point): ...

    def updatedb(self, doctype, meta=None):
        if __unknown__:  # where the table lacks a column
            self.commit()

    def add_index(self, doctype, fields, index_name=None):
        self.commit()

    add_unique = rename_column = change_column_type = rename_table = add_index


@contextmanager
def savepoint(catch=Exception):
    yield
