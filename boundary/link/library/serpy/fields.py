"""What does a field read of an object, and make of it?"""


class Field:
    getter_takes_serializer = False
    attr = None

    def __init__(self, attr=None, call=False, label=None, required=True):
        if isinstance(attr, str):
            self.attr = attr
        self.call = call

    def to_value(self, value):
        return value

    def as_getter(self, serializer_field_name, serializer_cls):
        return None

    def _shown(self, name, serializer, instance):
        value = __follow__(instance, self.attr or name)
        if self.call:
            value = value()
        return self.to_value(value)


class StrField(Field): ...


class IntField(Field): ...


class FloatField(Field): ...


class BoolField(Field): ...


class MethodField(Field):
    getter_takes_serializer = True
    method = None

    def __init__(self, method=None, **kwargs):
        super().__init__(**kwargs)
        if isinstance(method, str):
            self.method = method

    def as_getter(self, serializer_field_name, serializer_cls):
        return getattr(serializer_cls, self.method or f"get_{serializer_field_name}")

    def _shown(self, name, serializer, instance):
        return self.to_value(getattr(serializer, self.method or f"get_{name}")(instance))
