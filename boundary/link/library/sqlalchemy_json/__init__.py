"""Which types of columns has sqlalchemy-json?  Dicts and lists that tell of their changes, at any depth."""

from sqlalchemy.ext.mutable import MutableDict


class NestedMutableDict(MutableDict):
    pass


def mutable_json_type(dbtype=None, nested=False):
    return NestedMutableDict.as_mutable(dbtype)


MutableJson = mutable_json_type()
NestedMutableJson = mutable_json_type()
