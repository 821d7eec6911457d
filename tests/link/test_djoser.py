"""Accounts over REST by djoser: its routes, and the serializers that the settings name."""

from __future__ import annotations

import pytest

from tests.link.linking import divide, linked

SETTINGS = """
# file: shop/settings.py
INSTALLED_APPS = ["shop", "django.contrib.auth", "rest_framework", "djoser"]
ROOT_URLCONF = "shop.urls"
{more}
# file: shop/urls.py
from django.urls import include, path
urlpatterns = [path("auth/", include("{urls}"))]
# file: shop/serializers.py
from djoser.serializers import UserCreateSerializer
from shop.models import Log
class Joining(UserCreateSerializer):
    def perform_create(self, validated_data):
        Log.objects.create()
        return super().perform_create(validated_data)
"""
OWN = 'DJOSER = {"SERIALIZERS": {"user_create": "shop.serializers.Joining"}}'


@pytest.mark.parametrize("urls", ["djoser.urls", "djoser.urls.base"])
@pytest.mark.parametrize(("more", "logs"), [(OWN, True), ("", False), ('DJOSER = {"LOGIN_FIELD": "email"}', False)])
def test_users_who_sign_up(urls: str, more: str, *, logs: bool) -> None:
    scan = linked(divide(SETTINGS.format(urls=urls, more=more)))
    written = {access.table for one in scan.entry_points for access in one.reaches if access.op == "insert"}
    assert {"auth_user"} <= written
    assert ("shop_log" in written) is logs


@pytest.mark.parametrize(
    ("more", "read"),
    [('SIMPLE_JWT = {"TOKEN_OBTAIN_SERIALIZER": "shop.tokens.Own"}', True), ("SIMPLE_JWT = {}", False), ("", False)],
)
def test_tokens_that_are_signed(more: str, *, read: bool) -> None:
    source = SETTINGS.format(urls="djoser.urls.jwt", more=more)
    scan = linked(
        divide(f"""{source}
# file: shop/tokens.py
from rest_framework_simplejwt.serializers import TokenObtainPairSerializer
from shop.models import Tag
class Own(TokenObtainPairSerializer):
    def validate(self, attrs):
        Tag.objects.create()
        return super().validate(attrs)
""")
    )
    assert ("shop_tag" in {access.table for one in scan.entry_points for access in one.reaches}) is read
