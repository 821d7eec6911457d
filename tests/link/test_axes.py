"""Logins that django-axes counts, once it is installed."""

from __future__ import annotations

import pytest

from tests.link.linking import assert_touches

LOGIN = """
# file: shop/settings.py
INSTALLED_APPS = ["shop", "django.contrib.auth", "django.contrib.sessions"{app}]
{handler}
# file: shop/services.py
from django.contrib.auth import authenticate
from django.db import transaction
def enter(request):  # all of a library is at hand, here what is spelled out: axes.signals
    with transaction.atomic():  #> update auth_user, {expected}
        authenticate(request, username="a")
"""
COUNTED = (
    "lock axes_accessattempt, insert axes_accessattempt, update axes_accessattempt, insert axes_accessfailurelog, "
    "delete axes_accessattempt, delete axes_accessattemptexpiration"
)


@pytest.mark.parametrize(
    ("app", "handler", "expected"),
    [
        ("", "", "nothing"),
        (', "axes"', "", COUNTED),
        (', "axes.apps.AppConfig"', "", COUNTED),
        (', "axes"', "AXES_HANDLER = 'axes.handlers.cache.AxesCacheHandler'", "nothing"),
    ],
)
def test_a_failed_login(app: str, handler: str, expected: str) -> None:
    assert_touches(LOGIN.format(app=app, handler=handler, expected=expected))
