"""How does a request reach the schema? Its types and mutations are entered by themselves."""

from django.http import HttpResponse
from django.views.generic import View


class GraphQLView(View):
    schema = None

    def dispatch(self, request, *args, **kwargs):
        self.get_context(request)
        return self.get_response(request, __unknown__)

    def get_root_value(self, request):
        return None

    def get_middleware(self, request):
        return None

    def get_context(self, request):
        return request

    def parse_body(self, request):
        return {**__unknown__}

    def get_response(self, request, data, show_graphiql=False):
        self.execute_graphql_request(request, data, __unknown__, __unknown__, __unknown__)
        return HttpResponse()

    def execute_graphql_request(self, request, data, query, variables, operation_name, show_graphiql=False):
        return __unknown__
