"""Which helpers execute SQL for psycopg2?"""

from psycopg2.extensions import connection, cursor


class DictCursor(cursor):
    pass


class RealDictCursor(cursor):
    pass


class NamedTupleCursor(cursor):
    pass


class LoggingConnection(connection):
    pass


def execute_values(cur, sql, argslist, template=None, page_size=100, fetch=False):
    return cur.execute(sql)


def execute_batch(cur, sql, argslist, page_size=100):
    return cur.execute(sql)
