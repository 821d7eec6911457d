"""What code does that goes through all that a class holds: it is followed member by member."""

from __future__ import annotations

import pytest

from tests.link.linking import assert_touches


@pytest.mark.parametrize(
    "loop",
    [
        "for name, one in vars(cls).items():\n        if callable(one): setattr(cls, name, transaction.atomic(one))",
        "for name, one in cls.__dict__.items():\n        if callable(one): setattr(cls, name, transaction.atomic(one))",
        "for name in cls.__dict__:\n        setattr(cls, name, transaction.atomic(getattr(cls, name)))",
        "for name in dir(cls):\n        setattr(cls, name, transaction.atomic(getattr(cls, name)))",
        "for name, one in inspect.getmembers(cls, inspect.isfunction):\n        setattr(cls, name, unit(one))",
    ],
)
@pytest.mark.parametrize("called", ["def work():\n    Orders().close()", ""])
def test_a_decorator_of_classes_that_decorates_their_methods(loop: str, called: str) -> None:
    own = "#> insert shop_log" if "unit" in loop else ""
    close, tidy = ("", "") if own else ("#> insert shop_log", "#> insert shop_tag")
    assert_touches(f"""
import inspect
def unit(function):
    def inner(*args):
        with transaction.atomic():  {own and "#> insert shop_log | insert shop_tag"}
            return function(*args)
    return inner
def in_transactions(cls):
    {loop}
    return cls
class Tidying:
    pass
@in_transactions
class Orders(Tidying):
    kind = 1
    def close(self):  {close}
        Log.objects.create()
    def tidy(self):  {tidy}
        Tag.objects.create()
{called}
""")


def test_marked_methods_of_a_class() -> None:
    assert_touches("""
def on(event):
    def mark(function):
        function.event = event
        return function
    return mark
class Handlers:
    @on("placed")
    def place(self):
        Order.objects.create()
    def tidy(self):
        Tag.objects.create()
    def handle(self, event):
        for name, function in vars(type(self)).items():
            if getattr(function, "event", None) == event:
                function(self)
def work():
    with transaction.atomic():  #> insert shop_order
        Handlers().handle("placed")
""")
