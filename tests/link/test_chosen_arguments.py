"""What is handed over as one of two (`value if given else default`) matters as much as alone."""

from __future__ import annotations

import pytest

from tests.link.linking import assert_touches

DEFAULTS = {
    "of a setting": "getattr(settings, key, default() if callable(default) else default)",
    "one of two names": 'getattr(settings, key, default if key.isupper() else "")',
    "in one another": 'getattr(settings, key, (default() if callable(default) else default) if key else "")',
}


@pytest.mark.parametrize("given", DEFAULTS.values(), ids=DEFAULTS)
def test_a_text_that_a_choice_hands_over(given: str) -> None:
    assert_touches(f"""
from django.conf import settings
from django.utils.module_loading import import_string
def setting(key, default=""):
    return lambda: {given}
class Config:
    writer = setting("WRITER", "shop.services.Stocks")
    other = setting("OTHER_WRITER", "shop.services.Logs")
class Stocks:
    def apply(self):
        Stock.objects.create()
class Logs:
    def apply(self):
        Log.objects.create()
def touch():
    with transaction.atomic():  #> insert shop_stock
        import_string(Config.writer())().apply()
    with transaction.atomic():  #> insert shop_log
        import_string(Config.other())().apply()
""")
