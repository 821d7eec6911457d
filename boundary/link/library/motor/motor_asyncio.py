"""What does Motor export for asyncio?  The classes of pymongo."""

from gridfs import GridFS as AsyncIOMotorGridFS
from gridfs import GridFSBucket as AsyncIOMotorGridFSBucket
from pymongo.client_session import ClientSession as AsyncIOMotorClientSession
from pymongo.collection import Collection as AsyncIOMotorCollection
from pymongo.cursor import CommandCursor as AsyncIOMotorCommandCursor
from pymongo.cursor import Cursor as AsyncIOMotorCursor
from pymongo.database import Database as AsyncIOMotorDatabase
from pymongo.mongo_client import MongoClient as AsyncIOMotorClient
