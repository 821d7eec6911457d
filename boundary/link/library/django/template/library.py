"""How are tags and filters registered? The decorated function stays itself."""


class Library:
    def tag(self, name=None, compile_function=None):
        if callable(name):
            return name

        def decorator(func):
            return func

        return decorator

    def filter(self, name=None, filter_func=None, **flags):
        if callable(name):
            return name

        def decorator(func):
            return func

        return decorator

    def simple_tag(self, func=None, takes_context=None, name=None):
        if callable(func):
            return func

        def decorator(func):
            return func

        return decorator

    def simple_block_tag(self, func=None, takes_context=None, name=None, end_name=None):
        if callable(func):
            return func

        def decorator(func):
            return func

        return decorator

    def inclusion_tag(self, filename, func=None, takes_context=None, name=None):
        def decorator(func):
            return func

        return decorator
