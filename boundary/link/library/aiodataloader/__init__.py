"""What does a loader give?  What its batch function finds for the key: one of a list, in the order of the keys."""


class DataLoader:
    def __init__(self, batch_load_fn=None, *args, **kwargs):
        if batch_load_fn is not None:
            self.batch_load_fn = batch_load_fn

    async def load(self, key=None):
        for value in await self.batch_load_fn([key]):
            return value

    async def load_many(self, keys):
        return await self.batch_load_fn(keys)

    def clear(self, key):
        return self

    def clear_all(self):
        return self

    def prime(self, key, value):
        return self
