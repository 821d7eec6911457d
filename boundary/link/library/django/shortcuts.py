"""Which queries do the shortcuts run?"""

from django.db.models.manager import BaseManager
from django.db.models.query import QuerySet
from django.http import Http404, HttpResponse, HttpResponsePermanentRedirect, HttpResponseRedirect
from django.urls import NoReverseMatch, reverse


def render(request, template_name, context=None, content_type=None, status=None, using=None): ...


def redirect(to, *args, permanent=False, preserve_request=False, **kwargs):
    url = resolve_url(to, *args, **kwargs)
    if permanent:
        return HttpResponsePermanentRedirect(url)
    return HttpResponseRedirect(url)


def _get_queryset(klass):
    if isinstance(klass, (QuerySet, BaseManager)):
        return klass.all()
    if hasattr(klass, "_default_manager"):
        return klass._default_manager.all()
    return klass


def get_object_or_404(klass, *args, **kwargs):
    queryset = _get_queryset(klass)
    if __unknown__:
        raise Http404
    return queryset.get(*args, **kwargs)


async def aget_object_or_404(klass, *args, **kwargs):
    queryset = _get_queryset(klass)
    if __unknown__:
        raise Http404
    return await queryset.aget(*args, **kwargs)


def get_list_or_404(klass, *args, **kwargs):
    queryset = _get_queryset(klass)
    found = list(queryset.filter(*args, **kwargs))
    if __unknown__:
        raise Http404
    return found


async def aget_list_or_404(klass, *args, **kwargs):
    queryset = _get_queryset(klass)
    found = [each async for each in queryset.filter(*args, **kwargs)]
    if __unknown__:
        raise Http404
    return found


def resolve_url(to, *args, **kwargs):
    if hasattr(to, "get_absolute_url"):
        return to.get_absolute_url()
    return reverse(to, args=args, kwargs=kwargs)
