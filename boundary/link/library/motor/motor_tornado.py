"""What does Motor export for Tornado?  The classes of pymongo."""

from gridfs import GridFS as MotorGridFS
from gridfs import GridFSBucket as MotorGridFSBucket
from pymongo.client_session import ClientSession as MotorClientSession
from pymongo.collection import Collection as MotorCollection
from pymongo.cursor import Cursor as MotorCursor
from pymongo.database import Database as MotorDatabase
from pymongo.mongo_client import MongoClient as MotorClient
