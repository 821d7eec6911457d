"""What does a field show of an object?  The linker follows it to its attribute."""


class Raw:
    def __init__(self, default=None, attribute=None, **kwargs):
        pass

    def format(self, value):
        return value

    def output(self, key, obj):
        pass


class Nested(Raw):
    def __init__(self, nested, allow_null=False, default=None, **kwargs):
        pass


class List(Raw):
    def __init__(self, cls_or_instance, **kwargs):
        pass


class Arbitrary(Raw):
    pass


class Boolean(Raw):
    pass


class DateTime(Raw):
    pass


class Fixed(Raw):
    pass


class Float(Raw):
    pass


class FormattedString(Raw):
    pass


class Integer(Raw):
    pass


class String(Raw):
    pass


class Url(Raw):
    pass


Price = Fixed
