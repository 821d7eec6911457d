"""What is a client of clickhouse-driver?  It is given statements."""


class Client:
    def __enter__(self):
        return self

    def __exit__(self, *exc): ...

    @classmethod
    def from_url(cls, url):
        return cls()

    def execute(self, query, params=None, **kwargs): ...

    def execute_with_progress(self, query, params=None, **kwargs): ...

    def execute_iter(self, query, params=None, **kwargs): ...

    def query_dataframe(self, query, params=None, **kwargs): ...

    def insert_dataframe(self, query, dataframe, **kwargs): ...
