"""What does an engine ask of the rows? Each is prepared by its index; what is searched is kept elsewhere."""

from django.db.models import Q


class SQ(Q): ...


class BaseSearchBackend:
    include_spelling = False

    def __init__(self, connection_alias, **connection_options): ...

    def update(self, index, iterable, commit=True):
        for row in iterable:
            index.full_prepare(row)

    def remove(self, obj_or_string, commit=True): ...

    def clear(self, models=None, commit=True): ...

    def search(self, query_string, **kwargs):
        return __unknown__


class BaseSearchQuery:
    @property
    def backend(self):
        return BaseSearchBackend(__unknown__)


class BaseEngine:
    def __init__(self, using=None): ...

    def get_backend(self):
        return BaseSearchBackend(__unknown__)

    def get_query(self):
        return BaseSearchQuery()

    def get_unified_index(self):
        from haystack.utils.loading import UnifiedIndex

        return UnifiedIndex()

    def reset_queries(self): ...

    def reset_sessions(self): ...


def log_query(func):
    return func
