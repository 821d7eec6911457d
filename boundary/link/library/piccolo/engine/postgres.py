"""Which class is the engine?"""

from piccolo.engine.base import Engine


class PostgresEngine(Engine):
    pass
