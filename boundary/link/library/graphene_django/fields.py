"""Fields of lists; their querysets are the business of their types."""


class DjangoListField:
    def __init__(self, _type, *args, **kwargs):
        pass


class DjangoConnectionField:
    def __init__(self, *args, **kwargs):
        pass

    @classmethod
    def resolve_queryset(cls, connection, queryset, info, args):
        return queryset

    @classmethod
    def resolve_connection(cls, connection, args, iterable, max_limit=None):
        return iterable
