"""Which names of `graphql` do resolvers annotate what they are handed with?  All else of it stays names."""

from graphql.type.definition import GraphQLResolveInfo, ResolveInfo
