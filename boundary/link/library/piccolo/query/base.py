"""When do Piccolo's queries run?  When they are awaited, or told to."""


class Query:
    def __await__(self):
        return self.run()

    def run(self, node=None, in_pool=True): ...

    def run_sync(self, node=None, timed=False, in_pool=False):
        return self.run()

    def batch(self, batch_size=None, node=None, **kwargs): ...


class Batch:
    async def __aenter__(self):
        return self

    async def __aexit__(self, *exc): ...


class Definition:
    """A statement that makes or changes tables, of which no row is touched."""

    def __getattr__(self, name):
        return self.__refined__

    def __refined__(self, *args, **kwargs):
        return self
