"""What do beanie's documents do?  They are pydantic's models, and write themselves."""

from beanie.odm.bulk import BulkWriter
from beanie.odm.interfaces.find import FindInterface
from pydantic import BaseModel


class Document(FindInterface, BaseModel):
    async def insert(self, **kwargs): ...

    async def create(self, session=None, **kwargs):
        return await self.insert(session=session, **kwargs)

    async def save(self, *args, **kwargs): ...

    async def save_changes(self, **kwargs): ...

    async def replace(self, **kwargs): ...

    async def update(self, *args, **kwargs): ...

    async def set(self, expression, **kwargs): ...

    async def inc(self, expression, **kwargs): ...

    async def current_date(self, expression, **kwargs): ...

    async def delete(self, **kwargs): ...

    async def sync(self, merge_strategy=None): ...

    async def fetch(self, fetch_links=False):  # of a link that has been followed already
        return self

    @classmethod
    async def insert_one(cls, document, **kwargs): ...

    @classmethod
    async def insert_many(cls, documents, **kwargs): ...

    @classmethod
    async def replace_many(cls, documents, **kwargs): ...

    @classmethod
    async def update_all(cls, *args, **kwargs): ...

    @classmethod
    async def delete_all(cls, **kwargs): ...

    @classmethod
    def bulk_writer(cls, **kwargs):
        return BulkWriter()


class DocumentWithSoftDelete(Document):
    async def delete(self, **kwargs): ...

    async def hard_delete(self, **kwargs): ...
