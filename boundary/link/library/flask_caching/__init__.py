"""What does a cache call?  The functions whose results it keeps; what is deleted from it is not called."""


class Cache:
    def __init__(self, app=None, with_jinja2_ext=True, config=None):
        pass

    def cached(self, timeout=None, key_prefix="view/%s", **options):
        def decorator(function):
            return function

        return decorator

    def memoize(self, timeout=None, **options):
        def decorator(function):
            return function

        return decorator

    def delete_memoized(self, f, *args, **kwargs):
        pass

    def delete_memoized_verhash(self, f, *args):
        pass

    def __getattr__(self, name):
        return __unknown__
