"""What are the resolvers of a schema handed that FastAPI serves?  What `context_getter` gives, with its dependencies."""

from fastapi import APIRouter, Depends
from strawberry import context


class Info(context.Info):
    context = __unknown__


class BaseContext:
    pass


class GraphQLRouter(APIRouter):
    def __init__(self, schema, *args, context_getter=None, **kwargs):
        if context_getter is not None:
            Info.context = Depends(context_getter)
