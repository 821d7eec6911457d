"""What is a client of PostgREST?  Tables by their names, in requests that are built and then executed."""


class Client:
    def __init__(self, *args, **options): ...

    def __enter__(self):
        return self

    def __exit__(self, *exc): ...

    def schema(self, schema):
        return self

    def table(self, table): ...

    def from_(self, table): ...

    def rpc(self, fn, params=None, *args, **options): ...


class SyncPostgrestClient(Client):
    pass


class AsyncPostgrestClient(Client):
    pass


class Request:
    pass
