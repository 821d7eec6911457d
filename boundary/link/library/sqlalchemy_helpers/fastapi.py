"""What does a request's session do at its end?  It commits what the route has left open."""

from sqlalchemy_helpers.aio import AsyncDatabaseManager


def manager_from_config(db_settings, *args, **kwargs):
    return AsyncDatabaseManager(None, None)


async def make_db_session(manager):
    async with manager.Session() as session:
        yield session
        await session.commit()
