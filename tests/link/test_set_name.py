"""Objects in the bodies of classes learn their names there: `__set_name__`."""

from __future__ import annotations

import pytest

from tests.link.linking import assert_touches

CASES = {
    "a descriptor that forwards": """
class Forwarded:
    def __set_name__(self, owner, name):
        self.name = name
    def __get__(self, instance, owner):
        return getattr(instance.row, self.name)
class Page:
    tags = Forwarded()
    lines = Forwarded()
    def __init__(self):
        self.row = Order.objects.get()
def work():
    page = Page()
    with transaction.atomic():  #> insert shop_order_tags
        page.tags.add(Tag())
    with transaction.atomic():  #> delete shop_line
        page.lines.all().delete()
""",
    "one that is made with something": """
class Plural:
    def __init__(self, suffix):
        self.suffix = suffix
    def __set_name__(self, owner, name):
        self.name = name + self.suffix
    def __get__(self, instance, owner):
        return getattr(instance.row, self.name)
class Page:
    tag = Plural("s")
    line = Plural("s")
    def __init__(self):
        self.row = Order.objects.get()
def work():
    with transaction.atomic():  #> delete shop_line
        Page().line.all().delete()
""",
    "one that keeps what it is given": """
class Kept:
    def __set_name__(self, owner, name):
        self.name = name
    def __get__(self, instance, owner):
        return self if instance is None else instance.__dict__[self.name]
    def __set__(self, instance, value):
        instance.__dict__[self.name] = value
class Page:
    log = Kept()
    stock = Kept()
    def __init__(self, log, stock):
        self.log, self.stock = log, stock
def work():
    page = Page(Log(), Stock())
    with transaction.atomic():  #> insert shop_log
        page.log.save()
    with transaction.atomic():  #> insert shop_stock
        page.stock.save()
""",
    "a registry of each class": """
class Part:
    def __init__(self, model):
        self.model = model
    def __set_name__(self, owner, name):
        owner.parts[name] = self
class Pages:
    def make(self):
        with transaction.atomic():  #> insert shop_tag, insert shop_log | insert shop_stock
            for part in self.parts.values():
                part.model.objects.create()
class Orders(Pages):
    parts = {}
    tag = Part(Tag)
    log = Part(Log)
class Stocks(Pages):
    parts = {}
    stock = Part(Stock)
def work():
    Orders().make()
    Stocks().make()
""",
}


@pytest.mark.parametrize("source", CASES.values(), ids=CASES)
def test_names_that_are_told(source: str) -> None:
    assert_touches(source)


def test_an_object_that_is_told_its_name_is_a_part_of_one_of_many() -> None:
    parts = range(20)
    assert_touches(f"""
class Named:
    def __set_name__(self, owner, name):
        self.name = name
class Owner:
    field = Named()
class Editor:
    def __init__(self, part):
        self.part = part
    def save(self):
        Order.objects.create()
{"".join(f"class Part{one}: pass{chr(10)}" for one in parts)}
def work():
{"".join(f"    Editor(Part{one}()).save(){chr(10)}" for one in parts)}
    with transaction.atomic():  #> insert shop_order
        Editor(Owner.field).save()
""")
