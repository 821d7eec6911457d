"""How does a request reach a schema that Django serves?  Its types and mutations are entered by themselves."""

from django.http import HttpResponse
from django.views.generic import View


class BaseView:
    def __init__(self, schema=None, graphiql=None, graphql_ide=None, allow_queries_via_get=True, **kwargs):
        self.schema = schema

    def create_response(self, response_data, sub_response):
        return HttpResponse()

    def render_graphql_ide(self, request):
        return HttpResponse()


class GraphQLView(BaseView, View):
    def get_root_value(self, request):
        return None

    def get_context(self, request, response):
        return __unknown__

    def get_sub_response(self, request):
        return HttpResponse()

    def process_result(self, request, result):
        return {**__unknown__}

    def dispatch(self, request, *args, **kwargs):
        self.get_root_value(request)
        self.get_context(request, self.get_sub_response(request))
        self.process_result(request, __unknown__)
        return self.create_response(__unknown__, HttpResponse())


class AsyncGraphQLView(BaseView, View):
    async def get_root_value(self, request):
        return None

    async def get_context(self, request, response):
        return __unknown__

    async def get_sub_response(self, request):
        return HttpResponse()

    async def process_result(self, request, result):
        return {**__unknown__}

    async def dispatch(self, request, *args, **kwargs):
        await self.get_root_value(request)
        await self.get_context(request, await self.get_sub_response(request))
        await self.process_result(request, __unknown__)
        return self.create_response(__unknown__, HttpResponse())
