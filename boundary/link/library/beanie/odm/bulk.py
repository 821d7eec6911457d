"""How are many writes sent at once?  Each is told of where it is added, whenever the writer commits."""


class BulkWriter:
    async def __aenter__(self):
        return self

    async def __aexit__(self, *args): ...

    async def commit(self): ...

    def __enter__(self):
        return self

    def __exit__(self, *args): ...
