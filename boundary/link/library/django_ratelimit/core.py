"""How is a request counted? Added to the cache where it is the first, one more where it is not."""

from django.conf import settings
from django.core.cache import caches


def get_usage(request, group=None, fn=None, key=None, rate=None, method=None, increment=False):
    if callable(rate):
        rate(group, request)
    if callable(key):
        key(group, request)
    cache = caches[settings.RATELIMIT_USE_CACHE or "default"]
    if cache.add(__unknown__, 1, __unknown__) or __unknown__:
        return {"count": 1, "should_limit": False}
    if increment:
        return {"count": cache.incr(__unknown__), "should_limit": __unknown__}
    return {"count": cache.get(__unknown__), "should_limit": __unknown__}


def is_ratelimited(request, group=None, fn=None, key=None, rate=None, method=None, increment=False):
    return get_usage(request, group, fn, key, rate, method, increment)["should_limit"]
