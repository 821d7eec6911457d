"""Logins by OpenID Connect with mozilla-django-oidc."""

from __future__ import annotations

import pytest

from tests.link.linking import assert_touches, divide, linked

BACKEND = """
# file: shop/settings.py
INSTALLED_APPS = ["shop", "django.contrib.auth"]
AUTHENTICATION_BACKENDS = ["shop.backends.Backend"]
# file: shop/backends.py
from mozilla_django_oidc.auth import OIDCAuthenticationBackend
from shop.models import *
class Backend(OIDCAuthenticationBackend):
    def {method}
# file: shop/services.py
from django.contrib.auth import authenticate
from django.db import transaction
from shop.backends import Backend
def enter(request):
    with transaction.atomic():  #> {expected}
        authenticate(request=request, nonce="a")
"""


@pytest.mark.parametrize(
    ("method", "expected"),
    [
        ("verify_claims(self, claims): return True", "insert auth_user, read auth_user"),
        ("create_user(self, claims): return Log.objects.create()", "insert shop_log, read auth_user"),
        ("update_user(self, user, claims): user.save()", "insert auth_user, update auth_user"),
        ("filter_users_by_claims(self, claims): return [self.UserModel.objects.get(email=claims)]",
         "insert auth_user, read auth_user"),
    ],
)  # fmt: skip
def test_a_login(method: str, expected: str) -> None:
    assert_touches(BACKEND.format(method=method, expected=expected))


APP = """
# file: shop/settings.py
INSTALLED_APPS = ["shop", "django.contrib.auth"]
ROOT_URLCONF = "shop.urls"
AUTHENTICATION_BACKENDS = ["django.contrib.auth.backends.ModelBackend", "shop.backends.Backend"]
{settings}
# file: shop/backends.py
from mozilla_django_oidc.auth import OIDCAuthenticationBackend
from mozilla_django_oidc.views import OIDCAuthenticationCallbackView
from shop.models import *
class Backend(OIDCAuthenticationBackend):
    def update_user(self, user, claims):
        Log.objects.create()
class Other(OIDCAuthenticationBackend):
    def update_user(self, user, claims):
        Tag.objects.create()
{more}
"""
CALLBACK = """
class Callback(OIDCAuthenticationCallbackView):
    def login_success(self):
        Stock.objects.create()
"""


@pytest.mark.parametrize(
    ("settings", "written"), [("", "shop_log"), ('OIDC_DRF_AUTH_BACKEND = "shop.backends.Other"', "shop_tag")]
)
def test_whose_backend_a_token_asks(settings: str, written: str) -> None:
    assert_touches(f"""{APP.format(settings=settings, more="")}
# file: shop/views.py
from django.db import transaction
from mozilla_django_oidc.contrib.drf import OIDCAuthentication
from rest_framework.views import APIView
class Orders(APIView):
    authentication_classes = [OIDCAuthentication]
    def get(self, request):
        with transaction.atomic():  #> insert auth_user, insert {written}
            return OIDCAuthentication().authenticate(request)
""")


@pytest.mark.parametrize(
    ("settings", "more", "written"),
    [
        ("", "", {"shop_log"}),
        ('OIDC_CALLBACK_CLASS = "shop.backends.Callback"', CALLBACK, {"shop_log", "shop_stock"}),
    ],
)
def test_pages_of_a_login_that_routes_include(settings: str, more: str, written: set[str]) -> None:
    source = f"""{APP.format(settings=settings, more=more)}
# file: shop/urls.py
from django.urls import include, path
urlpatterns = [path("oidc/", include("mozilla_django_oidc.urls"))]
"""
    routes = [one for one in linked(divide(source)).entry_points if one.kind == "route"]
    found = {one.table for route in routes for one in route.reaches if one.op == "insert"}
    assert {one for one in found if one.startswith("shop_")} == written
