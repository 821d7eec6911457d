"""What is a resolver handed?  The same that graphene calls by another name."""

from graphene.types.definitions import ResolveInfo

GraphQLResolveInfo = ResolveInfo
