"""How does APSW connect?  A `with` block on the connection is a transaction."""

from pep249 import CommittingConnection, Cursor


class Connection(CommittingConnection):
    def __init__(self, filename, **kwargs): ...
