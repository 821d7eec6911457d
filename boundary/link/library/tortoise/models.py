"""What do Tortoise's models and querysets do?  See `../../frameworks/tortoise.py`."""


class QuerySet:
    def __await__(self): ...

    def __aiter__(self):
        return self

    def __anext__(self): ...


class RelatedRows:
    async def add(self, *instances, using_db=None): ...

    async def remove(self, *instances, using_db=None): ...

    async def clear(self, using_db=None): ...


class Model:
    def __init__(self, **kwargs): ...

    @classmethod
    async def create(cls, using_db=None, **kwargs): ...

    @classmethod
    def all(cls, using_db=None): ...

    @classmethod
    def filter(cls, *args, **kwargs): ...

    @classmethod
    def exclude(cls, *args, **kwargs): ...

    @classmethod
    def annotate(cls, **kwargs): ...

    @classmethod
    def select_for_update(cls, **kwargs): ...

    @classmethod
    def get(cls, *args, **kwargs): ...

    @classmethod
    def get_or_none(cls, *args, **kwargs): ...

    @classmethod
    def first(cls, using_db=None): ...

    @classmethod
    def latest(cls, *orderings): ...

    @classmethod
    def earliest(cls, *orderings): ...

    def clone(self, pk=None):
        return type(self)()

    @classmethod
    def exists(cls, *args, **kwargs): ...

    @classmethod
    async def get_or_create(cls, defaults=None, **kwargs): ...

    @classmethod
    async def update_or_create(cls, defaults=None, **kwargs): ...

    @classmethod
    async def bulk_create(cls, objects, **kwargs): ...

    @classmethod
    async def bulk_update(cls, objects, fields, **kwargs): ...

    @classmethod
    async def in_bulk(cls, id_list, **kwargs): ...

    @classmethod
    def raw(cls, sql, using_db=None): ...

    def prefetch_related(self, *args):  # `await Order.get(id=1).prefetch_related("lines")`: of the query, for one row
        return self

    select_related = using_db = only = prefetch_related

    async def save(self, using_db=None, update_fields=None, force_create=False, force_update=False): ...

    async def delete(self, using_db=None): ...

    async def fetch_related(self, *args, using_db=None): ...

    async def refresh_from_db(self, fields=None, using_db=None): ...

    def update_from_dict(self, data):
        return self
