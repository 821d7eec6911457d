"""What does a limited view do?  It is counted, then it runs."""

from functools import wraps

from django_ratelimit.core import is_ratelimited


def ratelimit(group=None, key=None, rate=None, method=None, block=True):
    def decorator(fn):
        @wraps(fn)
        def _wrapped(request, *args, **kw):
            request.limited = is_ratelimited(request, group, fn, key, rate, method, increment=True)
            return fn(request, *args, **kw)

        return _wrapped

    return decorator
