"""Flags, switches and samples by django-waffle."""

from __future__ import annotations

import pytest

from tests.link.linking import assert_touches

SHOP = """
# file: shop/settings.py
INSTALLED_APPS = ["shop", "django.contrib.auth", "waffle"]
{settings}
# file: shop/flags.py
from django.db import models
from waffle.models import AbstractUserFlag
class OwnFlag(AbstractUserFlag):
    note = models.TextField()
    class Meta:
        app_label = "shop"
# file: shop/services.py
import waffle
from django.db import transaction
from shop.flags import OwnFlag
def ask(request, user):
    with transaction.atomic():  #> {touched}
        {statement}
"""
MISSING = "WAFFLE_CREATE_MISSING_FLAGS = True"
OWN = "WAFFLE_FLAG_MODEL = 'shop.OwnFlag'"
USERS = "read waffle_flag, read waffle_flag_users, read waffle_flag_groups, read auth_user_groups"


@pytest.mark.parametrize(
    ("settings", "statement", "touched"),
    [
        ("", "waffle.flag_is_active(request, 'new')", f"nothing, {USERS}"),
        ("", "waffle.get_waffle_flag_model().get('new').is_active_for_user(user)", f"nothing, {USERS}"),
        ("", "waffle.switch_is_active('new')", "nothing, read waffle_switch"),
        (MISSING, "waffle.flag_is_active(request, 'new')", f"insert waffle_flag, {USERS}"),
        (MISSING, "waffle.switch_is_active('new')", "nothing, read waffle_switch"),
        (OWN, "waffle.flag_is_active(request, 'new')", "nothing, read shop_ownflag, no read waffle_flag"),
        (f"{OWN}\n{MISSING}", "waffle.flag_is_active(request, 'new')", "insert shop_ownflag"),
    ],
)
def test_asking(settings: str, statement: str, touched: str) -> None:
    assert_touches(SHOP.format(settings=settings, statement=statement, touched=touched))


def test_a_flag_that_is_not_stored() -> None:
    assert_touches("""
import waffle
def ask():
    flag = waffle.get_waffle_flag_model().get("new")
    if not flag.pk:
        flag.save()  #= insert waffle_flag, update waffle_flag
""")


STORED = "insert kept, update kept, delete kept, read kept"


@pytest.mark.parametrize(
    ("settings", "statement", "expected"),
    [
        ("", "waffle.flag_is_active(request, 'new')", f"{STORED}, read waffle_flag"),
        ("", "waffle.switch_is_active('new')", f"{STORED}, read waffle_switch"),
        ("", "list(waffle.get_waffle_flag_model().get_all())", f"{STORED}, read waffle_flag"),
        ("", "waffle.get_waffle_flag_model()(name='new').flush()", "delete kept"),
        ("WAFFLE_CACHE_NAME = 'other'", "waffle.flag_is_active(request, 'new')", "nothing, no read kept"),
    ],
)
def test_what_is_asked_is_kept_in_the_cache(settings: str, statement: str, expected: str) -> None:
    kept = """CACHES = {
    "default": {"BACKEND": "django.core.cache.backends.db.DatabaseCache", "LOCATION": "kept"},
    "other": {"BACKEND": "django.core.cache.backends.locmem.LocMemCache"},
}"""
    assert_touches(SHOP.format(settings=f"{kept}\n{settings}", statement=statement, touched=expected))
