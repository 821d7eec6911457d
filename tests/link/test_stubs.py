"""A function that does nothing takes the place of a method: nobody who calls the method is tied to it."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tests.link.linking import assert_touches

if TYPE_CHECKING:
    from boundary.model.scan import Scan

STUBS = {
    "logs": "def refuse(*args, **kwargs):\n    logger.error('Unable to save a sample')",
    "raises": "def refuse(*args, **kwargs):\n    raise TypeError('a sample')",
    "gives nothing": "def refuse(*args, **kwargs):\n    'not saved'\n    return None",
    "is a lambda": "refuse = lambda *args, **kwargs: None",
}
SOURCE = """
# file: shop/samples.py
import logging
from django.db import transaction
from shop.models import Log, Order
logger = logging.getLogger(__name__)
{stub}
def sample(order):
    order.save = refuse
    return order

# file: shop/services.py
from django.db import transaction
from shop.models import Order
from shop.samples import sample
@transaction.atomic  #> update shop_order{more}
def change(key):
    order = Order.objects.get(pk=key)
    order.save()
def show(key):
    return sample(Order.objects.get(pk=key)).id
"""


@pytest.mark.parametrize("stub", list(STUBS.values()), ids=list(STUBS))
def test_what_does_nothing_in_the_place_of_a_method(stub: str) -> None:
    assert _called_by_change(assert_touches(SOURCE.format(stub=stub, more=""))) == set()


@pytest.mark.parametrize(
    "other",
    [
        "def refuse(*args, **kwargs):\n    Log.objects.create()",
        "def refuse(*args, **kwargs):\n    return note()\ndef note():\n    Log.objects.create()",
        "def refuse(*args, **kwargs):\n    logger.error(Log.objects.create())",
    ],
)
def test_what_does_something_there(other: str) -> None:
    assert _called_by_change(assert_touches(SOURCE.format(stub=other, more=", insert shop_log"))) == {
        "shop.samples.refuse"
    }


def _called_by_change(scan: Scan) -> set[str]:
    calls = [one for one in scan.couplings if one.kind == "call" and one.function == "shop.services.change"]
    return {one.target for one in calls}
