"""Which classes do views use by default?"""

from django.conf import settings
from django.utils.module_loading import import_string


def _classes(name):
    return [import_string(path) for path in settings.REST_FRAMEWORK[name]]


class APISettings:
    @property
    def DEFAULT_AUTHENTICATION_CLASSES(self):
        return _classes("DEFAULT_AUTHENTICATION_CLASSES")

    @property
    def DEFAULT_PERMISSION_CLASSES(self):
        return _classes("DEFAULT_PERMISSION_CLASSES")

    @property
    def DEFAULT_THROTTLE_CLASSES(self):
        return _classes("DEFAULT_THROTTLE_CLASSES")

    @property
    def DEFAULT_FILTER_BACKENDS(self):
        if "DEFAULT_FILTER_BACKENDS" not in settings.REST_FRAMEWORK:
            return ()
        return _classes("DEFAULT_FILTER_BACKENDS")

    @property
    def DEFAULT_PAGINATION_CLASS(self):
        return import_string(settings.REST_FRAMEWORK["DEFAULT_PAGINATION_CLASS"])

    @property
    def DEFAULT_RENDERER_CLASSES(self):
        if "DEFAULT_RENDERER_CLASSES" not in settings.REST_FRAMEWORK:
            return ()
        return _classes("DEFAULT_RENDERER_CLASSES")

    @property
    def EXCEPTION_HANDLER(self):
        return import_string(settings.REST_FRAMEWORK["EXCEPTION_HANDLER"])


api_settings = APISettings()
