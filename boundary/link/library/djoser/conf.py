"""Which serializers do the settings name?"""

from django.conf import settings
from django.utils.module_loading import import_string


def serializer_for(name, default):
    named = settings.DJOSER.get("SERIALIZERS") if settings.DJOSER is not None else None
    if named is not None and name in named:
        return import_string(named[name])
    return default
