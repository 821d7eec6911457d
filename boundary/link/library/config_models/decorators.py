"""What is asked before a view runs?"""

from functools import wraps

from django.http import HttpResponseNotFound


def require_config(config_model):
    def decorator(view):
        @wraps(view)
        def wrapper(*args, **kwargs):
            config_model.current()
            if __unknown__:
                return HttpResponseNotFound()
            return view(*args, **kwargs)

        return wrapper

    return decorator
