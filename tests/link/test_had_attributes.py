"""Whether an object has a method that only some of the classes have into which its mixin is mixed."""

from __future__ import annotations

import pytest

from tests.link.linking import assert_touches

ASKED = {
    "as a test": "if hasattr(self, 'more'):",
    "with a default": "more = getattr(self, 'more', None)\n            if more:",
}
HAVING = {
    "a class that has it": ("def more(self): Log.objects.create()", "", "insert shop_log, insert shop_stock"),
    "one that has it not": ("pass", "", "insert shop_tag"),
    "one below which others have it": (
        "pass",
        "class Below(Mine):\n    def work(self): pass\n    def more(self): pass",
        "insert shop_tag",
    ),
    "one that is given it": (
        "pass",
        "Mine.more = lambda self: Log.objects.create()",
        "insert shop_log, insert shop_stock",
    ),
    "one that is given something": (
        "def give(self, name): setattr(self, name, Log.objects.create)",
        "",
        "insert shop_stock, insert shop_tag",
    ),
    "one whose base is not read": (
        "pass",
        "from elsewhere import Base\nclass Mine(Mixin, Base): pass",
        "insert shop_stock, insert shop_tag",
    ),
}
"""What stands in the class, and what behind it; what is written."""


@pytest.mark.parametrize("asked", ASKED)
@pytest.mark.parametrize("case", HAVING)
def test_a_mixin_asks_for_a_method(case: str, asked: str) -> None:
    own, behind, written = HAVING[case]
    assert_touches(f"""
class Mixin:
    def work(self):
        with transaction.atomic():  #> {written}
            {ASKED[asked]}
                Stock.objects.create()
                self.more()
            else:
                Tag.objects.create()
class Other:
    def more(self):
        Order.objects.create()
class Mine(Mixin):
    {own}
{behind}
def work():
    Mine().work()
""")


@pytest.mark.parametrize("asked", ["not hasattr(cls, 'kept')", "getattr(cls, 'kept', None) is None"])
def test_a_class_has_not_yet_what_it_is_given(asked: str) -> None:
    assert_touches(f"""
class Mine:
    @classmethod
    def first(cls):
        if {asked}:
            cls.kept = Stock.objects.create()
        return cls.kept
def work():
    with transaction.atomic():  #> insert shop_stock
        Mine.first()
""")


@pytest.mark.parametrize("asked", ["hasattr(plain, 'place')", "getattr(plain, 'place', None)"])
@pytest.mark.parametrize(
    ("held", "written"),
    [
        ("def place(): ...", "insert shop_log"),
        ("class place: ...", "insert shop_log"),
        ("if FAST:\n    def place(): ...", "insert shop_log, insert shop_tag"),
        ("place = made()", "insert shop_log, insert shop_tag"),
    ],
)
def test_a_module_has_what_stands_at_its_top(held: str, written: str, asked: str) -> None:
    assert_touches(f"""
# file: shop/plain.py
from company import FAST, made
{held}
# file: shop/services.py
from django.db import transaction
from shop import plain
from shop.models import Log, Tag
def work():
    with transaction.atomic():  #> {written}
        if {asked}:
            Log.objects.create()
        else:
            Tag.objects.create()
""")
