"""What do ormar's models do?  They are pydantic's, and save themselves."""

import pydantic


class ModelMeta:
    pass


class OrmarConfig:
    def copy(self, **kwargs): ...


class Model(pydantic.BaseModel):
    async def save(self): ...

    async def update(self, _columns=None, **kwargs): ...

    async def upsert(self, **kwargs): ...

    async def delete(self): ...

    async def load(self): ...

    async def load_all(self, follow=False, exclude=None, order_by=None): ...

    async def save_related(self, follow=False, save_all=False, **kwargs): ...

    def update_from_dict(self, value_dict):
        return self
