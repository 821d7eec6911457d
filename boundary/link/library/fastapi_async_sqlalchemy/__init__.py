"""Whose session is `db.session`?  That of the request, or of the block `async with db():`; told so, its end commits."""

from fastapi_sqlalchemy import DBSession
from sqlalchemy.ext.asyncio import AsyncSession


class AsyncDBSession(DBSession):
    session = AsyncSession()

    def __init__(self, session_args=None, commit_on_exit=False, multi_sessions=False, max_concurrent=None):
        self.commits = commit_on_exit

    async def __aenter__(self):
        return type(self)

    async def __aexit__(self, kind, value, traceback):
        if self.commits:
            await self.session.commit()


db = AsyncDBSession


class SQLAlchemyMiddleware:
    def __init__(self, app, db_url=None, commit_on_exit=False, **kwargs):
        if commit_on_exit:
            __commits_requests__()
