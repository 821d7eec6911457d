"""What does a resolver find out about its schema, and what does a schema tell of a type by its name?"""


class GrapheneGraphQLType:
    # `graphene_type` is the class of that name.
    graphene_type = __unknown__


class SomeType:
    """A type whose name only a run can tell: `get_node` and the model of its options are any type's."""


class SomeOptions:
    """The options of such a type."""


class GraphQLSchema:
    """`get_type` finds a type by its name."""


class ResolveInfo:
    schema = __instance__(GraphQLSchema)
