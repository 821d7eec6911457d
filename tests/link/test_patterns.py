"""Names that are made of pieces: each alternative of a piece that varies alone is one."""

from __future__ import annotations

import pytest

from tests.link.linking import assert_touches

NAMES = ("Order", "Log", "Stock", "Tag", "Line", "Customer", "First", "Second", "Third", "Fourth")


@pytest.mark.parametrize("spelled", ['f"{name}Maker"', '"%sMaker" % name', 'name + "Maker"', '"{}Maker".format(name)'])
def test_many_names_in_a_row(spelled: str) -> None:
    rows = [name if name in NAMES[:6] else "Log" for name in NAMES]
    makers = "".join(
        f"class {name}Maker:\n    def save(self):\n        {row}.objects.create()\n"
        for name, row in zip(NAMES, rows, strict=True)
    )
    written = ", ".join(f"insert shop_{name.lower()}" for name in NAMES[:6])
    assert_touches(f"""
# file: shop/makers.py
from shop.models import *
{makers}
# file: shop/services.py
from django.db import transaction
from shop import makers
NAMES = {NAMES}
def work():
    with transaction.atomic():  #> {written}
        for name in NAMES:
            getattr(makers, {spelled})().save()
""")


def test_a_key_of_a_row_by_a_name_with_a_hole() -> None:
    assert_touches("""
def keep(row, name):
    key = getattr(row, f"{name}_id", None)
    if key is not None:
        Log.objects.create()
def change(line: Line, customer: Customer, name):
    with transaction.atomic():  #> insert shop_log
        keep(line, name)
    with transaction.atomic():  #> nothing
        keep(customer, name)
""")


@pytest.mark.parametrize(("ends", "told"), [(3, ()), (30, ("getattr().all", "getattr().all().delete"))])
def test_names_of_related_rows_that_a_pattern_fits(ends: int, told: tuple[str, ...]) -> None:
    names = [f"Part{number}" for number in range(ends)]
    parts = "".join(f"class {name}(models.Model):\n    order = models.ForeignKey(Order, CASCADE)\n" for name in names)
    written = ", ".join(f"delete shop_{name.lower()}" for name in names) if not told else "nothing"
    scan = assert_touches(f"""
# file: shop/models.py
from django.db import models
from django.db.models import CASCADE
class Order(models.Model): ...
{parts}
# file: shop/services.py
from django.db import transaction
from shop.models import Order
def drop(order: Order, name):
    with transaction.atomic():  #> {written}
        getattr(order, f"{{name}}_set").all().delete()
""")
    spots = [spot.reason for one in scan.transactions for spot in one.blind_spots]
    assert spots == [f"call of {one} may be of more than are kept apart" for one in told]
