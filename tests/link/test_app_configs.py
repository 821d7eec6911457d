"""What the configurations of a project's apps say, and classes that texts with a separator name."""

from __future__ import annotations

import pytest

from tests.link.linking import assert_touches

SHOP = """
# file: shop/apps.py
from django.apps import AppConfig
class ShopConfig(AppConfig):
    name = "shop"
    offers = {"tidy": ["shop.offers:Tidying"], "count": ["shop.offers.Counting"]}
# file: till/apps.py
from django.apps import AppConfig
class TillConfig(AppConfig):
    name = "till"
    offers = {"tidy": ["till.offers:Selling"]}
# file: till/offers.py
from shop.models import Stock
class Selling:
    def run(self):
        Stock.objects.create()
# file: shop/offers.py
from shop.models import Log, Tag
class Tidying:
    def run(self):
        Log.objects.create()
class Counting:
    def run(self):
        Tag.objects.create()
"""


def test_what_the_apps_of_a_project_offer() -> None:
    assert_touches(f"""
from importlib import import_module
from django.apps import apps
def load(spec):
    module, name = spec.rsplit(":" if ":" in spec else ".", 1)
    return getattr(import_module(module), name)
def work():
    with transaction.atomic():  #> insert shop_log, insert shop_stock
        for config in apps.get_app_configs():
            for spec in config.offers.get("tidy", ()):
                load(spec)().run()
{SHOP}""")


SEPARATED = [
    ("':' in spec", "till.offers:Selling", "insert shop_tag"),
    ("':' in spec", "till.offers.Selling", "insert shop_log"),
    ("'__' not in spec", "customer__name", "insert shop_log"),
    ("spec and '.' not in spec", "name", "insert shop_tag"),
    ("'till' in spec", "till.offers", "insert shop_tag, insert shop_log"),
    ("':' in x", "unknown", "insert shop_tag, insert shop_log"),
]


@pytest.mark.parametrize(("test", "given", "written"), SEPARATED)
def test_a_separator_tells_how_a_text_is_built(test: str, given: str, written: str) -> None:
    assert_touches(f"""
def place(spec, x):
    if {test}:
        Tag.objects.create()
    else:
        Log.objects.create()
def work(x):
    with transaction.atomic():  #> {written}
        place("{given}", x)
""")


def test_what_apps_offer_is_kept_by_category() -> None:
    assert_touches(f"""
from importlib import import_module
from django.apps import apps
offers = {{}}
def offers_of(category):
    if category not in offers:
        found = []
        for config in apps.get_app_configs():
            found.extend(config.offers.get(category, ()))
        offers[category] = found
    return offers[category]
def load(spec):
    module, name = spec.rsplit(":" if ":" in spec else ".", 1)
    return getattr(import_module(module), name)
def work():
    with transaction.atomic():  #> insert shop_log, insert shop_stock
        for spec in offers_of("tidy"):
            load(spec)().run()
{SHOP}""")


@pytest.mark.parametrize(
    ("app", "expected"),
    [
        ("silk", "nothing"),
        ("till", "insert shop_log"),
        ("django.contrib.sites", "insert shop_log"),
        ("taken.by.name", "insert shop_log"),
        ("shop", "insert shop_log"),
    ],
)
def test_what_is_done_where_an_app_is_installed(app: str, expected: str) -> None:
    assert_touches(f"""
from django.apps import apps
def serve():
    with transaction.atomic():  #> {expected}
        if apps.is_installed("{app}"):
            Log.objects.create()
# file: shop/settings.py
INSTALLED_APPS = ["django.contrib.sites", "shop", "till.apps.TillConfig", *OTHERS]
OTHER = "taken.by.name"
""")
