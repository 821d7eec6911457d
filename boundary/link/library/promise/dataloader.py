"""What does a loader promise?  What its batch function finds for the key: one of a list, in the order of the keys."""

from promise.promise import Promise


class DataLoader:
    def __init__(self, batch_load_fn=None, *args, **kwargs):
        if batch_load_fn is not None:
            self.batch_load_fn = batch_load_fn

    def load(self, key=None):
        for value in Promise.resolve(self.batch_load_fn([key])).get():
            return Promise.resolve(value)
        return Promise()

    def load_many(self, keys):
        return Promise.resolve(self.batch_load_fn(keys))

    def clear(self, key):
        return self

    def clear_all(self):
        return self

    def prime(self, key, value):
        return self
