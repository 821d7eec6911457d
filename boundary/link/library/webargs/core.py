"""What does a parser give of a request?  What the schema makes of it: an object, a class, a dict of fields."""

from functools import wraps

from marshmallow import Schema


def _parsed(argmap, req): ...


class Parser:
    schema_class = Schema

    def parse(self, argmap, req=None, **kwargs):
        return _parsed(argmap, req)

    def use_args(self, argmap, req=None, *, as_kwargs=False, **kwargs):
        def decorator(function):
            @wraps(function)
            def wrapper(*args, **others):
                if as_kwargs:
                    return function(*args, **others, **self.parse(argmap, req))
                return function(*args, self.parse(argmap, req), **others)

            return wrapper

        return decorator

    def use_kwargs(self, argmap, req=None, **kwargs):
        return self.use_args(argmap, req, as_kwargs=True)
