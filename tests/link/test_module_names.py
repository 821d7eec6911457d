"""Classes that are found among all that a module holds."""

from __future__ import annotations

import pytest

from tests.link.linking import assert_touches

FOUND = """
# file: shop/kinds.py
import inspect
import sys
from shop.models import Customer, Log, Order, Stock, Tag

class Kind:
    model = Tag

class Sale(Kind):
    model = Order

class Delivery(Kind):
    model = Stock

def helper():
    return Log

# file: shop/services.py
import inspect
from django.db import transaction
from shop import kinds
from shop.kinds import *

def work():
    with transaction.atomic():  #> {expected}
        {code}
"""
CASES = {
    "[one.model.objects.create() for one in vars(kinds).values() if isinstance(one, type) and issubclass(one, Kind)]": (
        "insert shop_tag, insert shop_order, insert shop_stock"
    ),
    "for one in vars(kinds).values():\n            if issubclass(one, Sale): one.model.objects.create()": (
        "insert shop_order"
    ),
    "for name, one in vars(kinds).items():\n            if issubclass(one, Sale): one.model.objects.create()": (
        "insert shop_order"
    ),
    "[one.model.objects.create() for _, one in inspect.getmembers(kinds, inspect.isclass) if issubclass(one, Sale)]": (
        "insert shop_order"
    ),
    "globals().get('Sale').model.objects.create()": "insert shop_order",
    "kinds.__dict__.get('Sale').model.objects.create()": "insert shop_order",
    "for one in kinds.__dict__.values():\n            if hasattr(one, 'model'): one.model.objects.create()": (
        "insert shop_tag, insert shop_order, insert shop_stock"
    ),
}


@pytest.mark.parametrize(("source", "expected"), list(CASES.items()), ids=list(CASES))
def test_classes_of_a_module(source: str, expected: str) -> None:
    assert_touches(FOUND.format(code=source, expected=expected))


def test_a_class_that_a_base_looks_for() -> None:
    others = "".join(f"class Other{number}:\n    pass\n" for number in range(60))
    assert_touches(f"""
# file: shop/kinds.py
from django.db import models, transaction

class Kind(models.Model):
    class Meta:
        abstract = True

    @classmethod
    def child(cls, name):
        classes = (one for one in globals().values() if isinstance(one, type))
        children = (one for one in classes if issubclass(one, cls))
        for found in children:
            if found.name is name:
                return found
        raise NameError(name)

class Package(Kind):
    class Meta:
        abstract = True

class Wheel(Package):
    name = "wheel"

class Image(Package):
    name = "image"

class Build(Kind):
    pass

{others}

def save(name):
    with transaction.atomic():  #> insert shop_wheel, insert shop_image
        Package.child(name).objects.create()
""")


def test_a_module_that_is_called_as_a_method_of_dicts() -> None:
    assert_touches("""
# file: shop/__init__.py
# file: shop/items.py
from shop.models import Log

def write():
    Log.objects.create()

# file: shop/work.py
import shop.items
from django.db import transaction

def work():
    with transaction.atomic():  #> insert shop_log
        shop.items.write()
""")


@pytest.mark.parametrize(
    ("imported", "made"),
    [
        ("from shop.events_pb2 import Placed", "Placed(order_id=1)"),
        ("from shop import events_pb2", "events_pb2.Placed()"),
    ],
)
def test_messages_that_protoc_makes_touch_nothing(imported: str, made: str) -> None:
    scan = assert_touches(f"""
# file: shop/events_pb2.py
from google.protobuf import descriptor_pool as _descriptor_pool
from google.protobuf.internal import builder as _builder
DESCRIPTOR = _descriptor_pool.Default().AddSerializedFile(b"events.proto")
_globals = globals()
_builder.BuildTopDescriptorsAndMessages(DESCRIPTOR, "events_pb2", _globals)
# file: shop/services.py
from django.db import transaction
from shop.models import Log
{imported}

def work():
    with transaction.atomic():  #> insert shop_log
        event = {made}
        Log.objects.create(text=event.SerializeToString())
""")
    assert not [spot for one in scan.transactions for spot in one.blind_spots]
