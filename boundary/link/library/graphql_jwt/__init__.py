"""Which mutations and decorators does `graphql_jwt` offer?"""

from graphql_jwt.mutations import JSONWebTokenMutation, ObtainJSONWebToken, Refresh, Revoke, Verify
