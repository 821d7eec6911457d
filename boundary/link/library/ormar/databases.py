"""How does ormar connect, where it does without the package `databases`?  Each statement is a transaction of its own."""

from databases.core import Database


class DatabaseConnection(Database):
    pass
