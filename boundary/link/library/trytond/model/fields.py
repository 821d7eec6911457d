"""Which fields do Tryton's models have?  What relations do is in `../../../frameworks/trytond/rows.py`."""

SQL_OPERATORS = {}


class Field:
    def __init__(self, *args, **kwargs): ...


class Boolean(Field):
    pass


class Integer(Field):
    pass


class BigInteger(Field):
    pass


class Char(Field):
    pass


class Text(Field):
    pass


class FullText(Field):
    pass


class Float(Field):
    pass


class Numeric(Field):
    pass


class Date(Field):
    pass


class Timestamp(Field):
    pass


class DateTime(Field):
    pass


class Time(Field):
    pass


class TimeDelta(Field):
    pass


class Binary(Field):
    pass


class Selection(Field):
    pass


class MultiSelection(Field):
    pass


class Reference(Field):
    pass


class Many2One(Field):
    pass


class One2Many(Field):
    pass


class Many2Many(Field):
    pass


class One2One(Field):
    pass


class Dict(Field):
    pass


class Function(Field):
    pass


class MultiValue(Field):
    pass


def depends(*names, **kwargs):
    def decorator(func):
        return func

    return decorator


def domain(*names):
    def decorator(func):
        return func

    return decorator
