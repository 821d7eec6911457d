"""Which names does `storm.locals` offer?  Those that applications need most."""

from storm import Undef
from storm.base import Storm
from storm.expr import SQL, And, Asc, Delete, Desc, Insert, Join, Max, Min, Not, Or, Select, Update
from storm.info import ClassAlias
from storm.properties import (
    JSON,
    UUID,
    Bool,
    Bytes,
    Chars,
    Date,
    DateTime,
    Decimal,
    Enum,
    Float,
    Int,
    List,
    Pickle,
    RawStr,
    Time,
    TimeDelta,
    Unicode,
)
from storm.references import Proxy, Reference, ReferenceSet
from storm.store import AutoReload, Store


def create_database(uri): ...
