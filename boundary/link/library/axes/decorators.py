"""What guards a view of a project's own?"""

from functools import wraps

from axes.handlers.proxy import AxesProxyHandler
from django.http import HttpResponse


def axes_dispatch(func):
    @wraps(func)
    def inner(request, *args, **kwargs):
        if AxesProxyHandler.is_allowed(request):
            return func(request, *args, **kwargs)
        return HttpResponse()

    return inner


def axes_form_invalid(func):
    @wraps(func)
    def inner(self, *args, **kwargs):
        if AxesProxyHandler.is_allowed(self.request):
            return func(self, *args, **kwargs)
        return HttpResponse()

    return inner
