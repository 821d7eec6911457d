"""Functions that functions make: apart where they look at what is around them, one for all where they do not."""

from __future__ import annotations

import pytest

from tests.link.linking import assert_touches

LOOKING_OUT = {
    "at a parameter": """
    def run():
        return model.objects.create()
    return run
""",
    "at a variable": """
    held = [model]
    def run():
        return held[0].objects.create()
    return run
""",
    "in a default": """
    def run(held=model):
        return held.objects.create()
    return run
""",
    "from further inside": """
    def run():
        def inner():
            return model.objects.create()
        return inner()
    return run
""",
    "at what `:=` binds": """
    if (held := model) is not None:
        def run():
            return held.objects.create()
    return run
""",
    "at what is set by another": """
    held = None
    def fill():
        nonlocal held
        held = model
    def run():
        return held.objects.create()
    fill()
    return run
""",
}


@pytest.mark.parametrize("body", LOOKING_OUT)
def test_a_function_looks_out(body: str) -> None:
    assert_touches(f"""
def made(model):{LOOKING_OUT[body]}
def buy():
    with transaction.atomic():  #> insert shop_order
        made(Order)()
def note():
    with transaction.atomic():  #> insert shop_log
        made(Log)()
""")


def test_a_function_in_a_method_asks_for_its_object() -> None:
    assert_touches("""
class Base:
    def save(self):
        self.model.objects.create()
class Sale(Base):
    def save(self):
        def inner():
            super(Sale, self).save()
        inner()
class OrderSale(Sale):
    model = Order
class LogSale(Sale):
    model = Log
def buy():
    with transaction.atomic():  #> insert shop_order
        OrderSale().save()
def note():
    with transaction.atomic():  #> insert shop_log
        LogSale().save()
""")


CROWD = range(40)
"""More callers than keep constants apart."""
CALLERS = "".join(
    f"""
def ask_{number}():
    with transaction.atomic():  #> insert shop_{("order", "log")[number % 2]}
        get_action("make_{number}")({{}}, 1)
"""
    for number in CROWD
)
ACTIONS = "".join(
    f"""
def make_{number}(context, data):
    {("Order", "Log")[number % 2]}.objects.create()
"""
    for number in CROWD
)


@pytest.mark.parametrize(
    "wrap",
    [
        "_actions[key] = make(action)",
        "fresh[key] = make(action)",
        "pass",
    ],
)
def test_a_registry_that_wraps_what_a_crowd_asks_for(wrap: str) -> None:
    assert_touches(f"""
# file: shop/actions.py
from shop.models import *
{ACTIONS}
# file: shop/registry.py
import functools, inspect
from shop import actions
_actions = {{}}
def get_action(name):
    if _actions:
        return _actions[name]
    for key, value in inspect.getmembers(actions, inspect.isfunction):
        _actions[key] = value
    fresh = {{}}
    for key, action in _actions.items():
        def make(action):
            @functools.wraps(action)
            def wrapped(context=None, data=None):
                return action(context, data)
            return wrapped
        {wrap}
    _actions.update(fresh)
    return _actions[name]
# file: shop/services.py
from django.db import transaction
from shop.models import *
from shop.registry import get_action
{CALLERS}""")


@pytest.mark.parametrize("found", ["ACTIONS[name]", "ACTIONS.get(name)"])
def test_a_registry_that_a_crowd_asks(found: str) -> None:
    known = ", ".join(f'"make_{number}": make_{number}' for number in CROWD)
    assert_touches(f"""
{ACTIONS}
ACTIONS = {{{known}}}
def get_action(name):
    return {found}
{CALLERS}""")


INSIDE = {
    "a function": "def body():\n                {statement}\n            body()",
    "a lambda": "(lambda: {statement})()",
    "a function in a function": "def body():\n                def inner():\n                    {statement}\n"
    "                inner()\n            body()",
    "a function that is handed on": "call(lambda: {statement})",
    "a function that is run later": "transaction.on_commit(lambda: {statement})",
    "a partial": "functools.partial(lambda: {statement})()",
}
CALL = """
import functools
def call(what):
    what()
"""


