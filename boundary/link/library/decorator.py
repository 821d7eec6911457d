"""What does the package `decorator` make of a function?  A caller of it: `@decorator def logged(function, *args)`."""

import functools


def decorate(func, caller, extras=(), kwsyntax=False):
    @functools.wraps(func)
    def decorated(*args, **kwargs):
        return caller(func, *extras, *args, **kwargs)

    return decorated


def decorator(caller, _func=None, kwsyntax=False):
    if _func is not None:
        return decorate(_func, caller)

    def make(func=None, *args, **kwargs):
        if callable(func):
            return decorate(func, caller, (*args, *kwargs.values()))
        given = (*kwargs.values(),) if func is None else (func, *args, *kwargs.values())
        return lambda function: decorate(function, caller, given)

    return make


def decoratorx(caller):
    return decorator(caller)
