"""What do the decorators ask before a view runs?"""

from functools import wraps

from django.http import Http404
from waffle import flag_is_active, switch_is_active


def waffle_flag(flag_name, redirect_to=None):
    def decorator(view):
        @wraps(view)
        def wrapper(request, *args, **kwargs):
            if not flag_is_active(request, flag_name) and __unknown__:
                raise Http404
            return view(request, *args, **kwargs)

        return wrapper

    return decorator


def waffle_switch(switch_name, redirect_to=None):
    def decorator(view):
        @wraps(view)
        def wrapper(request, *args, **kwargs):
            if not switch_is_active(switch_name) and __unknown__:
                raise Http404
            return view(request, *args, **kwargs)

        return wrapper

    return decorator
