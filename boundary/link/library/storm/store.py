"""What are Storm's stores and the results that they find?  See `../../frameworks/storm/stores.py`."""


class Store:
    def __init__(self, database, cache=None): ...

    @staticmethod
    def of(obj): ...


class TableSet:
    """What `store.using(...)` gives: a store that finds in other tables."""


class ResultSet:
    pass


class EmptyResultSet:
    def __init__(self, ordered=False): ...

    def __iter__(self):
        return iter([])

    def __getitem__(self, index):
        return self

    def __contains__(self, item):
        return False

    def copy(self):
        return self

    def config(self, **kwargs):
        return self

    def order_by(self, *args):
        return self

    def find(self, *args, **kwargs):
        return self

    def is_empty(self):
        return True

    def any(self):
        return None

    def first(self):
        return None

    def last(self):
        return None

    def one(self):
        return None

    def count(self):
        return 0

    def values(self, *columns):
        return []

    def set(self, *args, **kwargs): ...

    def remove(self):
        return 0

    def cached(self):
        return []

    def union(self, other):
        return other

    def difference(self, other):
        return self

    def intersection(self, other):
        return self


class Pending:
    """See `block_implicit_flushes`."""


AutoReload = __unknown__


def block_access(*args):
    return __unknown__
