"""Where are sessions kept?  In a collection, which every request reads, and writes where it changes anything."""


class MongoEngineSessionInterface:
    def __init__(self, db, collection="session"): ...
