"""How are documents written as JSON?"""


class MongoEngineJSONEncoder:
    pass


def override_json_encoder(app): ...
