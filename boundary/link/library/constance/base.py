"""What is done where a live setting is asked for, or set?  One that has never been kept is kept with its default."""

from django.conf import settings
from django.utils.module_loading import import_string


class Config:
    @property
    def _backend(self):
        return import_string(settings.CONSTANCE_BACKEND)()

    def __getattr__(self, key):
        if self._backend.get(key) is None:
            self._backend.make(key, __unknown__)
        return __unknown__

    def __setattr__(self, key, value):
        self._backend.set(key, value)
