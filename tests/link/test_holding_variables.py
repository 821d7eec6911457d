"""What does a variable hold that is a collection of others, once something is put into these?"""

from __future__ import annotations

import pytest

from tests.link.linking import assert_touches

STORES = """
# file: shop/stores.py
from shop.models import *
class Store:
    def keep(self):
        Log.objects.create(text="a")

# file: shop/start.py
from django.db import transaction
def start():
    from shop.settings import settings, CONFIG
    settings["name"].lower()
    with transaction.atomic():  #> insert shop_log
        {held}.keep()
start()

# file: shop/settings.py
from shop.stores import Store
CONFIG = {{}}
{code}
"""


@pytest.mark.parametrize(
    ("code", "held"),
    [
        ('CONFIG["store"] = Store()\nsettings = {"name": "a", "config": CONFIG}', 'settings["config"]["store"]'),
        ('settings = {"name": "a", "config": CONFIG}\nCONFIG["store"] = Store()', 'settings["config"]["store"]'),
        (
            'inner = [CONFIG]\nsettings = {"name": "a", "all": inner}\nCONFIG["store"] = Store()',
            'settings["all"][0]["store"]',
        ),
    ],
)
def test_what_is_put_into_it_at_the_top(code: str, held: str) -> None:
    assert_touches(STORES.format(code=code, held=held))


def test_what_is_put_into_it_elsewhere() -> None:
    code = 'settings = {"name": "a", "config": CONFIG}\ndef fill():\n    CONFIG["store"] = Store()'
    assert_touches(STORES.format(code=code, held='settings["config"]["store"]'))
