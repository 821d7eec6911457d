"""How does a type find its objects where queries are put together of all that is asked for?"""

from graphene_django import types


class DjangoObjectType(types.DjangoObjectType):
    @classmethod
    def filter_queryset(cls, queryset, info):
        return queryset

    @classmethod
    def get_node(cls, info, id):
        queryset = cls.get_queryset(cls.filter_queryset(cls.Meta.model._default_manager.all(), info), info)
        return queryset.get(pk=id)
