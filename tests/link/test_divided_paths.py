"""What takes a path apart to import by it tells its callers apart, as what hands the path on does."""

from __future__ import annotations

import pytest

from tests.link.linking import assert_touches


@pytest.mark.parametrize(
    ("divided", "point"),
    [('rsplit(".", 1)', "."), ('split(":")', ":"), ('split(":", 1)', ":")],
)
def test_a_helper_that_is_handed_a_path(divided: str, point: str) -> None:
    assert_touches(f"""
# file: shop/settings.py
INSTALLED_APPS = ["shop"]
SENDERS = {{"kinds": {{"mail": "shop.senders{point}Mail", "post": "shop.senders{point}Post"}}}}
# file: shop/senders.py
from shop.models import Log, Tag
class Mail:
    def send(self):
        Log.objects.create()
class Post:
    def send(self):
        Tag.objects.create()
# file: shop/paths.py
import importlib
def attribute_of(path):
    module, name = path.{divided}
    module = importlib.import_module(module)
    return getattr(module, name)
# file: shop/work.py
from django.conf import settings
from django.db import transaction
from shop.paths import attribute_of
def sender_class(dotted):
    return attribute_of(dotted)
def work(kind):
    with transaction.atomic():  #> insert shop_log
        sender_class("shop.senders{point}Mail")().send()
    with transaction.atomic():  #> insert shop_log, insert shop_tag
        sender_class(settings.SENDERS["kinds"].get(kind))().send()
""")
