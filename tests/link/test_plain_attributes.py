"""What is stored past the rules of a class: by `object.__setattr__`, `super()`, or under a key of `__dict__`."""

from __future__ import annotations

import pytest

from tests.link.linking import assert_touches

MADE = "def __init__(self, held):\n        "
OWN = f"{MADE}self.held = held\n    def __setattr__(self, name, value):\n        "
READ = f"{MADE}self._held = held\n    @property\n    def held(self):\n        return "


@pytest.mark.parametrize(
    "body",
    [
        MADE + 'object.__setattr__(self, "held", held)',
        MADE + 'super().__setattr__("held", held)',
        MADE + 'super(Box, self).__setattr__("held", held)',
        MADE + 'self.__dict__["held"] = held',
        MADE + 'vars(self)["held"] = held',
        MADE + "self.__dict__.update(held=held)",
        OWN + "super().__setattr__(name, value)",
        OWN + "object.__setattr__(self, name, value)",
        OWN + "self.__dict__[name] = value",
        OWN + 'if name == "size":\n            raise AttributeError\n        self.__dict__[name] = value',
        READ + 'object.__getattribute__(self, "_held")',
        READ + 'super().__getattribute__("_held")',
        READ + 'self.__dict__["_held"]',
        READ + 'vars(self)["_held"]',
    ],
)
def test_what_an_object_holds(body: str) -> None:
    assert_touches(f"""
class Box:
    {body}
    size = 0

def work():
    full, other = Box(Order()), Box(Stock())
    with transaction.atomic():  #> insert shop_order
        full.held.save()
""")


def test_a_setter_of_the_class_is_asked_all_the_same() -> None:
    assert_touches("""
class Box:
    @property
    def held(self):
        return self._held
    @held.setter
    def held(self, value):
        value.save()
    def __setattr__(self, name, value):
        object.__setattr__(self, name, value)

def work(box: Box):
    with transaction.atomic():  #> insert shop_order
        box.held = Order()
    with transaction.atomic():  #> nothing
        box.__dict__["held"] = Order()
""")


def test_the_names_of_a_module_are_no_attributes_of_an_object() -> None:
    assert_touches("""
from shop import models as held
def work():
    with transaction.atomic():  #> insert shop_order
        vars(held)["Order"]().save()
""")
