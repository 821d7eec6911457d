"""How does a decorator of functions become one of methods?"""

from functools import wraps


def method_decorator(decorator, name=""):
    def decorate(target):
        if isinstance(target, type):
            setattr(target, name, _decorated_method(decorator, getattr(target, name)))
            return target
        return _decorated_method(decorator, target)

    return decorate


def _decorated_method(decorator, method):
    if isinstance(decorator, (list, tuple)):
        for each in reversed(decorator):
            method = _decorated_method(each, method)
        return method

    @wraps(method)
    def wrapper(self, *args, **kwargs):
        def bound(*inner_args, **inner_kwargs):
            return method(self, *inner_args, **inner_kwargs)

        return decorator(bound)(*args, **kwargs)

    return wrapper


def _decorated_dispatch(decorator, method):
    @wraps(method)
    def wrapper(self, request, *args, **kwargs):
        def bound(request, *inner_args, **inner_kwargs):
            return method(self, request, *inner_args, **inner_kwargs)

        return decorator(bound)(request, *args, **kwargs)

    return wrapper


def decorator_from_middleware(middleware_class):
    def decorator(view_func):
        return view_func

    return decorator


def decorator_from_middleware_with_args(middleware_class):
    def make(*args, **kwargs):
        def decorator(view_func):
            return view_func

        return decorator

    return make


def sync_only_middleware(func):
    return func


def async_only_middleware(func):
    return func


def sync_and_async_middleware(func):
    return func
