"""Where does `graphql-core` 2 offer what resolvers are handed?"""

from graphql.execution.base import ResolveInfo
