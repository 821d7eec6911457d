"""How does aiomysql connect?  As PyMySQL does, awaited."""

from aiomysql.pool import Pool, create_pool
from pymysql.connections import Connection
from pymysql.cursors import Cursor, DictCursor, SSCursor


def connect(**kwargs):
    return Connection()
