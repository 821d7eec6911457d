"""Which table lies between two others?  A table like any, which an attribute names."""

from piccolo.columns.base import Column


class M2M(Column):
    pass
