"""Which rows do the helpers find or make where sessions are awaited?  Those of the model that is asked."""

from sqlalchemy.ext.asyncio import AsyncAttrs, async_sessionmaker, create_async_engine
from sqlalchemy.orm import DeclarativeBase
from sqlalchemy.sql import select


class Base(AsyncAttrs, DeclarativeBase):
    @classmethod
    async def get_by_pk(cls, pk, *, session):
        return await get_by_pk(pk, session=session, model=cls)

    @classmethod
    async def get_one(cls, session, **attrs):
        return await get_one(session, cls, **attrs)

    @classmethod
    async def get_or_create(cls, session, **attrs):
        return await get_or_create(session, cls, **attrs)

    @classmethod
    async def update_or_create(cls, session, defaults=None, create_defaults=None, **attrs):
        return await update_or_create(session, cls, defaults, create_defaults, **attrs)


class AsyncDatabaseManager:
    engine = create_async_engine("")
    Session = async_sessionmaker(expire_on_commit=False, bind=engine)

    def __init__(self, uri, alembic_location, *, engine_args=None, base_model=None):
        pass


async def get_by_pk(pk, *, session, model):
    return await session.get(model, pk)


async def get_one(session, model, **attrs):
    return (await session.execute(select(model).filter_by(**attrs))).scalar_one()


async def get_or_create(session, model, **attrs):
    if __unknown__:
        return await get_one(session, model, **attrs), False
    made = model(**attrs)
    session.add(made)
    await session.flush()
    return made, True


async def update_or_create(session, model, defaults=None, create_defaults=None, **attrs):
    if __unknown__:
        found = await get_one(session, model, **attrs)
        for name, value in (defaults or {}).items():
            setattr(found, name, value)
        return found, False
    made = model(**{**attrs, **(create_defaults or defaults or {})})
    session.add(made)
    await session.flush()
    return made, True
