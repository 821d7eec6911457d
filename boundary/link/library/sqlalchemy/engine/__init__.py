"""What does an engine give?  Connections and results."""

from pep249 import Connection as PlainConnection


class Engine:
    def connect(self, **kwargs):
        return Connection()

    def execution_options(self, **options):
        return self

    def raw_connection(self, *args):
        return PlainConnection()

    def dispose(self, close=True):
        pass


class Connection:
    @property
    def connection(self):
        return PlainConnection()

    def __enter__(self):
        return self

    def __exit__(self, *args):
        self.close()

    def execution_options(self, **options):
        return self

    async def run_sync(self, fn, *args, **kwargs):
        return fn(self, *args, **kwargs)


class Result:
    pass


class ScalarResult(Result):
    pass


class MappingResult(Result):
    pass


class Row:
    pass


CursorResult = LegacyCursorResult = ResultProxy = Result
RowProxy = RowMapping = Row


def create_engine(*args, **kwargs):
    return Engine()


def engine_from_config(*args, **kwargs):
    return Engine()
