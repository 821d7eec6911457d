"""What is a collection of MongoDB?  What its methods do is in `../../frameworks/pymongo/collections.py`."""

from pymongo.database import Database


class Collection:
    def with_options(self, *args, **kwargs):
        return self

    @property
    def database(self):
        return Database()


AsyncCollection = Collection


class ReturnDocument:
    BEFORE = False
    AFTER = True
