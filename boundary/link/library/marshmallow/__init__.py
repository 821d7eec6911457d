"""What does a schema call?  Hooks around loading and dumping, validators by their decorators."""


class Schema:
    class Meta:
        pass

    def __init__(self, *args, **kwargs):
        pass

    def load(self, data, *args, **kwargs):
        self.__call_matching__("make_", data)
        return __unknown__

    def dump(self, obj, *args, **kwargs):
        return __unknown__

    def validate(self, data, *args, **kwargs):
        return __unknown__


def post_load(function=None, **kwargs):
    return function


pre_load = post_dump = pre_dump = validates_schema = post_load


def validates(*names):
    return lambda function: function


class UnmarshalResult:
    pass
