"""What is a session of MongoDB?  What is done in a transaction is given it: `../../frameworks/pymongo/sessions.py`."""


class ClientSession:
    def __enter__(self):
        return self

    def __exit__(self, *exc): ...

    def __await__(self):
        return self

    def start_transaction(self, *args, **kwargs): ...

    def commit_transaction(self): ...

    def abort_transaction(self): ...

    def with_transaction(self, callback, *args, **kwargs):
        with self.start_transaction():
            return callback(self)

    def end_session(self): ...

    @property
    def client(self):
        from pymongo.mongo_client import MongoClient

        return MongoClient()


AsyncClientSession = ClientSession
