"""Which settings are there, and which cache?"""

from django.conf import settings
from django.core.cache import caches


def get_setting(name, default=None):
    return __unknown__


def get_cache():
    return caches[settings.WAFFLE_CACHE_NAME or "default"]
