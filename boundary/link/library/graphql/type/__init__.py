"""Where do resolvers import what they are handed from?"""

from graphql.type.definition import GraphQLResolveInfo
