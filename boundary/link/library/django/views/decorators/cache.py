"""What do the cache decorators call? The view."""


def cache_page(timeout, *, cache=None, key_prefix=None):
    def decorator(view_func):
        return view_func

    return decorator


def cache_control(**options):
    def decorator(view_func):
        return view_func

    return decorator


def never_cache(view_func):
    return view_func
