"""What does a mutation do that hands out tokens?"""

import graphene
from django.contrib.auth import get_user_model
from graphql_jwt.decorators import token_auth
from graphql_jwt.signals import token_refreshed


class JSONWebTokenMutation(graphene.Mutation):
    @classmethod
    @token_auth
    def mutate(cls, root, info, **kwargs):
        return cls.resolve(root, info, **kwargs)


class ResolveMixin:
    @classmethod
    def resolve(cls, root, info, **kwargs):
        return cls()


class ObtainJSONWebToken(ResolveMixin, JSONWebTokenMutation):
    pass


class Verify(graphene.Mutation):
    @classmethod
    def mutate(cls, root, info, token=None, **kwargs):
        return cls()


class Refresh(graphene.Mutation):
    @classmethod
    def mutate(cls, root, info, token=None, **kwargs):
        user = get_user_model().objects.get_by_natural_key(__unknown__)
        token_refreshed.send(sender=cls, request=info.context, user=user)
        return cls()


class Revoke(graphene.Mutation):
    pass
