"""Where are requests counted? In the cache, and one throttle logs them in a table."""

from django.core.cache import cache


class BaseThrottle:
    def __init__(self, throttle_at=150, timeframe=3600, expiration=None):
        pass

    def should_be_throttled(self, identifier, **kwargs):
        return False

    def accessed(self, identifier, **kwargs):
        pass


class CacheThrottle(BaseThrottle):
    def should_be_throttled(self, identifier, **kwargs):
        cache.set(__unknown__, cache.get(__unknown__, []))
        return __unknown__

    def accessed(self, identifier, **kwargs):
        cache.set(__unknown__, cache.get(__unknown__, []))


class CacheDBThrottle(CacheThrottle):
    def accessed(self, identifier, **kwargs):
        from tastypie.models import ApiAccess

        super().accessed(identifier, **kwargs)
        ApiAccess.objects.create(identifier=identifier)
