"""What does a schema call?  Hooks around loading and dumping, validators by their decorators."""


class Schema:
    class Meta:
        pass

    def __init__(self, *args, only=None, many=False, **kwargs):
        self.only = only
        self.many = many

    @classmethod
    def from_dict(cls, fields, *, name=""): ...

    def load(self, data, *args, **kwargs):
        pass

    def loads(self, json_data, *args, **kwargs):
        pass

    def dump(self, obj, *args, **kwargs):
        return __unknown__

    def dumps(self, obj, *args, **kwargs):
        self.dump(obj, *args, **kwargs)
        return ""

    def validate(self, data, *args, **kwargs):
        return __unknown__


def post_load(function=None, **kwargs):
    return function


def pre_load(function=None, **kwargs):
    return function


def validates_schema(function=None, **kwargs):
    return function


def post_dump(function=None, **kwargs):
    return function


pre_dump = post_dump


def validates(*names):
    return lambda function: function


class UnmarshalResult:
    pass
