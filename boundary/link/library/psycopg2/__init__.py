"""How does psycopg2 connect?  A `with` block on the connection is a transaction."""

from psycopg2 import errors, extensions, extras, pool, sql
from psycopg2.extensions import connection


def connect(dsn=None, connection_factory=None, cursor_factory=None, **kwargs):
    return connection()
