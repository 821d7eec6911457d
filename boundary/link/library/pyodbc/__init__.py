"""How does pyodbc connect?  A `with` block on the connection commits at its end."""

from pep249 import CommittingConnection, Cursor


class Connection(CommittingConnection):
    pass


def connect(connstring="", **kwargs):
    return Connection()
