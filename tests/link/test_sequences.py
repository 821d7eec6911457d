"""Classes that derive from `list`, `set` or a deque: what is put into their objects comes out again."""

from __future__ import annotations

import pytest

from tests.link.linking import assert_touches

CASES = [
    "rows = Rows([Order()])\n        rows[0].save()",
    "rows = Rows()\n        rows.append(Order())\n        rows.pop().save()",
    "rows = Rows()\n        rows.extend([Order()])\n        for row in rows:\n            row.save()",
    "rows = Rows()\n        rows.insert(0, Order())\n        [row.save() for row in rows.copy()]",
    "rows = Rows()\n        rows.put(Order())\n        rows.stored()",
    "rows = Filled([Order()])\n        for row in rows:\n            row.save()",
    "rows = Below([Order()])\n        rows.stored()",
    "rows = Unique()\n        rows.add(Order())\n        for row in rows:\n            row.save()",
    "rows = Kept()\n        rows.append(Order())\n        rows[0].save()",
]


@pytest.mark.parametrize("statements", CASES)
def test_what_is_put_in_comes_out(statements: str) -> None:
    assert_touches(f"""
from collections import UserList
class Rows(list):
    def put(self, row):
        self.append(row)
    def stored(self):
        for row in self:
            row.save()
class Filled(list):
    def __init__(self, rows):
        super().__init__(rows)
class Below(Rows):
    def append(self, row):
        super().append(row)
class Unique(set):
    pass
class Kept(UserList):
    pass
def work():
    with transaction.atomic():  #> insert shop_order
        {statements}
""")


def test_two_objects_of_one_class_hold_their_own() -> None:
    assert_touches("""
class Rows(list):
    pass
def work():
    orders = Rows([Order()])
    tags = Rows([Tag()])
    with transaction.atomic():  #> insert shop_order
        orders[0].save()
    with transaction.atomic():  #> insert shop_tag
        tags[0].save()
""")


def test_what_a_base_collects_for_one_class_is_not_that_of_another() -> None:
    assert_touches("""
class Rows(list):
    removed = []

class Base:
    def __init__(self, rows):
        self.rows = rows
        self.kept = None

    def check(self):
        kept = Rows()
        for row in self.rows:
            kept.append(row)
        kept.removed = list(self.rows)
        self.kept = kept

    def save(self):
        for row in self.kept:
            row.save()
        for row in self.kept.removed:
            row.delete()

class Tags(Base):
    pass

class Orders(Base):
    pass

def tags(tag: Tag):
    form = Tags([tag])
    form.check()
    with transaction.atomic():  #> update shop_tag, delete shop_tag, delete shop_order_tags
        form.save()

def orders(log: Log):
    form = Orders([log])
    form.check()
    with transaction.atomic():  #> update shop_log, delete shop_log
        form.save()
""")
