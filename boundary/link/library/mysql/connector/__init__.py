"""How does MySQL's own driver connect?"""

from mysql.connector import pooling
from mysql.connector.connection import MySQLConnection


def connect(*args, **kwargs):
    return MySQLConnection()
