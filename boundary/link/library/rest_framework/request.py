"""What does a request of the API carry? What Django's request carries, and the parsed body."""

from django.http import HttpRequest


class Request(HttpRequest):
    data: dict = __unknown__
    query_params: dict = __unknown__
    auth = __unknown__

    def __init__(self, request, parsers=None, authenticators=None, negotiator=None, parser_context=None):
        self._request = request
        self.authenticators = authenticators or ()

    def _answered(self, answer):
        self._user, self._auth = answer
