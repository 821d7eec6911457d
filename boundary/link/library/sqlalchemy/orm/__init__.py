from sqlalchemy.orm.decl_api import *
from sqlalchemy.orm.query import Query, AppenderQuery
from sqlalchemy.orm.session import *
from sqlalchemy.sql.core import aliased, clause, join, outerjoin
from sqlalchemy.sql.core import contains_eager, immediateload, joinedload, selectinload, subqueryload, Load
from sqlalchemy.sql.core import defaultload, lazyload, noload, raiseload, undefer
from sqlalchemy.orm.attributes import InstrumentedAttribute, QueryableAttribute
from sqlalchemy.orm.collections import attribute_keyed_dict, attribute_mapped_collection
from sqlalchemy.orm.collections import column_keyed_dict, column_mapped_collection
from sqlalchemy.orm.collections import keyfunc_mapping, mapped_collection
from sqlalchemy.orm import attributes, collections, decl_api, query, scoping, session

relation = relationship
query_expression = clause
load_only = defer = selectin_polymorphic = with_parent = clause
with_loader_criteria = remote = foreign = Bundle = clause


def composite(*args, **kwargs):
    return mapped_column()


def class_mapper(class_, configure=True):
    pass


def object_mapper(instance):
    pass


def make_transient(instance):
    pass


def with_polymorphic(base, classes, *args, **kwargs):
    pass


def dynamic_loader(argument, **kwargs):
    pass


def deferred(column, *args, **kwargs):
    return column


def column_property(column, *args, **kwargs):
    return column


def validates(*names, **kwargs):
    return lambda function: function


def reconstructor(function):
    return function


def configure_mappers():
    pass


def clear_mappers():
    pass


class Mapper:  # the module of this name would hide the function that maps a class
    pass


class ReadOnlyProperties:
    """What a mapper lists of its class, by name."""


class RelationshipProperty:
    """A relationship, as a mapper lists it."""


Relationship = RelationshipProperty
ONETOMANY, MANYTOONE, MANYTOMANY = "ONETOMANY", "MANYTOONE", "MANYTOMANY"
