"""What does a field make of its input?  What its schema loads, its function gives, a field of the project's own says.

Fields that only tell a type give a plain value.
"""

from marshmallow import Schema


class Field:
    def __init__(self, **kwargs):
        pass

    def deserialize(self, value, attr=None, data=None, **kwargs):
        return self._deserialize(value, attr, data, **kwargs)

    def _deserialize(self, value, attr, data, **kwargs):
        return __unknown__


class Nested(Field):
    def __init__(self, nested, *, many=False, **kwargs):
        self.nested = nested
        self.many = many

    def _deserialize(self, value, attr, data, **kwargs):
        nested = self.nested
        if isinstance(nested, type):
            schema = nested()
        elif isinstance(nested, Schema):
            schema = nested
        else:  # a function that gives one
            schema = nested()
        return __loaded_data__(schema.load(value, many=self.many))


class Pluck(Nested):
    pass


class List(Field):
    def __init__(self, cls_or_instance, **kwargs):
        self.inner = cls_or_instance

    def _deserialize(self, value, attr, data, **kwargs):
        inner = self.inner
        if isinstance(inner, type):
            inner = inner()
        return [inner.deserialize(one, attr, data) for one in value]


class Function(Field):
    def __init__(self, serialize=None, deserialize=None, **kwargs):
        self.loads = deserialize

    def _deserialize(self, value, attr, data, **kwargs):
        return self.loads(value) if self.loads is not None else value


class Method(Field):
    """Its schema has the method: `schema.load` calls it."""

    def __init__(self, serialize=None, deserialize=None, **kwargs):
        pass


class Plain(Field):
    def __init__(self, *args, **kwargs):
        pass


String = Str = UUID = Number = Integer = Int = Decimal = Boolean = Bool = Plain
Float = DateTime = NaiveDateTime = AwareDateTime = Date = Time = TimeDelta = Mapping = Dict = Raw = Plain
Url = URL = Email = IP = IPv4 = IPv6 = Enum = Constant = Tuple = Plain
