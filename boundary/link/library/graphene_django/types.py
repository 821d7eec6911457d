"""How does a type over a model find its objects?"""

from graphene.types.objecttype import ObjectType


class DjangoObjectType(ObjectType):
    __entered_for__ = {}

    @classmethod
    def __resolve__(cls):
        instance = cls.get_queryset(cls.Meta.model._default_manager.all(), __unknown__).first()
        cls.__call_matching__("resolve_", instance, __unknown__, **__unknown__)

    @classmethod
    def get_queryset(cls, queryset, info):
        return queryset

    @classmethod
    def get_node(cls, info, id):
        queryset = cls.get_queryset(cls.Meta.model.objects, info)
        return queryset.get(pk=id)

    @classmethod
    def is_type_of(cls, root, info):
        return __unknown__

    def resolve_id(self, info):
        return __unknown__


class ErrorType(ObjectType):
    @classmethod
    def from_errors(cls, errors):
        return []
