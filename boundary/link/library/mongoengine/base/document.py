"""What do documents and their parts have in common?  They are checked, and turned into what is kept."""


class BaseDocument:
    def __init__(self, *args, **values): ...

    def clean(self): ...

    def validate(self, clean=True):
        if clean:
            self.clean()
        self.__check_parts__()

    def __check_parts__(self): ...

    def to_mongo(self, use_db_field=True, fields=None): ...

    def to_json(self, *args, **kwargs): ...

    def get_text_score(self): ...

    @classmethod
    def from_json(cls, json_data, created=False, **kwargs):
        return cls._from_son(json_data)

    @classmethod
    def _from_son(cls, son, _auto_dereference=True, created=False): ...
