"""What does pymongo export?  What collections do is in `../../frameworks/pymongo/collections.py`."""

from pymongo.client_session import ClientSession
from pymongo.collection import Collection
from pymongo.mongo_client import AsyncMongoClient, MongoClient
from pymongo.operations import DeleteMany, DeleteOne, InsertOne, ReplaceOne, UpdateMany, UpdateOne

Connection = MongoReplicaSetClient = MongoClient
