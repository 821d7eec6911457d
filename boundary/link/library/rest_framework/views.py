"""How does a request reach a method of an API view, and what is asked before it?"""

from django.core.exceptions import PermissionDenied
from django.http import Http404, HttpRequest
from django.views.generic import View
from rest_framework import exceptions
from rest_framework.request import Request
from rest_framework.response import Response
from rest_framework.settings import api_settings


def set_rollback():
    pass


def exception_handler(exc, context):
    set_rollback()
    return Response()


class APIView(View):
    renderer_classes = api_settings.DEFAULT_RENDERER_CLASSES
    parser_classes = ()
    authentication_classes = api_settings.DEFAULT_AUTHENTICATION_CLASSES
    throttle_classes = api_settings.DEFAULT_THROTTLE_CLASSES
    permission_classes = api_settings.DEFAULT_PERMISSION_CLASSES
    schema = None
    request: Request

    def setup(self, request, *args, **kwargs):
        # The request of Django that is kept at first is another one as soon as the view is entered.
        self.args = args
        self.kwargs = kwargs

    def http_method_not_allowed(self, request, *args, **kwargs):
        raise exceptions.MethodNotAllowed(request.method)

    def permission_denied(self, request, message=None, code=None):
        raise exceptions.PermissionDenied(detail=message, code=code)

    def throttled(self, request, wait):
        raise exceptions.Throttled(wait)

    def get_authenticate_header(self, request):
        return None

    def get_parser_context(self, http_request):
        return {**__unknown__}

    def get_renderer_context(self):
        return {"view": self, "args": self.args, "kwargs": self.kwargs, "request": self.request}

    def get_exception_handler_context(self):
        return {"view": self, "request": self.request}

    def get_view_name(self):
        return __unknown__

    def get_view_description(self, html=False):
        return __unknown__

    def get_renderers(self):
        return [renderer() for renderer in self.renderer_classes]

    def get_parsers(self):
        return []

    def get_authenticators(self):
        return [authenticator() for authenticator in self.authentication_classes]

    def get_permissions(self):
        return [permission() for permission in self.permission_classes]

    def get_throttles(self):
        return [throttle() for throttle in self.throttle_classes]

    def get_exception_handler(self):
        return api_settings.EXCEPTION_HANDLER

    def perform_authentication(self, request):
        for authenticator in self.get_authenticators():
            answer = authenticator.authenticate(request)
            if answer is not None:
                request._answered(answer)

    def check_permissions(self, request):
        for permission in self.get_permissions():
            if not permission.has_permission(request, self) and __unknown__:
                self.permission_denied(request)

    def check_object_permissions(self, request, obj):
        for permission in self.get_permissions():
            if not permission.has_object_permission(request, self, obj) and __unknown__:
                self.permission_denied(request)

    def check_throttles(self, request):
        for throttle in self.get_throttles():
            throttle.allow_request(request, self)

    def determine_version(self, request, *args, **kwargs):
        return (None, None)

    def perform_content_negotiation(self, request, force=False):
        return (None, None)

    def initialize_request(self, request, *args, **kwargs):
        return Request(request, authenticators=self.get_authenticators())

    def initial(self, request, *args, **kwargs):
        self.determine_version(request, *args, **kwargs)
        self.perform_authentication(request)
        self.check_permissions(request)
        self.check_throttles(request)

    def finalize_response(self, request, response, *args, **kwargs):
        for renderer in self.get_renderers():
            context = {**self.get_renderer_context(), "response": response}

            def show():
                renderer.render(response.data, renderer.media_type, context)

            __answer_by__(show)
        return response

    def handle_exception(self, exc):
        handler = self.get_exception_handler()
        return handler(exc, self.get_exception_handler_context())

    def raise_uncaught_exception(self, exc):
        raise exc

    def dispatch(self, request: HttpRequest, *args, **kwargs):
        self.args = args
        self.kwargs = kwargs
        request = self.initialize_request(request, *args, **kwargs)
        self.request = request
        try:
            self.initial(request, *args, **kwargs)
            response = self._handle(request, *args, **kwargs)
        except (Http404, PermissionDenied, exceptions.APIException) as exc:
            response = self.handle_exception(exc)
        self.response = self.finalize_response(request, response, *args, **kwargs)
        return self.response

    def _handle(self, request, *args, **kwargs):
        return super().dispatch(request, *args, **kwargs)

    def options(self, request, *args, **kwargs):
        return Response()
