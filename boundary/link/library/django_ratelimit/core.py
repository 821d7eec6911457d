"""How often was something asked?  A cache counts."""

from django.conf import settings
from django.core.cache import caches


def get_usage(request, group=None, fn=None, key=None, rate=None, method=None, increment=False):
    cache = caches[getattr(settings, "RATELIMIT_USE_CACHE", "default") or "default"]
    if increment:
        if not cache.add(__unknown__, 1, __unknown__):
            cache.incr(__unknown__)
    else:
        cache.get(__unknown__, 0)
    return {"count": __unknown__, "limit": __unknown__, "should_limit": __unknown__, "time_left": __unknown__}


def is_ratelimited(request, group=None, fn=None, key=None, rate=None, method=None, increment=False):
    return get_usage(request, group, fn, key, rate, method, increment)["should_limit"]
