"""Where does `graphql-core` 2 define what resolvers are handed?"""

from graphene.types.definitions import ResolveInfo
