"""How is a mutation called?"""

from graphene.types.objecttype import ObjectType


class Mutation(ObjectType):
    __entry_points__ = {"mutate": "mutation"}

    @classmethod
    def Field(cls, name=None, description=None, deprecation_reason=None, required=False):
        return __unknown__


class MutationOptions:
    arguments = None
    output = None
    resolver = None
