"""What does pypika put together?  Tables and queries that become text.  See `../../frameworks/pypika.py`."""


class Selectable:
    pass


class AliasedQuery(Selectable):
    pass


class Schema:
    pass


class Database(Schema):
    pass


class Table(Selectable):
    pass


class Column:
    pass


class QueryBuilder(Selectable):
    def __str__(self): ...

    def get_sql(self, **kwargs): ...

    def get_parameterized_sql(self, **kwargs):
        return self.get_sql(), __unknown__

    def pipe(self, func, *args, **kwargs):
        return func(self, *args, **kwargs)


class Query:
    @classmethod
    def _builder(cls, **kwargs):
        return QueryBuilder()

    @staticmethod
    def Table(name, **kwargs):
        return Table(name)

    @staticmethod
    def Tables(*names, **kwargs): ...

    @classmethod
    def from_(cls, table, **kwargs): ...

    @classmethod
    def into(cls, table, **kwargs): ...

    @classmethod
    def update(cls, table, **kwargs): ...

    @classmethod
    def with_(cls, table, name, **kwargs): ...

    @classmethod
    def select(cls, *terms, **kwargs): ...

    @classmethod
    def create_table(cls, table): ...

    @classmethod
    def drop_table(cls, table): ...


def make_tables(*names, **kwargs): ...
