"""Logins by OpenID Connect with mozilla-django-oidc."""

from __future__ import annotations

import pytest

from tests.link.linking import assert_touches

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
