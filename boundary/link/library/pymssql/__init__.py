"""How does pymssql connect?"""

from pep249 import Connection, Cursor


def connect(*args, **kwargs):
    return Connection()
