"""Tokens of django-graphql-jwt: who asks for one, and what asks whose it is."""

from __future__ import annotations

import pytest

from tests.link.linking import divide, linked

SOURCE = """
import graphene
import graphql_jwt
from django.dispatch import receiver
from graphene_django.context import Info
from graphql_jwt.decorators import {decorator}
from graphql_jwt.shortcuts import get_user_by_token
from graphql_jwt.signals import token_issued
class Enter(graphql_jwt.{base}):
    @classmethod
    def resolve(cls, root, info, **kwargs):
        Log.objects.create(customer=info.context.user)
        return cls()
class Pay(graphene.Mutation):
    @classmethod
    @{decorator}
    def mutate(cls, root, info):
        Order.objects.create()
class Tell(graphene.Mutation):
    @classmethod
    def mutate(cls, root, info, token):
        return get_user_by_token(token)
@receiver(token_issued)
def entered(sender, request, user, **kwargs):
    Tag.objects.create()
"""


@pytest.mark.parametrize("decorator", ["login_required", "staff_member_required", "superuser_required"])
@pytest.mark.parametrize("base", ["JSONWebTokenMutation", "relay.JSONWebTokenMutation"])
def test_what_mutations_reach(base: str, decorator: str) -> None:
    scan = linked(divide(SOURCE.format(base=base, decorator=decorator)))
    reached = {one.name.rpartition(".")[2]: {f"{at.op} {at.table}" for at in one.reaches} for one in scan.entry_points}
    assert {"insert shop_log", "insert shop_tag", "read auth_user"} <= reached["Enter"]
    assert reached["Pay"] == {"insert shop_order", "read auth_user", "read django_session"}
    assert reached["Tell"] == {"read auth_user"}
    assert reached["entered"] == {"insert shop_tag"}
