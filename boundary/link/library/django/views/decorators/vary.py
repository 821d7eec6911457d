"""What do the `Vary` decorators call? The view."""


def vary_on_headers(*headers):
    def decorator(view_func):
        return view_func

    return decorator


def vary_on_cookie(view_func):
    return view_func
