"""What do Frappe's queries do that are put together?  See `../../../frameworks/frappe/builder.py`."""


class Table:
    pass


class Query:
    def run(self, *args, **kwargs):
        return __unknown__

    def walk(self, *args, **kwargs):
        return self


class Builder:
    def DocType(self, table_name, *args, **kwargs): ...

    def Table(self, table_name, *args, **kwargs): ...

    def from_(self, table, *args, **kwargs): ...

    def into(self, table, *args, **kwargs): ...

    def update(self, table, *args, **kwargs): ...

    def get_query(self, table, *args, **kwargs): ...


def DocType(table_name, *args, **kwargs):
    return Builder().DocType(table_name)
