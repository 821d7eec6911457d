"""Proxies of lazy-object-proxy stand for what their functions give."""

from __future__ import annotations

from tests.link.linking import assert_enters, assert_touches


def test_an_application_of_tasks() -> None:
    assert_enters(
        """
# file: shop/tasks.py
from celery import Celery
from lazy_object_proxy import Proxy
from shop.models import Order
class Keeper:
    def __init__(self):
        self._app = None
    @property
    def app(self):
        if self._app is None:
            self._app = Celery(broker="redis://")
            self._app.config_from_object("shop.celery_config")
        return self._app
def make():
    keeper = Keeper()
    return keeper.app
app: Celery = Proxy(make)
@app.task
def tidy():
    Order.objects.create()
""",
        "task shop.tasks.tidy",
    )


def test_a_service() -> None:
    assert_touches("""
import lazy_object_proxy
class Orders:
    def place(self):
        Order.objects.create()
orders = lazy_object_proxy.Proxy(lambda: Orders())
def work():
    with transaction.atomic():  #> insert shop_order
        orders.place()
""")
