"""What do reading, writing and deleting a setting do to its table?"""


class HierarkeyProxy:
    store = None

    def above(self):
        return None

    def _cache(self):
        return {row.key: row.value for row in self.store.objects.all()}

    def flush(self):
        pass

    def freeze(self):
        above = self.above()
        if above is not None:
            above.freeze()
        self._cache()
        return {**__unknown__}

    def get(self, key, default=None, as_type=None, binary_file=False):
        self._cache()
        above = self.above()
        if above is not None:
            above.get(key)
        return __unknown__

    def __getitem__(self, key):
        return self.get(key)

    def __getattr__(self, key):
        return self.get(key)

    def set(self, key, value):
        self.store.objects.update_or_create(key=key, defaults={"value": value})

    def __setattr__(self, key, value):
        self.set(key, value)

    def __setitem__(self, key, value):
        self.set(key, value)

    def delete(self, key):
        self.store.objects.filter(key=key).delete()

    def __delattr__(self, key):
        self.delete(key)

    def __delitem__(self, key):
        self.delete(key)
