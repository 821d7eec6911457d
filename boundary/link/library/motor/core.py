"""How does Motor call its classes by itself?"""

from pymongo.client_session import ClientSession as AgnosticClientSession
from pymongo.collection import Collection as AgnosticCollection
from pymongo.cursor import Cursor as AgnosticCursor
from pymongo.database import Database as AgnosticDatabase
from pymongo.mongo_client import MongoClient as AgnosticClient
