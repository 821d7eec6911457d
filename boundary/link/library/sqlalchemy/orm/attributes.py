from sqlalchemy.sql.core import ColumnElement


class AttributeImpl:
    pass


class ScalarAttributeImpl(AttributeImpl):
    pass


class ScalarObjectAttributeImpl(ScalarAttributeImpl):
    pass


class CollectionAttributeImpl(AttributeImpl):
    pass


class InstrumentedAttribute(ColumnElement):
    def impl(self):  # which one is told of each attribute
        return AttributeImpl()


QueryableAttribute = InstrumentedAttribute


def flag_modified(instance, key):
    pass


def set_attribute(instance, key, value, initiator=None):
    setattr(instance, key, value)


def set_committed_value(instance, key, value):
    pass
