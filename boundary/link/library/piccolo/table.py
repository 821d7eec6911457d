"""What do Piccolo's tables do?  Their methods give queries, which run when they are awaited.

See `../../frameworks/piccolo`.
"""

from piccolo.query.base import Definition


class TableMeta:
    pass


class Table:
    _meta = TableMeta()

    def __init__(self, *args, **kwargs): ...

    @classmethod
    def select(cls, *columns, exclude_secrets=False): ...

    @classmethod
    def objects(cls, *prefetch): ...

    @classmethod
    def insert(cls, *rows): ...

    @classmethod
    def update(cls, values=None, **kwargs): ...

    @classmethod
    def delete(cls, force=False): ...

    @classmethod
    def count(cls, column=None, distinct=None): ...

    @classmethod
    def exists(cls): ...

    @classmethod
    def raw(cls, sql, *args): ...

    @classmethod
    def ref(cls, column_name): ...

    @classmethod
    def all_related(cls, exclude=None): ...

    @classmethod
    def all_columns(cls, exclude=None): ...

    @classmethod
    def from_dict(cls, data):
        return cls(**data)

    @classmethod
    def create_table(cls, **kwargs):
        return Definition()

    alter = table_exists = create_index = drop_index = indexes = create_table

    def save(self, columns=None): ...

    def update_self(self, values): ...

    def remove(self): ...

    def refresh(self, columns=None): ...

    def get_related(self, foreign_key): ...

    def get_m2m(self, m2m): ...

    def add_m2m(self, *rows, m2m=None, extra_column_values=None): ...

    def remove_m2m(self, *rows, m2m=None): ...


def create_table_class(class_name, bases=(), class_members=None): ...


async def create_db_tables(*tables, if_not_exists=False): ...


async def drop_db_tables(*tables): ...


def create_db_tables_sync(*tables, if_not_exists=False): ...


def drop_db_tables_sync(*tables): ...


def create_tables(*tables, if_not_exists=False): ...


def drop_tables(*tables): ...
