"""What runs in tests alone is no part of the program."""

from __future__ import annotations

import pytest

from tests.link.linking import assert_touches

CACHED = """
# file: shop/settings.py
import os
import sys
INSTALLED_APPS = ["shop"]
CACHES = {{"default": {{"BACKEND": "django.core.cache.backends.locmem.LocMemCache"}}}}
{first}
if {test}:
    CACHES = {{"default": {{"BACKEND": "django.core.cache.backends.db.DatabaseCache", "LOCATION": "cached"}}}}
# file: shop/services.py
from django.core.cache import cache
from django.db import transaction
from shop.models import *
def work():
    with transaction.atomic():  #> insert shop_log{also}
        Log.objects.create()
        cache.set("a", 1)
"""


@pytest.mark.parametrize(
    ("first", "test", "runs"),
    [
        ("", "'test' in sys.argv", False),
        ("", "'pytest' in sys.modules", False),
        ("", "sys.argv[1] == 'test'", False),
        ("", "sys.argv[1:2] == ['test']", True),
        ("TESTING = 'test' in sys.argv or 'pytest' in sys.modules", "TESTING", False),
        ("TESTING = len(sys.argv) > 1 and sys.argv[1] == 'test'", "TESTING", False),
        ("TESTING = 'test' in sys.argv", "not TESTING", True),
        ("TESTING = 'test' in sys.argv", "TESTING and os.environ.get('A')", False),
        ("TESTING = 'test' in sys.argv", "TESTING or os.environ.get('A')", True),
        ("", "'test' not in sys.argv", True),
        ("", "'runserver' in sys.argv", True),
        ("TESTING = os.environ.get('TESTING')", "TESTING", True),
    ],
)
def test_settings_for_tests(first: str, test: str, runs: bool) -> None:  # noqa: FBT001 - a column of the table
    also = ", read cached, insert cached, update cached, delete cached" if runs else ", no read cached"
    assert_touches(CACHED.format(first=first, test=test, also=also))


def test_code_that_asks_for_tests() -> None:
    assert_touches("""
import sys
from django.conf import settings
from django.db import transaction
from shop.models import *
TESTING = "test" in sys.argv
def work():
    with transaction.atomic():  #> insert shop_log
        if TESTING:
            Tag.objects.create()
        if "pytest" not in sys.modules:
            Log.objects.create()
        else:
            Customer.objects.create()
        if sys.argv[1] == "test" and settings.LATER:
            Stock.objects.create()
""")
