"""What is a client of Prisma?  Its models are attributes that only the project's schema knows."""


class Client:
    def __init__(self, **options): ...

    def __enter__(self):
        return self

    def __exit__(self, *exc): ...

    def connect(self, timeout=None): ...

    def disconnect(self, timeout=None): ...

    def is_connected(self):
        return __unknown__

    def is_registered(self):
        return __unknown__

    def tx(self, **options): ...

    def batch_(self): ...

    def query_raw(self, query, *args, **options): ...

    def query_first(self, query, *args, **options): ...

    def execute_raw(self, query, *args): ...


class Prisma(Client):
    pass


class Batch(Client):
    def commit(self): ...


class Actions:
    def query_raw(self, query, *args): ...

    def query_first(self, query, *args): ...
