"""What do the shortcuts look up?"""

from django.shortcuts import _get_queryset


def get_object_or_None(klass, *args, **kwargs):
    return _get_queryset(klass).get(*args, **kwargs)


def get_object_or_this(klass, this=None, *args, **kwargs):
    return get_object_or_None(klass, *args, **kwargs) or this


def get_config(key, default=None):
    return __unknown__
