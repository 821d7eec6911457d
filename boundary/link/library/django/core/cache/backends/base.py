"""What does a cache call back? A callable default of `get_or_set`."""


class InvalidCacheBackendError(Exception):
    pass


class BaseCache:
    def __init__(self, *args, **kwargs):
        pass

    def add(self, key, value, timeout=None, version=None):
        return __unknown__

    def get(self, key, default=None, version=None):
        return __unknown__

    def set(self, key, value, timeout=None, version=None):
        pass

    def touch(self, key, timeout=None, version=None):
        return __unknown__

    def delete(self, key, version=None):
        return __unknown__

    def get_many(self, keys, version=None):
        return __unknown__

    def set_many(self, data, timeout=None, version=None):
        return []

    def delete_many(self, keys, version=None):
        pass

    def has_key(self, key, version=None):
        return __unknown__

    def get_or_set(self, key, default, timeout=None, version=None):
        if callable(default):
            return default()
        return default

    def incr(self, key, delta=1, version=None):
        return __unknown__

    def decr(self, key, delta=1, version=None):
        return __unknown__

    def clear(self):
        pass

    def close(self, **kwargs):
        pass
