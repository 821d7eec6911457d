"""What is a client of MongoDB?  Databases by their names, and sessions, on which transactions are begun."""

from pymongo.client_session import ClientSession
from pymongo.database import Database


class MongoClient:
    def __enter__(self):
        return self

    def __exit__(self, *exc): ...

    def get_database(self, name=None, *args, **kwargs):
        return Database()

    get_default_database = get_database

    def start_session(self, *args, **kwargs):
        return ClientSession()

    def drop_database(self, name_or_database, *args, **kwargs): ...

    def bulk_write(self, models, session=None, **kwargs): ...

    def close(self): ...


AsyncMongoClient = MongoClient
