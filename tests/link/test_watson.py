"""The index of django-watson follows the rows of registered models."""

from __future__ import annotations

import pytest

from tests.link.linking import assert_touches

ENTRY = "update watson_searchentry, delete watson_searchentry, insert watson_searchentry"


@pytest.mark.parametrize(
    ("call", "expected"),
    [
        ("log.save()", f"update shop_log, {ENTRY}"),
        ("log.delete()", "delete shop_log, delete watson_searchentry"),
        ("Stock().save()", f"insert shop_stock, {ENTRY}"),
        ("Tag.objects.create()", "insert shop_tag"),
        ("list(watson.search('a'))", "nothing, read watson_searchentry"),
        ("list(watson.filter(Log.objects.all(), 'a'))", "nothing, read watson_searchentry, read shop_log"),
    ],
)
def test_rows_of_registered_models(call: str, expected: str) -> None:
    assert_touches(f"""
# file: shop/apps.py
from django.apps import AppConfig
from watson import search as watson
class ShopConfig(AppConfig):
    name = "shop"
    def ready(self):
        watson.register(self.get_model("Log"), fields=("text",))
        watson.register(self.get_model("Stock").objects.all())
# file: shop/services.py
from django.db import transaction
from shop.models import *
from watson import search as watson
def touch(log: Log):
    with transaction.atomic():  #> {expected}
        {call}
""")


def test_an_index_that_is_made_at_the_end_of_a_block() -> None:
    assert_touches(f"""
from watson import search as watson
def touch(log: Log):
    with transaction.atomic():  #> update shop_log, {ENTRY}
        with watson.update_index():
            log.save()
""")
