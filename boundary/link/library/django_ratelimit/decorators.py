"""What does a view do first that is limited? It counts the request."""

from functools import wraps

from django_ratelimit.core import is_ratelimited
from django_ratelimit.exceptions import Ratelimited


def ratelimit(group=None, key=None, rate=None, method=None, block=True):
    def decorator(fn):
        @wraps(fn)
        def wrapped(request, *args, **kwargs):
            if is_ratelimited(request, group, fn, key, rate, method, True) and block and __unknown__:
                raise Ratelimited
            return fn(request, *args, **kwargs)

        return wrapped

    return decorator
