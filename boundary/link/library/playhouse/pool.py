"""Which databases does peewee's playhouse add?  They do what peewee's own do."""

from peewee import *
from peewee import Database


class PooledPostgresqlDatabase(Database):
    pass


class PooledMySQLDatabase(Database):
    pass


class PooledSqliteDatabase(Database):
    pass


class SqliteExtDatabase(Database):
    pass


class PostgresqlExtDatabase(Database):
    pass


def connect(url, **kwargs):
    return Database()
