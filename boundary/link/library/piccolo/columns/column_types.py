"""Of which types are columns?"""

from piccolo.columns.base import Column, OnDelete, OnUpdate
from piccolo.columns.reference import LazyTableReference


class Array(Column):
    pass


class BigInt(Column):
    pass


class BigSerial(Column):
    pass


class Blob(Column):
    pass


class Boolean(Column):
    pass


class Bytea(Column):
    pass


class Char(Column):
    pass


class Date(Column):
    pass


class Decimal(Column):
    pass


class DoublePrecision(Column):
    pass


class Email(Column):
    pass


class Float(Column):
    pass


class ForeignKey(Column):
    pass


class Integer(Column):
    pass


class Interval(Column):
    pass


class JSON(Column):
    pass


class JSONB(Column):
    pass


class Numeric(Column):
    pass


class PrimaryKey(Column):
    pass


class Real(Column):
    pass


class Secret(Column):
    pass


class Serial(Column):
    pass


class SmallInt(Column):
    pass


class Text(Column):
    pass


class Time(Column):
    pass


class Timestamp(Column):
    pass


class Timestamptz(Column):
    pass


class UUID(Column):
    pass


class Varchar(Column):
    pass
