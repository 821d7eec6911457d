"""What is a database of MongoDB?  Collections by their names."""


class Database:
    def get_collection(self, name, *args, **kwargs):
        return self[name]

    def create_collection(self, name, *args, **kwargs):
        return self[name]

    def with_options(self, *args, **kwargs):
        return self

    def drop_collection(self, name_or_collection, *args, **kwargs): ...

    def command(self, command, value=1, **kwargs): ...

    def aggregate(self, pipeline, session=None, **kwargs): ...

    def dereference(self, dbref, session=None, **kwargs): ...

    @property
    def client(self):
        from pymongo.mongo_client import MongoClient

        return MongoClient()


AsyncDatabase = Database
