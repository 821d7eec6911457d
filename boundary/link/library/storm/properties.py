"""What are the columns of Storm's classes?  See `../../frameworks/storm/expressions.py`."""

from storm.expr import Column


class Property(Column):
    def __init__(self, *args, **kwargs): ...


class SimpleProperty(Property):
    pass


class Bool(SimpleProperty):
    pass


class Int(SimpleProperty):
    pass


class Float(SimpleProperty):
    pass


class Decimal(SimpleProperty):
    pass


class Bytes(SimpleProperty):
    pass


class RawStr(SimpleProperty):
    pass


class Chars(SimpleProperty):
    pass


class Unicode(SimpleProperty):
    pass


class DateTime(SimpleProperty):
    pass


class Date(SimpleProperty):
    pass


class Time(SimpleProperty):
    pass


class TimeDelta(SimpleProperty):
    pass


class UUID(SimpleProperty):
    pass


class Enum(SimpleProperty):
    pass


class Pickle(SimpleProperty):
    pass


class JSON(SimpleProperty):
    pass


class List(SimpleProperty):
    pass


class PropertyColumn(Column):
    pass
