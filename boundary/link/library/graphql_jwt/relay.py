"""What does such a mutation do in the form of Relay?"""

import graphene
from graphql_jwt.decorators import token_auth
from graphql_jwt.mutations import ResolveMixin


class JSONWebTokenMutation(graphene.ClientIDMutation):
    @classmethod
    @token_auth
    def mutate_and_get_payload(cls, root, info, **kwargs):
        return cls.resolve(root, info, **kwargs)


class ObtainJSONWebToken(ResolveMixin, JSONWebTokenMutation):
    pass
