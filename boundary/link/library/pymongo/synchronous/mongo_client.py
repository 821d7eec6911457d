"""Where newer pymongo has this class."""

from pymongo.mongo_client import MongoClient
