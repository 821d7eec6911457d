"""What is counted before a view runs?"""

from functools import wraps

from allauth.core import ratelimit


def rate_limit(*, action, **settings):
    def decorator(view):
        @wraps(view)
        def wrapper(request, *args, **kwargs):
            ratelimit.consume_or_429(request, action=action)
            return view(request, *args, **kwargs)

        return wrapper

    return decorator