@pytest.mark.parametrize("inside", INSIDE)
def test_each_round_of_a_loop_has_its_variables(inside: str) -> None:
    body = INSIDE[inside].format(statement="model.objects.create()")
    expected = "insert shop_log | insert shop_tag" if "later" not in inside else "nothing"
    scan = assert_touches(f"""{CALL}
def work():
    for model in (Log, Tag):
        with transaction.atomic():  #> {expected}
            {body}
""")
    assert {access.table for access in scan.accesses if access.op == "insert"} == {"shop_log", "shop_tag"}


@pytest.mark.parametrize("inside", INSIDE)
def test_a_variable_that_follows_from_that_of_a_loop(inside: str) -> None:
    body = INSIDE[inside].format(statement="rows.update(x=1)")
    expected = "update shop_log | update shop_tag" if "later" not in inside else "nothing"
    assert_touches(f"""{CALL}
def work():
    for model in (Log, Tag):
        rows = model.objects
        with transaction.atomic():  #> {expected}
            {body}
""")


@pytest.mark.parametrize("inside", INSIDE)
def test_behind_a_test_of_what_a_variable_is(inside: str) -> None:
    body = INSIDE[inside].format(statement="row.save()")
    stock, tag = ("update shop_stock", "update shop_tag") if "later" not in inside else ("nothing", "nothing")
    assert_touches(f"""{CALL}
from house import fetch
def work(key):
    row = fetch(key)
    if isinstance(row, Stock):
        with transaction.atomic():  #> {stock}
            {body}
    if isinstance(row, Tag):
        with transaction.atomic():  #> {tag}
            {body}
""")


@pytest.mark.parametrize(
    ("test", "expected"),
    [
        ("if isinstance(row, Stock):", "update shop_stock"),
        ("if not isinstance(row, Order):", "update shop_stock"),
        ("if isinstance(row, Log):", "nothing"),
        ("if isinstance(row, Order) or isinstance(row, Stock):", "update shop_order, update shop_stock"),
    ],
)
def test_a_test_in_the_inner_function(test: str, expected: str) -> None:
    assert_touches(f"""
def work(row: Order | Stock):
    def body():
        {test}
            row.save()
    with transaction.atomic():  #> {expected}
        body()
""")


def test_a_variable_that_grows_is_all_that_it_may_be() -> None:
    assert_touches("""
def work(flag):
    model = Log
    def body():
        model.objects.create()
    with transaction.atomic():  #> insert shop_log, insert shop_tag
        body()
    if flag:
        model = Tag
        with transaction.atomic():  #> insert shop_log, insert shop_tag
            body()
""")


def test_a_variable_that_an_inner_function_sets() -> None:
    assert_touches("""
def work():
    model = Log
    def change():
        nonlocal model
        model = Tag
    def body():
        model.objects.create()
    change()
    with transaction.atomic():  #> insert shop_log, insert shop_tag
        body()
""")


def test_what_a_comprehension_binds_is_no_variable_around_it() -> None:
    assert_touches("""
def work():
    model = Order
    [model.objects.count() for model in [Log]]
    with transaction.atomic():  #> insert shop_order
        (lambda: model.objects.create())()
""")


def test_a_collection_is_filled_in_the_round_of_a_loop_too() -> None:
    assert_touches("""
def work():
    made = []
    for model in (Log, Tag):
        def body():
            made.append(model())
        body()
    with transaction.atomic():  #> insert shop_log, insert shop_tag
        for row in made:
            row.save()
""")


@pytest.mark.parametrize(
    "made",
    [
        "[lambda model=model: model.objects.create() for model in (Log, Tag)]",
        "list({one: lambda model=model: model.objects.create() for one, model in PAIRS.items()}.values())",
    ],
)
def test_a_default_is_what_a_comprehension_at_the_top_binds(made: str) -> None:
    assert_touches(f"""
PAIRS = {{"log": Log, "tag": Tag}}
MAKERS = {made}
def work():
    with transaction.atomic():  #> insert shop_log, insert shop_tag
        for make in MAKERS:
            make()
""")
