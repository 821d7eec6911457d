"""What does a setting hold that the environment may set?  Its default, unless a deployment says otherwise."""


class Value:
    pass


class BooleanValue(Value):
    pass


class IntegerValue(Value):
    pass


class PositiveIntegerValue(Value):
    pass


class FloatValue(Value):
    pass


class DecimalValue(Value):
    pass


class SequenceValue(Value):
    pass


class ListValue(Value):
    pass


class TupleValue(Value):
    pass


class SingleNestedSequenceValue(Value):
    pass


class SingleNestedListValue(Value):
    pass


class SingleNestedTupleValue(Value):
    pass


class BackendsValue(Value):
    pass


class SetValue(Value):
    pass


class DictValue(Value):
    pass


class EmailValue(Value):
    pass


class URLValue(Value):
    pass


class IPValue(Value):
    pass


class RegexValue(Value):
    pass


class PathValue(Value):
    pass


class SecretValue(Value):
    pass


class EmailURLValue(Value):
    pass


class DatabaseURLValue(Value):
    pass


class CacheURLValue(Value):
    pass


class SearchURLValue(Value):
    pass
