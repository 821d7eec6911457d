"""What is a connection of PyMySQL?  Work on it begins by `begin()`, and ends by `commit()`."""

from pep249 import Connection as Driver


class Connection(Driver):
    def begin(self): ...

    def autocommit(self, value): ...

    def query(self, sql, unbuffered=False): ...
