"""What do the HTTP decorators call? The view, and the conditional functions before it."""

from functools import wraps


def require_http_methods(request_method_list):
    def decorator(func):
        return func

    return decorator


def require_GET(func):
    return func


def require_POST(func):
    return func


def require_safe(func):
    return func


def conditional_page(func):
    return func


def condition(etag_func=None, last_modified_func=None):
    def decorator(func):
        @wraps(func)
        def inner(request, *args, **kwargs):
            if etag_func:
                etag_func(request, *args, **kwargs)
            if last_modified_func:
                last_modified_func(request, *args, **kwargs)
            return func(request, *args, **kwargs)

        return inner

    return decorator


def etag(etag_func):
    return condition(etag_func=etag_func)


def last_modified(last_modified_func):
    return condition(last_modified_func=last_modified_func)
