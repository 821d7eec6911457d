"""Which hooks of an old-style middleware run around a request?"""

from django.http import HttpRequest


class MiddlewareMixin:
    __entry_points__ = {"__call__": "middleware"}

    def __init__(self, get_response=None):
        self.get_response = get_response

    def __call__(self, request: HttpRequest):
        response = None
        if hasattr(self, "process_request"):
            response = self.process_request(request)
        if hasattr(self, "process_view"):
            self.process_view(request, __unknown__, (), {})
        response = response or self.get_response(request)
        if hasattr(self, "process_exception"):
            self.process_exception(request, __unknown__)
        if hasattr(self, "process_template_response"):
            self.process_template_response(request, response)
        if hasattr(self, "process_response"):
            response = self.process_response(request, response)
        return response


class RemovedInNextVersionWarning(DeprecationWarning):
    pass


RemovedInDjango60Warning = RemovedInNextVersionWarning
RemovedInDjango61Warning = RemovedInNextVersionWarning
