"""What does a decorator do that wrapt makes?  It calls its own function with the wrapped one and what that is given.

A proxy gives what the wrapped object has.
"""

import functools


def decorator(wrapper=None, enabled=None, adapter=None, proxy=None):
    def decorate(wrapped):
        @functools.wraps(wrapped)
        def run(*args, **kwargs):
            return wrapper(wrapped, __unknown__, args, kwargs)

        return run

    return decorate


class ObjectProxy:
    def __init__(self, wrapped):
        self.__wrapped__ = wrapped

    def __getattr__(self, name):
        return getattr(self.__wrapped__, name)

    def __iter__(self):
        return iter(self.__wrapped__)

    def __getitem__(self, key):
        return self.__wrapped__[key]

    def __enter__(self):
        return self.__wrapped__.__enter__()

    def __exit__(self, *error):
        return self.__wrapped__.__exit__(*error)


class CallableObjectProxy(ObjectProxy):
    def __call__(self, *args, **kwargs):
        return self.__wrapped__(*args, **kwargs)


class FunctionWrapper(ObjectProxy):
    def __init__(self, wrapped, wrapper, enabled=None):
        super().__init__(wrapped)
        self._self_wrapper = wrapper

    def __call__(self, *args, **kwargs):
        return self._self_wrapper(self.__wrapped__, __unknown__, args, kwargs)
