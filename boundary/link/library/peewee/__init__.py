"""What do peewee's models, queries and databases do?  Queries do it when they are executed: see `../../frameworks/peewee/rows.py`."""


class Field:
    def __init__(self, *args, **kwargs): ...


class CharField(Field):
    pass


class IntegerField(Field):
    pass


class BigIntegerField(Field):
    pass


class SmallIntegerField(Field):
    pass


class AutoField(Field):
    pass


class BigAutoField(Field):
    pass


class IdentityField(Field):
    pass


class FloatField(Field):
    pass


class DoubleField(Field):
    pass


class DecimalField(Field):
    pass


class TextField(Field):
    pass


class FixedCharField(Field):
    pass


class BlobField(Field):
    pass


class BitField(Field):
    pass


class BigBitField(Field):
    pass


class UUIDField(Field):
    pass


class BinaryUUIDField(Field):
    pass


class DateTimeField(Field):
    pass


class DateField(Field):
    pass


class TimeField(Field):
    pass


class TimestampField(Field):
    pass


class BooleanField(Field):
    pass


class IPField(Field):
    pass


class BareField(Field):
    pass


class ForeignKeyField(Field):
    pass


class DeferredForeignKey(Field):
    pass


class ManyToManyField(Field):
    pass


class Query:
    def __iter__(self): ...

    def execute(self, database=None): ...


class Metadata:
    pass


class Model:
    def __init__(self, *args, **kwargs): ...

    @classmethod
    def create(cls, **query): ...

    @classmethod
    def select(cls, *fields): ...

    @classmethod
    def insert(cls, data=None, **insert): ...

    @classmethod
    def insert_many(cls, rows, fields=None): ...

    @classmethod
    def insert_from(cls, query, fields): ...

    @classmethod
    def replace(cls, data=None, **insert): ...

    @classmethod
    def replace_many(cls, rows, fields=None): ...

    @classmethod
    def update(cls, data=None, **update): ...

    @classmethod
    def delete(cls): ...

    @classmethod
    def raw(cls, sql, *params): ...

    @classmethod
    def get(cls, *query, **filters): ...

    @classmethod
    def get_or_none(cls, *query, **filters): ...

    @classmethod
    def get_by_id(cls, pk): ...

    @classmethod
    def get_or_create(cls, **kwargs): ...

    @classmethod
    def set_by_id(cls, key, value): ...

    @classmethod
    def delete_by_id(cls, pk): ...

    @classmethod
    def filter(cls, *query, **filters): ...

    @classmethod
    def alias(cls, alias=None):
        return cls

    @classmethod
    def bulk_create(cls, model_list, batch_size=None): ...

    @classmethod
    def bulk_update(cls, model_list, fields, batch_size=None): ...

    @classmethod
    def truncate_table(cls, **options): ...

    @classmethod
    def noop(cls):
        return []

    @classmethod
    def index(cls, *fields, **options): ...

    @classmethod
    def add_index(cls, *fields, **options): ...

    @classmethod
    def table_exists(cls): ...

    @classmethod
    def drop_table(cls, safe=True, drop_sequences=True, **options): ...

    def is_dirty(self): ...

    def clone(self):
        return self

    @classmethod
    def create_table(cls, safe=True, **options): ...

    def save(self, force_insert=False, only=None): ...

    def delete_instance(self, recursive=False, delete_nullable=False): ...

    def dependencies(self, search_nullable=False): ...


class Dependent:
    """The models that depend on a row: see `../../frameworks/peewee/dependents.py`."""


class Database:
    def __init__(self, database=None, **kwargs): ...

    def __enter__(self):
        return self

    def __exit__(self, *exc): ...

    def atomic(self, *args, **kwargs): ...

    def transaction(self, *args, **kwargs): ...

    def savepoint(self): ...

    def manual_commit(self):
        return self

    def begin(self): ...

    def commit(self): ...

    def rollback(self): ...

    def execute(self, query, commit=None, **options): ...

    def execute_sql(self, sql, params=None, commit=None): ...

    def cursor(self): ...

    def connection_context(self): ...

    def is_closed(self): ...

    def in_transaction(self): ...

    def table_exists(self, table_name, schema=None): ...

    def get_tables(self, schema=None): ...

    def connect(self, reuse_if_open=False): ...

    def close(self): ...

    def create_tables(self, models, **options): ...

    def drop_tables(self, models, **options): ...


class SqliteDatabase(Database):
    pass


class PostgresqlDatabase(Database):
    pass


class MySQLDatabase(Database):
    pass


class Proxy(Database):
    def initialize(self, obj):
        self.obj = obj


class DatabaseProxy(Proxy):
    pass


def prefetch(query, *subqueries, **kwargs):
    for one in subqueries:
        for _ in one:
            pass
    return list(query)


def chunked(iterable, n):
    return [iterable]


class ModelSelect(Query):
    pass


class Function(Field):
    """`fn.count(Order.id)`: see `../../frameworks/peewee/rows.py`."""


fn = Function()


def ModelInsert(model, insert=None, **kwargs):
    return model.insert(insert)


def ModelUpdate(model, update=None, **kwargs):
    return model.update(update)


def ModelDelete(model, **kwargs):
    return model.delete()


def ModelRaw(model, sql, params=None, **kwargs):
    return model.raw(sql)
