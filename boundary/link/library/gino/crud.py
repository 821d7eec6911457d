"""What do GINO's models do?  They ask for rows and write them at once; attributes that are set write nothing."""

from sqlalchemy.orm.decl_api import Declarative


class UpdateRequest:
    def __init__(self, instance): ...

    def update(self, **values):
        return self

    async def apply(self, bind=None, timeout=None): ...


class CRUDModel(Declarative):
    _update_request_cls = UpdateRequest

    @classmethod
    async def create(cls, bind=None, timeout=None, **values): ...

    @classmethod
    async def get(cls, ident, bind=None, timeout=None): ...

    @classmethod
    async def get_or_404(cls, ident, bind=None, timeout=None):
        return await cls.get(ident)

    @classmethod
    def load(cls, *columns, **relationships):
        return cls

    @classmethod
    def alias(cls, *args, **kwargs):
        return cls

    @classmethod
    def distinct(cls, *columns):
        return cls

    @classmethod
    def on(cls, on_clause):
        return cls

    @classmethod
    def in_query(cls, query):
        return cls

    def to_dict(self):
        return {}
