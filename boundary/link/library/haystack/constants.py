"""Which classes are indexes? Those that are `Indexable`; commands index all of their rows."""

DEFAULT_ALIAS = "default"
ITERATOR_LOAD_PER_QUERY = 10


class Indexable:
    __entry_points__ = {"update": "command"}

    haystack_use_for_indexing = True
