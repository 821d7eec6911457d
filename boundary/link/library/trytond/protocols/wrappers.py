"""What do decorators of routes hand over? The pool; the transaction is that of the request."""

from functools import wraps

from trytond.pool import Pool


def with_pool(func):
    @wraps(func)
    def wrapper(request, database_name, *args, **kwargs):
        return func(request, Pool(), *args, **kwargs)

    return wrapper


def with_transaction(readonly=None, user=0, context=None):
    def decorator(func):
        return func

    return decorator


def user_application(name, json=True):
    def decorator(func):
        return func

    return decorator


def set_max_request_size(size):
    def decorator(func):
        return func

    return decorator


def allow_null_origin(func):
    return func
