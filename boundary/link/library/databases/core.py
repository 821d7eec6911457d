"""What is a database of `databases`?"""

from pep249 import AutocommitConnection


class Database(AutocommitConnection):
    def __init__(self, url, **kwargs): ...


class DatabaseURL:
    pass
