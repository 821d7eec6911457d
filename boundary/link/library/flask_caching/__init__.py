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

    # What it keeps are values, in a store that is no table of the application's.
    def get(self, *args, **kwargs):
        return __unknown__

    def get_many(self, *args, **kwargs):
        return __unknown__

    def get_dict(self, *args, **kwargs):
        return __unknown__

    def has(self, *args, **kwargs):
        return __unknown__

    def set(self, *args, **kwargs):
        return __unknown__

    def set_many(self, *args, **kwargs):
        return __unknown__

    def add(self, *args, **kwargs):
        return __unknown__

    def delete(self, *args, **kwargs):
        return __unknown__

    def delete_many(self, *args, **kwargs):
        return __unknown__

    def unlink(self, *args, **kwargs):
        return __unknown__

    def clear(self):
        return __unknown__

    def __getattr__(self, name):
        return __unknown__
