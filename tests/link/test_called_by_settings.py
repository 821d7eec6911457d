"""Functions that a setting names alone: packages call them, and Django does."""

from __future__ import annotations

import pytest

from tests.link.linking import assert_enters

SOURCE = """
# file: shop/hooks.py
from django.db import transaction
from shop.models import *
def clear(user, dry_run=False):
    Log.objects.create()
class Clear:
    pass
# file: shop/settings.py
INSTALLED_APPS = ["shop"]
{lines}
"""


@pytest.mark.parametrize(
    ("lines", "entered"),
    [
        ('GDPR_API_DELETER = "shop.hooks.clear"', ["signal shop.hooks.clear"]),
        ('CSRF_FAILURE_VIEW = "shop.hooks.clear"', ["route shop.hooks.clear"]),
        ('SOCIAL_AUTH_SHOP_PIPELINE = (*DEFAULT, "shop.hooks.clear")', ["signal shop.hooks.clear"]),
        ('LOGIN_HOOKS = ["shop.hooks.clear", "shop.hooks.nothing"]', ["signal shop.hooks.clear"]),
        ('LEFT_ALONE = ["shop.hooks.clear"]', []),
        ('SOCIAL_AUTH_PIPELINE = ["shop.hooks.clear"]', []),
        ('GDPR_API_DELETER = "shop.hooks.Clear"', []),
        ('GDPR_API_DELETER = "shop.hooks.nothing"', []),
        ('GDPR_API_DELETER = "clear"', []),
        ('deleter = "shop.hooks.clear"', []),
        (
            'class Common:\n    INSTALLED_APPS = ["shop"]\n    ON_LOGIN = "shop.hooks.clear"',
            ["signal shop.hooks.clear"],
        ),
    ],
)
def test_functions(lines: str, entered: list[str]) -> None:
    assert_enters(SOURCE.format(lines=lines), *entered)
