"""Attributes that code gives to classes of other modules, sooner or later than they are asked for."""

from __future__ import annotations

import pytest

from tests.link.linking import assert_touches

PATCHES = {
    "a function": "def patch():\n    Keeper.keep = kept",
    "a function that a module calls": "def patch(cls, f):\n    cls.keep = f\npatch(Keeper, kept)",
    "a transaction": "@transaction.atomic\ndef patch():\n    Keeper.keep = kept",
    "a method": "class Patch:\n    def run(self):\n        Keeper.keep = kept\ndef go():\n    Patch().run()",
    "setattr": "def patch():\n    setattr(Keeper, 'keep', kept)",
    "one for a class above": "def patch():\n    Above.keep = kept",
}


@pytest.mark.parametrize("patch", PATCHES.values(), ids=PATCHES)
@pytest.mark.parametrize("patching", ["aaa", "zzz"])
def test_a_patch_counts_wherever_it_stands(patch: str, patching: str) -> None:
    assert_touches(f"""
from shop.other import Below
def work():
    with transaction.atomic():  #> insert shop_log
        Below().keep()
# file: shop/other.py
class Above:
    pass
class Keeper(Above):
    pass
class Below(Keeper):
    pass
# file: shop/{patching}.py
from django.db import transaction
from shop.models import *
from shop.other import Above, Keeper
def kept(self):
    Log.objects.create()
{patch}
""")


GIVEN = {
    "an assignment": "def patch():\n    Order.save = patched()",
    "add_to_class": "def patch():\n    Order.add_to_class(name='save', value=patched())",
    "an app that is ready": """from django.apps import AppConfig
class Shop(AppConfig):
    def ready(self):
        Order.add_to_class('save', patched())""",
}


@pytest.mark.parametrize("patch", GIVEN.values(), ids=GIVEN)
@pytest.mark.parametrize("patching", ["aaa", "zzz"])
def test_a_method_that_takes_the_place_of_an_inherited_one_calls_it(patch: str, patching: str) -> None:
    assert_touches(f"""
def work():
    Order.objects.create()
# file: shop/{patching}.py
from django.apps import apps
from django.db import transaction
from shop.models import *
def patched():
    kind = apps.get_model(app_label="shop", model_name="Order")
    before = kind.save
    def save(self, *args, **kwargs):
        with transaction.atomic():  #> write shop_order, insert shop_log
            before(self, *args, **kwargs)
            Log.objects.create()
    return save
{patch}
""")


def test_a_field_takes_no_method_s_place() -> None:
    assert_touches("""
from django.db.models import CharField
Order.add_to_class("save", CharField(max_length=5))
def work():
    with transaction.atomic():  #> write shop_order
        Order().save()
""")


def test_what_each_class_below_is_given_takes_no_other_s_place() -> None:
    assert_touches("""
class Page:
    def __init_subclass__(cls):
        def run():
            cls.work()
        cls.run = run
class Orders(Page):
    @classmethod
    def work(cls):
        Order.objects.create()
class Special(Orders):
    @classmethod
    def work(cls):
        Log.objects.create()
def work():
    with transaction.atomic():  #> insert shop_log
        Special.run()
""")
