"""Loops that keep under each name what they ask for by that name."""

from __future__ import annotations

import pytest

from tests.link.linking import assert_touches

VIEWS = """
from django.views.generic import View
class Noting:
    def __init__(self, **kwargs):
        super().__init__(**kwargs)
        self._noted = []
    def note(self, *args):
        self._noted.extend(args)
    def shown(self):
        context = {}
        for name in self._noted:
            context[name] = getattr(self, name)
        return context
class Orders(Noting, View):
    def get(self, request):
        self.order = Order.objects.get(pk=1)
        self.log = Log.objects.get(pk=1)
        self.note("order", "log")
        with transaction.atomic():  #> update shop_order
            self.shown()["order"].save()
class Stocks(Noting, View):
    def get(self, request):
        self.stock = Stock.objects.get(pk=1)
        self.note("stock")
        with transaction.atomic():  #> update shop_stock
            self.shown()["stock"].save()
"""


def test_what_each_object_has_noted() -> None:
    assert_touches(VIEWS)


@pytest.mark.parametrize(
    ("body", "written"),
    [
        ("held[name] = getattr(row, name)", "update shop_customer"),
        ("held[name] = getattr(row, name, None)", "update shop_customer"),
        ("if name != 'total':\n            held[name] = getattr(row, name)", "update shop_customer"),
        ("held['any'] = getattr(row, name)", "nothing"),
    ],
)
def test_names_that_are_written_down(body: str, written: str) -> None:
    assert_touches(f"""
NAMES = ("total", "customer", "pk", "kind", "note", "stock")
def run(row: Order):
    row.stock = Stock.objects.get(pk=1)
    held = {{}}
    for name in NAMES:
        {body}
    with transaction.atomic():  #> {written}
        held["customer"].save()
""")


def test_many_names_that_are_noted_one_after_the_other() -> None:
    kept = "".join(f"        self.name{number} = {number}\n        self.note('name{number}')\n" for number in range(14))
    assert_touches(f"""{VIEWS}
class Many(Noting, View):
    def get(self, request):
        self.order = Order.objects.get(pk=1)
        self.note("order")
{kept}
        with transaction.atomic():  #> update shop_order
            self.shown()["order"].save()
""")
