"""The index follows at the end of a request."""

from watson.search import search_context_manager


class SearchContextMiddleware:
    def __init__(self, get_response=None):
        self.get_response = get_response

    def __call__(self, request):
        self.process_request(request)
        response = self.get_response(request)
        return self.process_response(request, response)

    def process_request(self, request):
        search_context_manager.start()

    def process_response(self, request, response):
        self._close_search_context(request)
        return response

    def process_exception(self, request, exception):
        self._close_search_context(request)

    def _close_search_context(self, request):
        search_context_manager.end()
