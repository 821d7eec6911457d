"""What are documents asked for with?  What queries do is in `../../../../frameworks/beanie/queries.py`."""


class FindQuery:
    def __await__(self): ...

    def __aiter__(self):
        return self

    def __anext__(self): ...


class FindMany(FindQuery):
    pass


class FindOne(FindQuery):
    pass
