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


RUNNER = """
import inspect
def step(function):
    function.step = True
    return function
def is_step(one):
    return getattr(one, "step", False)
class Runner:
    def work(self):
        # run
    @step
    def save_it(self):
        Tag.objects.create()
    def tidy(self):
        Log.objects.create()
def work():
    with transaction.atomic():  #> insert shop_tag
        Runner().work()
"""

NAMED = {
    "if name.startswith('save_'):": "run()",
    "if not name.startswith('save_'):": "continue\n            run()",
    "if name.endswith('_it'):": "run()",
    "if callable(run) and name.startswith('save_'):": "run()",
}
MARKED = {
    "if hasattr(run, 'step'):": "run()",
    "if getattr(run, 'step', False):": "run()",
}
PICKED = "name, run in inspect.getmembers(self, inspect.ismethod) if name.startswith('save')"
KEPT = {
    "a list": f"for run in [run for {PICKED}]:",
    "a dict": f"for run in {{name: run for {PICKED}}}.values():",
    "a test of the project": "for name, run in inspect.getmembers(self, is_step):",
    "a lambda": "for name, run in inspect.getmembers(self, lambda one: hasattr(one, 'step')):",
}


@pytest.mark.parametrize("members", ["self, inspect.ismethod", "self"])
@pytest.mark.parametrize("test", NAMED)
def test_the_methods_of_an_object_that_are_called_so(test: str, members: str) -> None:
    assert_touches(
        RUNNER.replace(
            "# run",
            f"""
        for name, run in inspect.getmembers({members}):
            {test}
                {NAMED[test]}""",
        )
    )


@pytest.mark.parametrize("test", MARKED)
def test_the_methods_of_an_object_that_are_marked(test: str) -> None:
    assert_touches(
        RUNNER.replace(
            "# run",
            f"""
        for name, run in inspect.getmembers(self, inspect.ismethod):
            {test}
                {MARKED[test]}""",
        )
    )


@pytest.mark.parametrize("case", KEPT)
def test_the_methods_of_an_object_that_are_picked(case: str) -> None:
    assert_touches(
        RUNNER.replace(
            "# run",
            f"""
        {KEPT[case]}
            run()""",
        )
    )


def test_the_functions_of_a_module_that_a_test_leaves() -> None:
    assert_touches("""
import inspect
from shop import steps
def work():
    with transaction.atomic():  #> insert shop_tag
        for name, function in inspect.getmembers(steps, inspect.isfunction):
            if name.startswith("step_"):
                function(Tag)
# file: shop/steps.py
def step_one(model):
    model.objects.create()
def tidy(model):
    model.objects.all().delete()
""")
