"""What does a page of a statement ask for?  How many rows there are in all, and some of them."""

from fastapi_pagination import Page
from sqlalchemy.ext.asyncio import AsyncSession


def paginate(conn, query=None, params=None, *, count_query=None, transformer=None, **kwargs):
    if query is None:
        conn.count()
        items = conn.all()
    elif isinstance(conn, AsyncSession):
        return apaginate(conn, query, params, count_query=count_query, transformer=transformer)
    else:
        conn.scalar(count_query if count_query is not None else query)
        items = conn.scalars(query).all()
    return Page(transformer(items) if transformer else items)


async def apaginate(conn, query, params=None, *, count_query=None, transformer=None, **kwargs):
    await conn.scalar(count_query if count_query is not None else query)
    items = (await conn.scalars(query)).all()
    return Page(transformer(items) if transformer else items)
