"""What does a cache that is kept in a table do to it? Old entries are culled when another is stored."""

from django.core.cache.backends.base import BaseCache
from django.db import connection, transaction


class BaseDatabaseCache(BaseCache):
    def __init__(self, table, params):
        self._table = table


class DatabaseCache(BaseDatabaseCache):
    def get(self, key, default=None, version=None):
        self._read()
        return __unknown__

    def get_many(self, keys, version=None):
        self._read()
        return __unknown__

    def has_key(self, key, version=None):
        self._read()
        return __unknown__

    def set(self, key, value, timeout=None, version=None):
        self._base_set()

    def set_many(self, data, timeout=None, version=None):
        self._base_set()
        return []

    def add(self, key, value, timeout=None, version=None):
        self._base_set()
        return __unknown__

    def touch(self, key, timeout=None, version=None):
        self._base_set()
        return __unknown__

    def incr(self, key, delta=1, version=None):
        self._read()
        self._base_set()
        return __unknown__

    def decr(self, key, delta=1, version=None):
        return self.incr(key, -delta, version)

    def get_or_set(self, key, default, timeout=None, version=None):
        self._read()
        if callable(default):
            default = default()
        self._base_set()
        return default

    def delete(self, key, version=None):
        with connection.cursor() as cursor:
            cursor.execute("DELETE FROM %s WHERE cache_key = ''" % self._table)
        return __unknown__

    def delete_many(self, keys, version=None):
        self.delete(__unknown__)

    def clear(self):
        with connection.cursor() as cursor:
            cursor.execute("DELETE FROM %s" % self._table)

    def _read(self):
        with connection.cursor() as cursor:
            cursor.execute("SELECT cache_key, value, expires FROM %s" % self._table)

    def _base_set(self):
        with connection.cursor() as cursor:
            cursor.execute("SELECT COUNT(*) FROM %s" % self._table)
            cursor.execute("DELETE FROM %s WHERE expires < 0" % self._table)
            with transaction.atomic():
                cursor.execute("SELECT cache_key, expires FROM %s WHERE cache_key = ''" % self._table)
                if __unknown__:
                    cursor.execute("UPDATE %s SET value = '' WHERE cache_key = ''" % self._table)
                else:
                    cursor.execute("INSERT INTO %s (cache_key, value, expires) VALUES ('', '', 0)" % self._table)
