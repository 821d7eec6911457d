"""How does mysqlclient connect?"""

from MySQLdb import cursors
from pymysql.connections import Connection


def connect(*args, **kwargs):
    return Connection()


Connect = connect
