"""Where is it counted how often somebody may?  In the cache, unless a page is only looked at."""

from django.core.cache import cache


def consume(request, *, action, key=None, user=None, **settings):
    if request.method == "GET":
        return __unknown__
    history = cache.get(action, [])
    cache.set(action, history)
    return __unknown__


def consume_or_429(request, *, action, key=None, user=None, **settings):
    consume(request, action=action, key=key, user=user)
    return None


def clear(request, *, action, key=None, user=None, **settings):
    cache.delete(action)
