"""What does asyncio change?  Calls are awaited; the same things happen."""

from sqlalchemy.engine import Connection, Engine
from sqlalchemy.orm.decl_api import *
from sqlalchemy.orm.session import Session, object_session, scoped_session, sessionmaker

async_object_session = async_session = object_session


class AsyncAttrs:
    @property
    def awaitable_attrs(self):
        return self


class AsyncSession(Session):
    async def __aenter__(self):
        return self

    async def __aexit__(self, *args):
        self.close()


class AsyncConnection(Connection):
    async def __aenter__(self):
        return self

    async def __aexit__(self, *args):
        self.close()


class AsyncEngine(Engine):
    pass


class async_sessionmaker(sessionmaker):
    pass


class async_scoped_session(scoped_session):
    pass


AsyncResult = AsyncSessionTransaction = None


def create_async_engine(*args, **kwargs):
    return AsyncEngine()


async_engine_from_config = create_async_engine
