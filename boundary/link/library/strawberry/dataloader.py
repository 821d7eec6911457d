"""What does a loader give?  What its function finds for the key: one of a list, in the order of the keys."""


class DataLoader:
    def __init__(self, load_fn=None, *args, **kwargs):
        if load_fn is not None:
            self.load_fn = load_fn

    async def load(self, key):
        for value in await self.load_fn([key]):
            return value

    async def load_many(self, keys):
        return await self.load_fn(keys)

    def clear(self, key): ...

    def clear_many(self, keys): ...

    def clear_all(self): ...

    def prime(self, key, value, force=False): ...

    def prime_many(self, data, force=False): ...
