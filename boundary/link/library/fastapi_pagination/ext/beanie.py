"""What does a page of documents ask for?  How many there are in all, and some of them."""

from beanie import Document
from fastapi_pagination import Page


async def apaginate(query, params=None, *, transformer=None, **kwargs):
    if isinstance(query, type):
        query = query.find_all()
    await query.count()
    items = await query.to_list()
    return Page(transformer(items) if transformer else items)


paginate = apaginate
