"""Which serializers do the views have?  Those that the settings name, or the package's own."""

from django.conf import settings
from django.utils.module_loading import import_string


def chosen(name, default):
    if settings.REST_AUTH and settings.REST_AUTH[name]:
        return import_string(settings.REST_AUTH[name])
    if settings.REST_AUTH_SERIALIZERS and settings.REST_AUTH_SERIALIZERS[name]:
        return import_string(settings.REST_AUTH_SERIALIZERS[name])
    if settings.REST_AUTH_REGISTER_SERIALIZERS and settings.REST_AUTH_REGISTER_SERIALIZERS[name]:
        return import_string(settings.REST_AUTH_REGISTER_SERIALIZERS[name])
    return default
