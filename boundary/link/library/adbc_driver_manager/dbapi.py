"""How do Arrow's drivers of databases connect?  A `with` block on the connection closes it, and commits nothing."""

from pep249 import Connection as Driver
from pep249 import Cursor


class Connection(Driver):
    def adbc_clone(self):
        return Connection()


def connect(*args, **kwargs):
    return Connection()
