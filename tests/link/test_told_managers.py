"""Managers that code makes itself, is told the model of, or wraps the methods of."""

from __future__ import annotations

import pytest

from tests.link.linking import assert_touches, linked

MADE = """
class Orders(models.Manager):
    pass

def wrapped(method):
    def run(*args, **kwargs):
        return method(*args, **kwargs)
    return run

class Logged(Orders):
    create = wrapped(Orders.create)

def told(manager, model):
    manager.model = model
    return manager
"""
WAYS = {
    "told its model": "manager = Orders()\n    manager.model = Order",
    "told that of another": "manager = type(Order.objects)()\n    manager.model = Order.objects.model",
    "told in a function": "manager = told(Orders(), Order)",
    "of a class that wraps a method": "manager = Logged()\n    manager.model = Order",
    "of a class made here": """
    made = type("Made", (Orders,), {"create": wrapped(Orders.create)})
    manager = made()
    manager.model = Order""",
}
CALLS = ["manager.create()", "Orders.create(manager)", "wrapped(manager.create)()", "type(manager).create(manager)"]


@pytest.mark.parametrize("way", WAYS)
@pytest.mark.parametrize("call", CALLS)
def test_a_manager_that_code_makes(way: str, call: str) -> None:
    assert_touches(f"""{MADE}
def place():
    {WAYS[way].strip()}
    with transaction.atomic():  #> insert shop_order
        {call}
""")


def test_a_decorator_of_models_replaces_the_methods_of_their_managers() -> None:
    assert_touches("""
class Limited:
    def override(self, method):
        def run(*args, **kwargs):
            if not self.available():
                raise RuntimeError
            return method(*args, **kwargs)
        return run
    def copied(self, manager):
        cls = type(manager)
        made = type(cls.__name__, (cls,), {"create": self.override(cls.create)})()
        made.model = manager.model
        querysets = made._queryset_class
        made._queryset_class = type(querysets.__name__, (querysets,), {"delete": self.override(querysets.delete)})
        return made
    def __call__(self, model):
        model.objects = self.copied(model.objects)
        return model
limited = Limited()
@limited
class Cart(models.Model):
    objects = models.Manager()
@limited
class Basket(models.Model):
    objects = models.Manager()
def place():
    with transaction.atomic():  #> insert shop_cart
        Cart.objects.create()
    with transaction.atomic():  #> delete shop_basket, read shop_basket
        Basket.objects.all().delete()
""")


def test_a_manager_of_no_model_is_a_blind_spot() -> None:
    found = linked(
        {
            "shop/services.py": f"""
from django.db import models, transaction
{MADE}
def place(model):
    manager = told(Orders(), model)
    with transaction.atomic():
        manager.create()
"""
        }
    )
    (spot,) = [spot for one in found.transactions for spot in one.blind_spots]
    assert spot.reason == "a manager of which no model is known"
