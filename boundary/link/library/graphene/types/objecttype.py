"""Which methods of a type answer a query? Those whose names begin with `resolve_`."""


class SubclassWithMeta_Meta(type):
    def __str__(cls):
        return __graphql_name__(cls)


class BaseType(metaclass=SubclassWithMeta_Meta):
    __abstract_in__ = "Meta"

    class Meta:
        model = None

    @classmethod
    def get_type(cls):
        return cls


class AbstractType:
    pass


class ObjectType(BaseType):
    __entry_points__ = {"__resolve__": "route", "get_node": "route"}
    __entered_for__ = {"__resolve__": "resolve_", "get_node": "get_node"}

    def __init__(self, *args, **kwargs):
        for key, value in kwargs.items():
            setattr(self, key, value)

    @classmethod
    def __resolve__(cls):
        """Answer every field: resolvers are called with the parent object, the context of the query, and any argument."""
        cls.__call_matching__("resolve_", __unknown__, __unknown__, **__unknown__)


class InputObjectType(BaseType):
    pass


class Interface(ObjectType):
    @classmethod
    def resolve_type(cls, instance, info):
        return __unknown__


class Union(BaseType):
    @classmethod
    def resolve_type(cls, instance, info):
        return __unknown__
