"""What does a parser give of a request?  What the schema makes of it, which is a class or an object."""

from functools import wraps


class Parser:
    def parse(self, argmap, req=None, **kwargs):
        if isinstance(argmap, type):
            return argmap().load(req)
        return argmap.load(req)

    def use_args(self, argmap, req=None, **kwargs):
        def decorator(function):
            @wraps(function)
            def wrapper(*args, **others):
                return function(*args, self.parse(argmap, req), **others)

            return wrapper

        return decorator

    def use_kwargs(self, argmap, req=None, **kwargs):
        def decorator(function):
            @wraps(function)
            def wrapper(*args, **others):
                return function(*args, **others, **self.parse(argmap, req))

            return wrapper

        return decorator
