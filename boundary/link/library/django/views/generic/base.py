"""How does a request reach a method of a class-based view?"""

from django.http import HttpRequest, HttpResponse, HttpResponseGone, HttpResponseNotAllowed, HttpResponseRedirect
from django.template.response import TemplateResponse
from django.urls import reverse


class ContextMixin:
    extra_context = None

    def get_context_data(self, **kwargs):
        return {"view": self, **kwargs}


class View:
    __entry_points__ = {"setup": "prepare", "dispatch": "route"}

    http_method_names = ["get", "post", "put", "patch", "delete", "head", "options", "trace"]
    request: HttpRequest

    def __init__(self, **kwargs):
        for key, value in kwargs.items():
            setattr(self, key, value)

    @classmethod
    def as_view(cls, **initkwargs):
        __mounted__(cls)

        def view(request: HttpRequest, *args, **kwargs):
            self = cls(**initkwargs)
            self.setup(request, *args, **kwargs)
            return self.dispatch(request, *args, **kwargs)

        view.view_class = cls
        view.view_initkwargs = initkwargs
        return view

    def setup(self, request: HttpRequest, *args, **kwargs):
        self.request = request
        self.args = args
        self.kwargs = kwargs

    def dispatch(self, request: HttpRequest, *args, **kwargs):
        if "get" in self.http_method_names and self.__answers__("get"):
            return getattr(self, "get", self.http_method_not_allowed)(request, *args, **kwargs)
        if "post" in self.http_method_names and self.__answers__("post"):
            return getattr(self, "post", self.http_method_not_allowed)(request, *args, **kwargs)
        if "put" in self.http_method_names and self.__answers__("put"):
            return getattr(self, "put", self.http_method_not_allowed)(request, *args, **kwargs)
        if "patch" in self.http_method_names and self.__answers__("patch"):
            return getattr(self, "patch", self.http_method_not_allowed)(request, *args, **kwargs)
        if "delete" in self.http_method_names and self.__answers__("delete"):
            return getattr(self, "delete", self.http_method_not_allowed)(request, *args, **kwargs)
        if "head" in self.http_method_names and self.__answers__("head"):
            return getattr(self, "head", self.http_method_not_allowed)(request, *args, **kwargs)
        if __unknown__:
            return self.options(request, *args, **kwargs)
        return self.http_method_not_allowed(request, *args, **kwargs)

    def http_method_not_allowed(self, request, *args, **kwargs):
        return HttpResponseNotAllowed()

    def options(self, request, *args, **kwargs):
        return HttpResponse()

    def _allowed_methods(self):
        return __unknown__


class TemplateResponseMixin:
    template_name = None
    response_class = TemplateResponse

    def render_to_response(self, context, **response_kwargs):
        return self.response_class(self.request, self.get_template_names(), context, **response_kwargs)

    def get_template_names(self):
        return [self.template_name]


class TemplateView(TemplateResponseMixin, ContextMixin, View):
    def get(self, request, *args, **kwargs):
        context = self.get_context_data(**kwargs)
        return self.render_to_response(context)


class RedirectView(View):
    permanent = False
    url = None
    pattern_name = None
    query_string = False

    def get_redirect_url(self, *args, **kwargs):
        if self.url:
            return self.url
        if self.pattern_name:
            return reverse(self.pattern_name, args=args, kwargs=kwargs)
        return None

    def get(self, request, *args, **kwargs):
        url = self.get_redirect_url(*args, **kwargs)
        if url:
            return HttpResponseRedirect(url)
        return HttpResponseGone()

    def head(self, request, *args, **kwargs):
        return self.get(request, *args, **kwargs)

    def post(self, request, *args, **kwargs):
        return self.get(request, *args, **kwargs)

    def options(self, request, *args, **kwargs):
        return self.get(request, *args, **kwargs)

    def delete(self, request, *args, **kwargs):
        return self.get(request, *args, **kwargs)

    def put(self, request, *args, **kwargs):
        return self.get(request, *args, **kwargs)

    def patch(self, request, *args, **kwargs):
        return self.get(request, *args, **kwargs)
