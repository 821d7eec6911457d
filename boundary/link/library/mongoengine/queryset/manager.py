"""What makes a queryset for a class of documents?  See `../../../frameworks/mongoengine/managers.py`."""


class QuerySetManager:
    def __init__(self, queryset_func=None): ...


def queryset_manager(func): ...
