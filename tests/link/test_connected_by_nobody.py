"""Signals that are connected in loops over nothing, or by functions that nobody calls: nobody hears them."""

from __future__ import annotations

import pytest

from tests.link.linking import assert_touches

CONNECTED = """
# file: settings.py
INSTALLED_APPS = ["shop", "follows"]
FOLLOWED = {followed}
# file: shop/follows.py
from django.apps import apps
from django.conf import settings
from django.db.models.signals import post_save
from shop.models import Log
def follow(instance, **kwargs):
    Log.objects.create()
for app, model in settings.FOLLOWED:
    post_save.connect(follow, apps.get_model(app, model))
# file: shop/work.py
from django.db import transaction
from shop.models import Order, Stock
def work():
    with transaction.atomic():  #> {order}
        Order.objects.create()
    with transaction.atomic():  #> {stock}
        Stock.objects.create()
"""


@pytest.mark.parametrize(
    ("followed", "order", "stock"),
    [
        ("()", "insert shop_order", "insert shop_stock"),
        ("[]", "insert shop_order", "insert shop_stock"),
        ('(("shop", "order"),)', "insert shop_order, insert shop_log", "insert shop_stock"),
    ],
)
def test_a_loop_over_what_settings_name(followed: str, order: str, stock: str) -> None:
    assert_touches(CONNECTED.format(followed=followed, order=order, stock=stock))


def test_a_loop_over_nothing_in_an_installed_app() -> None:
    body = CONNECTED.format(followed="()", order="insert shop_order", stock="insert shop_stock")
    assert_touches(
        body.replace("# file: shop/follows.py", "# file: site-packages/follows/signals.py")
        + """
# file: site-packages/follows/apps.py
from django.apps import AppConfig
class Config(AppConfig):
    def ready(self):
        import follows.signals
"""
    )


PROXIES = """
from django.db.models.signals import post_save
def forward(to):
    def send(sender, instance, **kwargs):
        Log.objects.create()
    return send
def connect(source, to):
    post_save.connect(forward(to), sender=source, weak=False)
{called}
def work():
    with transaction.atomic():  #> {written}
        Order.objects.create()
"""


@pytest.mark.parametrize(
    ("called", "written"),
    [
        ("", "insert shop_order"),
        ("connect(Order, Stock)", "insert shop_order, insert shop_log"),
        ("connect(Stock, Order)", "insert shop_order"),
    ],
)
def test_a_function_that_connects_what_it_is_handed(called: str, written: str) -> None:
    assert_touches(PROXIES.format(called=called, written=written))
