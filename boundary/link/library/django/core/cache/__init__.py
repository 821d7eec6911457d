"""What is the cache? A store of its own, unless the settings keep it in a table of the database."""

from django.core.cache.backends.base import BaseCache


class CacheHandler:
    def __getitem__(self, alias):
        return __cache__(alias)

    def all(self, initialized_only=False):
        return [__cache__(__unknown__)]

    def close_all(self): ...


caches = CacheHandler()
cache = __cache__("default")
