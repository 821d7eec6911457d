from sqlalchemy.sql.core import Select


class Query(Select):
    """A query of a session: a statement that is executed by its own methods."""


class Collection(Query):
    """What a relationship to many holds: a list of objects, or a query over them."""

    def __setitem__(self, key, value): ...

    def __delitem__(self, key):
        self.pop(key)


AppenderQuery = DynamicMapped = Collection
