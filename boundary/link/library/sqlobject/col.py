"""Columns: what they say is read of the code."""


class Col:
    def __init__(self, *args, **kw): ...


class StringCol:
    def __init__(self, *args, **kw): ...


class UnicodeCol:
    def __init__(self, *args, **kw): ...


class IntCol:
    def __init__(self, *args, **kw): ...


class TinyIntCol:
    def __init__(self, *args, **kw): ...


class SmallIntCol:
    def __init__(self, *args, **kw): ...


class MediumIntCol:
    def __init__(self, *args, **kw): ...


class BigIntCol:
    def __init__(self, *args, **kw): ...


class BoolCol:
    def __init__(self, *args, **kw): ...


class FloatCol:
    def __init__(self, *args, **kw): ...


class KeyCol:
    def __init__(self, *args, **kw): ...


class ForeignKey:
    def __init__(self, *args, **kw): ...


class EnumCol:
    def __init__(self, *args, **kw): ...


class SetCol:
    def __init__(self, *args, **kw): ...


class DateTimeCol:
    def __init__(self, *args, **kw): ...


class DateCol:
    def __init__(self, *args, **kw): ...


class TimeCol:
    def __init__(self, *args, **kw): ...


class TimestampCol:
    def __init__(self, *args, **kw): ...


class TimedeltaCol:
    def __init__(self, *args, **kw): ...


class DecimalCol:
    def __init__(self, *args, **kw): ...


class CurrencyCol:
    def __init__(self, *args, **kw): ...


class DecimalStringCol:
    def __init__(self, *args, **kw): ...


class BLOBCol:
    def __init__(self, *args, **kw): ...


class PickleCol:
    def __init__(self, *args, **kw): ...


class UuidCol:
    def __init__(self, *args, **kw): ...


class JsonbCol:
    def __init__(self, *args, **kw): ...


class JSONCol:
    def __init__(self, *args, **kw): ...


class DatabaseIndex:
    def __init__(self, *args, **kw): ...
