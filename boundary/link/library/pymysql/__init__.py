"""How does PyMySQL connect?"""

from pymysql import cursors
from pymysql.connections import Connection


def connect(*args, **kwargs):
    return Connection()


Connect = connect


def install_as_MySQLdb(): ...
