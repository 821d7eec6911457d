"""How are databases connected?  What is found there has no rule that opens a transaction."""

from pymongo import MongoClient
from pymongo.database import Database

DEFAULT_CONNECTION_NAME = "default"
DEFAULT_DATABASE_NAME = "test"


class ConnectionFailure(Exception):
    pass


def register_connection(alias, db=None, name=None, **kwargs): ...


def disconnect(alias=DEFAULT_CONNECTION_NAME): ...


def disconnect_all(): ...


def get_connection(alias=DEFAULT_CONNECTION_NAME, reconnect=False):
    return MongoClient()


def connect(db=None, alias=DEFAULT_CONNECTION_NAME, **kwargs):
    return MongoClient()


def get_db(alias=DEFAULT_CONNECTION_NAME, reconnect=False):
    return __instance__(Database)
