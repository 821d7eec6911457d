"""What does Flask-PyMongo give an application?  A client, the database of its URI, and files."""

from gridfs import GridFS
from pymongo import ASCENDING, DESCENDING
from pymongo.database import Database
from pymongo.mongo_client import MongoClient


class PyMongo:
    def __init__(self, app=None, uri=None, *args, **kwargs):
        self.db = Database()
        self.cx = MongoClient()

    def init_app(self, app, uri=None, *args, **kwargs): ...

    def send_file(self, filename, base="fs", *args, **kwargs):
        return GridFS(Database(), base).get_last_version(filename)

    def save_file(self, filename, fileobj, base="fs", *args, **kwargs):
        return GridFS(Database(), base).put(fileobj)
