from sqlalchemy.sql.core import ColumnElement


class InstrumentedAttribute(ColumnElement):
    pass


QueryableAttribute = InstrumentedAttribute


def flag_modified(instance, key):
    pass


def set_attribute(instance, key, value, initiator=None):
    setattr(instance, key, value)


def set_committed_value(instance, key, value):
    pass
