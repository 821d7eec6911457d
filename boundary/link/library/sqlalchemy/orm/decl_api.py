"""How are classes mapped?  Bases, registries and decorators; the linker reads the classes themselves."""

from sqlalchemy.sql.core import ColumnElement, MetaData


class Declarative:
    """The base of all declarative bases."""

    metadata = MetaData()

    def __init__(self, **kwargs):
        pass


class DeclarativeBase(Declarative):
    pass


class DeclarativeBaseNoMeta(Declarative):
    pass


class MappedAsDataclass:
    pass


class AbstractConcreteBase:
    pass


class ConcreteBase(AbstractConcreteBase):
    pass


class DeferredReflection:
    pass


DeclarativeMeta = type


class Relationship:
    pass


class Proxy:
    pass


class Alias:
    """An attribute that stands for a column, or for a part of its value."""


class QueryProperty(ColumnElement):
    """A column that is a query."""


class MappedColumn(ColumnElement):
    pass


def declarative_base(**kwargs):
    pass


def as_declarative(**kwargs):
    pass


def declared_attr(function):
    pass


def relationship(*args, **kwargs):
    pass


def backref(name, **kwargs):
    pass


def synonym(name, map_column=None, descriptor=None, **kwargs):
    if descriptor is None:
        return Alias()
    return descriptor


def association_proxy(target_collection, attr, **kwargs):
    pass


def mapped_class(cls):
    pass


def mapped_column(*args, **kwargs):
    pass


def mapper(cls, table=None, **kwargs):
    pass


class registry:
    metadata = MetaData()

    def generate_base(self, **kwargs):
        return declarative_base(**kwargs)

    def mapped(self, cls):
        return mapped_class(cls)

    def mapped_as_dataclass(self, cls=None, **kwargs):
        return mapped_class(cls)

    def as_declarative_base(self, **kwargs):
        return as_declarative(**kwargs)

    def map_imperatively(self, cls, table=None, **kwargs):
        return mapper(cls, table, **kwargs)


class ClassRegistry:
    """Mapped classes by name, as a registry keeps them."""
