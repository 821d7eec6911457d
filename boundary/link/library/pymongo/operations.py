"""What does `bulk_write` take?  What each of them does is in `../../frameworks/pymongo/collections.py`."""


class Operation:
    def __init__(self, *args, **kwargs): ...


class InsertOne(Operation): ...


class ReplaceOne(Operation):
    def __init__(self, filter, replacement, upsert=False, **kwargs):
        self.upsert = upsert


class UpdateOne(Operation):
    def __init__(self, filter, update, upsert=False, **kwargs):
        self.upsert = upsert


class UpdateMany(UpdateOne): ...


class DeleteOne(Operation): ...


class DeleteMany(Operation): ...
