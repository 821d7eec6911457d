"""What does python-sql build?  Tables, columns, and queries that become text when they are executed.

What they are about is in `../../frameworks/python/sql.py`.
"""


class FromItem:
    pass


class Table(FromItem):
    def __init__(self, name, schema=None, database=None): ...


class Join(FromItem):
    def __init__(self, left, right, type_="INNER", condition=None): ...


class Lateral(FromItem):
    def __init__(self, *args): ...


class Query(FromItem):
    pass


class Column:
    def __init__(self, from_, name): ...


def Select(*columns, **kwargs): ...


def Union(*queries, **kwargs): ...


def Intersect(*queries, **kwargs): ...


def Except(*queries, **kwargs): ...
