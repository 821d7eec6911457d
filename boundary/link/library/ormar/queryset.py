"""What are ormar's rows asked for with?  Querysets, and those of a relation, to which rows are added, too."""


class QuerySet:
    def __aiter__(self):
        return self

    def __anext__(self): ...


class RelationProxy(QuerySet):
    pass


class FieldAccessor:
    pass


def and_(*args, **kwargs): ...


def or_(*args, **kwargs): ...
