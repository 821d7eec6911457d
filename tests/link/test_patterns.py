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
