"""Which branches run: what is known of the values excludes the others."""

from __future__ import annotations

import pytest

from tests.link.linking import assert_touches, cases, missing

TWO = """
        Log.objects.create(text="a")
    else:
        Tag.objects.create()
"""


HOLDS = [
    ("Order()", "isinstance(x, Order)"),
    ("Order()", "isinstance(x, (Stock, Order))"),
    ("Order()", "not isinstance(x, Stock)"),
    ("Order()", "not isinstance(x, Stock) and isinstance(x, Order)"),
    ("Order()", "isinstance(x, Stock) or isinstance(x, Order)"),
    ("[Order()]", "isinstance(x, list)"),
    ("(Order(),)", "isinstance(x, (list, tuple))"),
    ("[Order()]", "not isinstance(x, (Order, str))"),
    ("Order()", "not isinstance(x, (list, tuple))"),
    ("Order()", "not isinstance(x, dict) and isinstance(x, (str, Order))"),
    ("Order", "isinstance(x, type)"),
    ("'new'", "isinstance(x, str)"),
    ("3", "isinstance(x, (int, float))"),
    ("True", "isinstance(x, int)"),
    ("None", "not isinstance(x, (str, list))"),
    ("[Order()]", "isinstance(x, (list, tuple, set, frozenset))"),
    ("[Order()]", "isinstance(x, (Unread, list))"),
    ("Order()", "isinstance(x, (Unread, Order))"),
    ("[Order()]", "isinstance(x, Sequence)"),
    ("[Order()]", "isinstance(x, (Iterable, int)) and not isinstance(x, Mapping)"),
    ("'new'", "isinstance(x, Sequence) and not isinstance(x, bytes)"),
    ("dict(a=Order())", "isinstance(x, Mapping)"),
    ("3", "isinstance(x, Number)"),
    ("3", "not isinstance(x, (Iterable, complex))"),
    ("Order()", "not isinstance(x, (frozenset, complex))"),
    ("Order", "callable(x) and isinstance(x, Callable)"),
    ("[Order()]", "isinstance(x, list | tuple)"),
    ("Order()", "isinstance(x, Order | None)"),
    ("Order()", "isinstance(x, LISTS + (Order,))"),
    ("Order()", "isinstance(x, (LISTS, (Order, Stock)))"),
    ("later", "asyncio.iscoroutinefunction(x)"),
    ("functools.partial(later)", "inspect.iscoroutinefunction(x)"),
    ("now", "not asyncio.iscoroutinefunction(x)"),
    ("many", "inspect.isgeneratorfunction(x)"),
    ("now", "not inspect.isgeneratorfunction(x)"),
    ("Order", "inspect.isclass(x)"),
    ("Order()", "not inspect.isclass(x)"),
    ("now", "inspect.isfunction(x) and not inspect.ismethod(x)"),
    ("Job().run", "inspect.ismethod(x) and inspect.isroutine(x)"),
    ("now", "isinstance(x, types.FunctionType) and not isinstance(x, type)"),
    ("Job().run", "isinstance(x, types.MethodType)"),
    ("[now]", "not callable(x)"),
    ("[1]", "hasattr(x, '__iter__')"),
    ("'new'", "hasattr(x, 'upper')"),
    ("3", "not hasattr(x, '__iter__')"),
    ("'new'", "type(x) is str"),
    ("3", "type(x) == int"),
    ("[1]", "type(x) is list"),
    ("(1, 2)", "type(x) in (list, tuple) and type(x) is not list"),
    ("Order()", "type(x) is Order"),
    ("Order()", "type(x) == Order"),
    ("Order()", "x is not None"),
    ("Order()", "x"),
    ("Order()", "hasattr(x, 'save')"),
    ("Order", "x is Order"),
    ("Order", "x == Order"),
    ("Order", "issubclass(x, Order)"),
    ("Order", "issubclass(x, models.Model)"),
    ("Order", "x in (Order, Stock)"),
    ("Order", "x is not Stock"),
    ("None", "x is None"),
    ("None", "not x"),
    ("None", "x == None"),
    ("None", "not (x is not None)"),
    ("True", "x"),
    ("False", "not x"),
    ("True", "x is True"),
    ("'new'", "x == 'new'"),
    ("'new'", "x != 'old'"),
    ("'new'", "x in ('new', 'newer')"),
    ("'new'", "x not in ['old', 'older']"),
    ("'new'", "x in {'new', 'newer'}"),
    ("'new'", "x in frozenset({'new', 'newer'})"),
    ("'new'", "x not in set(['old', 'older'])"),
    ("'new'", "x in KNOWN"),
    ("'new'", "x == NEW"),
    ("'new'", "x == State.NEW"),
    ("'new'", "x.startswith('n')"),
    ("3", "x == 3"),
    ("3", "x > 2"),
    ("''", "not x"),
    ("[]", "not x"),
    ("{}", "not x"),
    ("()", "not x"),
    ("State.NEW", "x == 'new'"),
    ("State.NEW", "x == State.NEW"),
    ("State.NEW", "x != State.OLD"),
    ("dict(a=1)", "'a' in x"),
    ("dict(a=1)", "x.get('b') is None"),
    ("dict(a=True)", "x['a']"),
    ("lambda: 1", "callable(x)"),
    ("Order._meta.model", "x is Order"),
    ("Order.__name__", "x == 'Order'"),
    ("Order()", "x.__class__ is Order"),
    ("Order()", "x.__class__.__name__ == 'Order'"),
    ("Order()", "x._meta.model_name == 'order'"),
]
MISSED = {
    "'new' if x.startswith('n')": "what a method of a string is called on keeps no callers apart",
    "dict(a=1) if x.get('b') is None": "a dict of plain values keeps no callers apart",
}


@pytest.mark.parametrize("case", cases([f"{given} if {test}" for given, test in HOLDS], MISSED))
def test_a_test_that_holds(case: str) -> None:
    given, _, test = case.partition(" if ")
    assert_touches(f"""
import asyncio, functools, inspect, types
from collections.abc import Callable, Iterable, Mapping
from numbers import Number
from typing import Sequence
from elsewhere import Unread
NEW = "new"
KNOWN = frozenset({{NEW, "newer"}})
LISTS = (list, tuple)
class Job:
    def run(self):
        pass
def now():
    pass
def many():
    yield 1
async def later():
    pass
class State(models.TextChoices):
    NEW = "new", "New"
    OLD = "old", "Old"
def run(x):
    if {test}:{TWO}
def touch():
    with transaction.atomic():  #> insert shop_log
        run({given})
""")


def test_two_callers_with_two_flags() -> None:
    assert_touches("""
def run(log=False, *, tag=False):
    if log:
        Log.objects.create(text="a")
    if tag:
        Tag.objects.create()
def touch():
    with transaction.atomic():  #> insert shop_log
        run(True)
    with transaction.atomic():  #> insert shop_tag
        run(tag=True)
    with transaction.atomic():  #> nothing
        run()
    with transaction.atomic():  #> insert shop_log, insert shop_tag
        run(True, **{"tag": True})
""")


def test_a_flag_through_two_functions() -> None:
    assert_touches("""
def inner(log):
    if log:
        Log.objects.create(text="a")
def outer(**options):
    inner(options.get("log", False))
def middle(log=False):
    outer(log=log)
def touch():
    with transaction.atomic():  #> insert shop_log
        middle(log=True)
    with transaction.atomic():  #> nothing
        middle()
""")


def test_an_attribute_that_the_database_computes_decides_nothing() -> None:
    assert_touches("""
def view(pk):
    with transaction.atomic():  #> insert shop_log
        order = Order.objects.annotate(has_lines=models.Exists(Line.objects.all())).get(pk=pk)
        if not order.has_lines:
            Log.objects.create(text="a")
        order.has_lines = True
""")


@missing("objects are kept apart by the objects that they are made of, not by constants")
def test_a_flag_in_an_object() -> None:
    assert_touches("""
class Job:
    def __init__(self, log):
        self.log = log
    def run(self):
        if self.log:
            Log.objects.create(text="a")
def touch():
    with transaction.atomic():  #> insert shop_log
        Job(True).run()
    with transaction.atomic():  #> nothing
        Job(False).run()
""")


def test_a_class_attribute_as_a_flag() -> None:
    assert_touches("""
class Job:
    logs = False
    def run(self):
        if self.logs:
            Log.objects.create(text="a")
class LoggedJob(Job):
    logs = True
def touch():
    with transaction.atomic():  #> nothing
        Job().run()
    with transaction.atomic():  #> insert shop_log
        LoggedJob().run()
""")


def test_what_get_or_create_says() -> None:
    assert_touches("""
def touch(pk):
    with transaction.atomic():  #> insert shop_order, insert shop_log
        order, created = Order.objects.get_or_create(pk=pk)
        if created:
            Log.objects.create(text="a")
""")


@pytest.mark.parametrize(
    ("annotation", "written"),
    [
        (' -> "Order | str"', "insert shop_tag"),
        (" -> Union[Order, str]", "insert shop_tag"),
        (" -> Order", "nothing"),
        ("", "nothing"),
    ],
)
def test_what_a_function_is_said_to_give_besides_rows_fails_a_test_for_them(annotation: str, written: str) -> None:
    assert_touches(f"""
from typing import Union
from shop.models import Order, Tag
def find(code){annotation}:
    found = Order.objects.filter(pk=code).first()
    if found is not None:
        return found
    return code.lower()
def work(code):
    with transaction.atomic():  #> {written}
        found = find(code)
        if not isinstance(found, Order):
            Tag.objects.create(pk=found)
""")


@pytest.mark.parametrize("annotation", ["Order | int", "Union[Order, str]", "Order | uuid.UUID | None"])
def test_an_object_or_something_plain(annotation: str) -> None:
    assert_touches(f"""
import uuid
from typing import Union
@transaction.atomic  #> insert shop_log, update shop_order
def run(order: {annotation}):
    if not isinstance(order, Order):
        Log.objects.create(text="asked")
    else:
        Order.objects.filter(pk=order.pk).update(total=1)
""")


@pytest.mark.parametrize(
    ("annotation", "test"),
    [
        ("list[Order] | str", "isinstance(x, str)"),
        ("list[Order] | Unread | None", "not isinstance(x, list)"),
        ("Union[dict, int]", "not isinstance(x, dict)"),
        ("Unread | dict | str", "isinstance(x, Answer)"),
    ],
)
def test_a_collection_or_something_else(annotation: str, test: str) -> None:
    assert_touches(f"""
from typing import Union
from elsewhere import Unread
class Answer(Unread): ...
@transaction.atomic  #> insert shop_log
def run(x: {annotation}):
    if {test}:
        Log.objects.create(text="asked")
""")


def test_an_argument_that_is_left_out() -> None:
    assert_touches("""
class Unset: ...
UNSET = Unset()
@transaction.atomic  #> insert shop_log
def run(number: int | None | Unset = UNSET):
    if not isinstance(number, Unset):
        Log.objects.create(text=number)
def change(data):
    run(data.number)
""")


def test_a_return_before_the_write() -> None:
    assert_touches("""
def run(x):
    if x is None:
        return
    if not isinstance(x, Order):
        raise TypeError
    Log.objects.create(text="a")
def touch():
    with transaction.atomic():  #> nothing
        run(None)
    with transaction.atomic():  #> nothing
        run(Stock())
    with transaction.atomic():  #> insert shop_log
        run(Order())
""")


def test_an_abstract_method_never_goes_on() -> None:
    assert_touches("""
class Base:
    def prepare(self):
        raise NotImplementedError
    def run(self):
        self.prepare()
        Log.objects.create(text="a")
class Job(Base):
    def prepare(self):
        Tag.objects.create()
def touch():
    with transaction.atomic():  #> insert shop_tag, insert shop_log
        Job().run()
""")


@missing("a row that is made without a key is not known to have none")
def test_a_new_row_and_a_stored_one() -> None:
    assert_touches("""
class Cart(models.Model):
    def save(self, *args, **kwargs):
        if self._state.adding:
            Log.objects.create(text="new")
        if self.pk:
            Tag.objects.create()
        super().save(*args, **kwargs)
def touch(pk):
    with transaction.atomic():  #> update shop_cart, insert shop_tag
        Cart.objects.get(pk=pk).save()
    with transaction.atomic():  #> write shop_cart, insert shop_log
        Cart().save()
""")


def test_the_truth_of_a_key_as_a_flag() -> None:
    """`bool(x)` says what `x` says."""
    assert_touches("""
class Cart(models.Model):
    def save(self, *args, **kwargs):
        is_new = not bool(self.pk)
        super().save(*args, **kwargs)
        if is_new:
            Log.objects.create(text="new")
def touch(pk):
    with transaction.atomic():  #> update shop_cart
        Cart.objects.get(pk=pk).save()
    with transaction.atomic():  #> insert shop_cart, insert shop_log
        Cart().save()
""")


def test_isinstance_narrows_what_follows() -> None:
    assert_touches("""
def touch(x: Order | Stock):
    with transaction.atomic():  #> write shop_stock
        if isinstance(x, Stock):
            x.save()
    with transaction.atomic():  #> write shop_order
        if isinstance(x, Stock):
            return
        x.save()
""")


@pytest.mark.parametrize(
    "case",
    [
        "Job() if not isinstance(x, (list, tuple))",
        "Job() if type(x) not in (dict, list, set)",
        "[1] if isinstance(x, (list, tuple))",
        "'new' if isinstance(x, str)",
        "'new' if not isinstance(x, (list, Job))",
        "3 if isinstance(x, (int, float))",
        "None if not isinstance(x, str)",
        "dict(a=Order()) if isinstance(x, dict)",
    ],
)
def test_a_builtin_type(case: str) -> None:
    given, _, test = case.partition(" if ")
    assert_touches(f"""
class Job:
    pass
def touch():
    x = {given}
    with transaction.atomic():  #> insert shop_log
        if {test}:
            Log.objects.create(text="a")
        else:
            Tag.objects.create()
""")


@pytest.mark.parametrize(
    ("test", "expected"),
    [
        ("type(x) in (list, tuple, set, frozenset)", "insert shop_tag"),
        ("type(x) is list", "insert shop_tag"),
        ("type(x) is not Job", "insert shop_tag, write shop_order"),
        ("type(x) not in (Job, Later)", "insert shop_tag"),
        ("type(x) is Job", "insert shop_log"),
        ("type(x) in (dict, Job)", "insert shop_log"),
    ],
)
def test_what_is_exactly_of_a_type(test: str, expected: str) -> None:
    """Whoever else calls this with something unknown does not bring the objects of the project along."""
    assert_touches(f"""
class Job:
    def work(self):
        Log.objects.create(text="a")
class Later(Job):
    def work(self):
        Order().save()
def run(x):
    with transaction.atomic():  #> {expected}
        if {test}:
            x.work()
        else:
            Tag.objects.create()
def touch(anything):
    run(anything or {"Later() if anything.later else Job()" if "Later" in test or "not Job" in test else "Job()"})
""")


@pytest.mark.parametrize("test", ["type(x) in (int, Order)", "isinstance(x, (int, Order))"])
def test_a_model_or_something_else(test: str) -> None:
    """What is not known may be what no class of the project is: a key as well as a row."""
    assert_touches(f"""
def place(x):
    with transaction.atomic():  #> insert shop_log, write shop_order
        if {test}:
            if isinstance(x, int):
                Log.objects.create(text="a")
            else:
                x.save()
""")


def test_a_class_that_may_be_a_builtin_type() -> None:
    assert_touches("""
class Job(dict):
    pass
def touch():
    x = Job()
    with transaction.atomic():  #> insert shop_log, insert shop_tag
        if isinstance(x, (list, dict)):
            Log.objects.create(text="a")
        else:
            Tag.objects.create()
""")


def test_a_match_on_classes_and_constants() -> None:
    assert_touches("""
def run(x):
    match x:
        case Order():
            Log.objects.create(text="a")
        case "tag":
            Tag.objects.create()
        case _:
            Stock.objects.create()
def touch():
    with transaction.atomic():  #> insert shop_log
        run(Order())
    with transaction.atomic():  #> insert shop_tag
        run("tag")
""")


def test_a_setting_as_a_flag_decides_nothing() -> None:
    assert_touches("""
from django.conf import settings
def touch():
    with transaction.atomic():  #> insert shop_log, insert shop_tag
        if settings.LOGGED:
            Log.objects.create(text="a")
        else:
            Tag.objects.create()
# file: config/settings.py
import os
INSTALLED_APPS = ["shop"]
LOGGED = os.environ.get("LOGGED") == "1"
""")


@pytest.mark.parametrize(
    "test", ["settings.LOGGED", "settings.LIMIT > 3", "settings.PLACE", "settings.NOWHERE is None"]
)
def test_what_the_settings_say_outright_decides_nothing(test: str) -> None:
    assert_touches(f"""
from django.conf import settings
def touch():
    with transaction.atomic():  #> insert shop_log, insert shop_tag
        if {test}:
            Log.objects.create(text="a")
        else:
            Tag.objects.create()
# file: config/settings.py
INSTALLED_APPS = ["shop"]
LOGGED = False
LIMIT = 2
PLACE = ""
NOWHERE = None
""")


def test_a_key_that_a_dict_of_somebody_else_lacks_decides_nothing() -> None:
    assert_touches("""
STORE = {}
def store():
    return STORE
def fill():
    held = store()
    held["a"] = True
def touch():
    with transaction.atomic():  #> insert shop_log
        if store().get("a"):
            Log.objects.create(text="a")
    with transaction.atomic():  #> nothing
        own = {"b": 1}
        if own.get("a"):
            Log.objects.create(text="a")
""")


def test_a_row_of_any_model_is_not_one_of_every_model() -> None:
    """That an unknown value is a row says nothing of which: the overrides of all models are not its own."""
    assert_touches("""
def keep(anything, order: Order, item):
    with transaction.atomic():  #> nothing
        if isinstance(anything, models.Model):
            anything.save()
    with transaction.atomic():  #> update shop_order
        if isinstance(order, models.Model):
            order.save()
    with transaction.atomic():  #> update shop_order
        if isinstance(item, Order):
            item.save()
# file: shop/models.py
from django.db import models
class Order(models.Model):
    pass
class Audited(models.Model):
    def save(self, *args, **kwargs):
        Log.objects.create()
class Stock(models.Model):
    pass
class Tag(models.Model):
    pass
class Log(models.Model):
    pass
""")


def test_an_annotation_with_any_model_decides_nothing() -> None:
    assert_touches("""
def find(kind, pk) -> models.Model:
    return registry[kind].get(pk)
def lock(owner: Order | Stock):
    if isinstance(owner, Order):
        Order.objects.select_for_update().get(pk=owner.pk)
    else:
        Stock.objects.select_for_update().get(pk=owner.pk)
def place(kind, order: Order):
    found = find(kind, 1)
    with transaction.atomic():  #> lock shop_order
        lock(order or found)
""")


@pytest.mark.parametrize(
    "test", ["isinstance(x, Order)", "x.__class__.__name__ == 'Order'", "x.__class__ is Order", "type(x) is Order"]
)
def test_what_is_known_of_a_value_decides_beside_the_unknown(test: str) -> None:
    assert_touches(f"""
def run(x):
    if {test}:{TWO}
def touch(found):
    order = found or (Order() if found else None)
    with transaction.atomic():  #> insert shop_log
        run(order)
    tag = found or (Tag() if found else None)
    with transaction.atomic():  #> insert shop_tag
        run(tag)
""")


def test_a_table_of_models_by_the_name_of_the_class() -> None:
    assert_touches("""
KINDS = {"Order": (Log, "order"), "Tag": (Stock, "tag")}
def run(x):
    model, field = KINDS.get(x.__class__.__name__)
    model.objects.create(**{field: x})
def touch(found, flag):
    order = found or (Order() if found else None)
    with transaction.atomic():  #> insert shop_log
        run(order)
    name = "Order" if flag else "Tag"
    with transaction.atomic():  #> insert shop_log, insert shop_stock
        KINDS[name][0].objects.create()
    with transaction.atomic():  #> nothing
        KINDS.get("Line" if flag else "Cart", (None,))[0].objects.create()
""")


def test_a_mixin_of_some_classes_below_an_annotated_one() -> None:
    assert_touches("""
class Marked: pass
class Cart: pass
class Special(Marked, Cart): pass
class Plain(Cart): pass
def run(cart: Cart):
    with transaction.atomic():  #> insert shop_log
        if isinstance(cart, Marked):
            Log.objects.create(text="a")
def run_plain(cart: Plain):
    with transaction.atomic():  #> nothing
        if isinstance(cart, Marked):
            Log.objects.create(text="a")
""")


def test_the_last_operand_of_or_may_be_none() -> None:
    assert_touches("""
def by_name(name):
    return None
def by_number(number):
    if number:
        return Log(text="a")
def work(name, number):
    with transaction.atomic():  #> insert shop_tag
        found = by_name(name) or by_number(number)
        if found:
            return
        Tag.objects.create()
""")


@pytest.mark.parametrize(
    "looked_up",
    ["getattr(module, name, None)", "getattr(load(module), name, None)", 'getattr(module, f"{name}_model", None)'],
)
def test_an_attribute_that_is_not_known_is_not_its_default(looked_up: str) -> None:
    assert_touches(f"""
def work(module, name):
    with transaction.atomic():  #> insert shop_tag
        model = {looked_up}
        if model is None:
            return
        Tag.objects.create()
""")


def test_one_of_several_kinds() -> None:
    assert_touches("""
from django.http import HttpResponse
def search(query):
    if not query:
        return HttpResponse()
    return {"query": query}
def work(query):
    with transaction.atomic():  #> insert shop_tag, insert shop_log
        found = search(query)
        if isinstance(found, HttpResponse):
            Log.objects.create(text="a")
            return found
        Tag.objects.create()
""")


@pytest.mark.parametrize(
    "test", ["if not found:", "if found:\n            return\n        else:", "if len(found) == 0:"]
)
def test_a_queryset_of_the_project_may_find_nothing(test: str) -> None:
    assert_touches(f"""
# file: shop/models.py
from django.db import models
class Paid(models.QuerySet):
    def paid(self):
        return self.filter(total=1)
class Order(models.Model):
    total = models.IntegerField(default=0)
    objects = Paid.as_manager()
class Log(models.Model):
    pass
# file: shop/services.py
from django.db import models, transaction
from shop.models import *
def work():
    with transaction.atomic():  #> insert shop_log, read shop_order
        found = Order.objects.paid()
        {test}
            Log.objects.create()
""")


def test_what_is_guessed_by_a_name_decides_nothing() -> None:
    assert_touches("""
def work(orders):
    with transaction.atomic():  #> insert shop_log, insert shop_tag
        for order in orders:
            if not isinstance(order, dict):
                Tag.objects.create()
                continue
            Log.objects.create()
def other(order):
    with transaction.atomic():  #> insert shop_log, write shop_order?
        order.save()
        if order is None:
            Log.objects.create()
""")


def test_a_wrong_guess_is_forgotten_where_a_test_says_what_it_is() -> None:
    assert_touches("""
def work(order):
    with transaction.atomic():  #> update shop_stock
        if isinstance(order, Stock):
            order.save()
""")


def test_a_variable_that_a_test_binds_anew() -> None:
    assert_touches("""
def is_on():
    return bool(Tag.objects.first())
def write(x, on=False):
    if not on and not (on := is_on()):
        return
    Log.objects.create()
def work():
    with transaction.atomic():  #> insert shop_log
        write(1)
""")


def test_flags_in_a_dict_of_the_settings_decide_nothing() -> None:
    assert_touches("""
from django.conf import settings
def work():
    with transaction.atomic():  #> insert shop_log, insert shop_tag
        if settings.SHOP["LOG"]:
            Log.objects.create()
        if settings.SHOP["DEEP"]["TAG"]:
            Tag.objects.create()
# file: config/settings.py
INSTALLED_APPS = ["shop"]
SHOP = {"LOG": False, "DEEP": {"TAG": None}}
""")


def test_one_test_of_a_class_behind_the_other() -> None:
    assert_touches("""
from thirdparty import fetch
from shop.models import Stock, Tag
def run(key):
    found = fetch(key)
    if isinstance(found, Tag):
        with transaction.atomic():  #> update shop_tag
            found.save(update_fields=["pk"])
    if isinstance(found, Stock):
        with transaction.atomic():  #> update shop_stock
            found.save(update_fields=["pk"])
def order(row: Tag):
    if isinstance(row, Stock):
        with transaction.atomic():  #> no transaction
            row.save()
""")


@pytest.mark.parametrize("kind", ["datetime.date", "uuid.UUID", "decimal.Decimal"])
def test_no_row_is_a_plain_value(kind: str) -> None:
    assert_touches(f"""
import datetime, decimal, uuid
def plain(value, note="a"):
    if isinstance(value, {kind}):
        Tag.objects.create()
    if isinstance(note, {kind}):
        Stock.objects.create()
    return value
def work(order: Order, notes):
    with transaction.atomic():  #> insert shop_log, insert shop_stock
        plain(order, notes)
        plain(order.lines)
        plain(order.customer)
        Log.objects.create()
""")


def test_a_comprehension_asks_each_name() -> None:
    assert_touches("""
def is_other(cls, name):
    return cls is Order and name in ("lines", "tags")
def work(order: Order):
    with transaction.atomic():  #> update shop_order, read shop_customer, no read shop_line, no read shop_tag
        for name in [one for one in ("customer", "lines", "tags") if not is_other(Order, one)]:
            held = getattr(order, name)
            str(held.pk)
            list(held.all())
        order.save()
""")


def test_a_name_that_is_one_of_some() -> None:
    assert_touches("""
class Imports:
    def post(self, request):
        method = request.POST.get("method")
        with transaction.atomic():  #> insert shop_log, insert shop_tag
            if method in ["upload", "file"]:
                return getattr(self, method)()
        with transaction.atomic():  #> nothing
            return getattr(self, method)()
    def upload(self):
        Log.objects.create(text="a")
    def file(self):
        Tag.objects.create()
    def other(self):
        Stock.objects.create()
""")


@pytest.mark.parametrize(
    "test",
    [
        "known() and Order.__name__ == 'Line'",
        "hasattr(x, 'unheard') and kept.kind == 'old'",
        "known() and known() and kept.kind == 'old' and known()",
        "(known() or x) and (known() and kept.kind == 'old')",
    ],
)
def test_one_part_that_fails(test: str) -> None:
    assert_touches(f"""
class Kept:
    kind = "new"
kept = Kept()
def work(x, known):
    with transaction.atomic():  #> insert shop_log
        if {test}:
            Stock.objects.create()
        else:
            Log.objects.create()
""")


def test_what_a_part_gives_that_does_not_fail() -> None:
    assert_touches("""
def work(x, known):
    with transaction.atomic():  #> update shop_order
        found = known() and Order.objects.first()
        if found:
            found.save()
""")


def test_functions_beside_texts() -> None:
    assert_touches("""
def first(order): order.save()
def second(order): order.tags.clear()
def third(order): Log.objects.create()
def fourth(order): order.save()
class Page:
    actions = [first, second, third, fourth, "delete_selected"]
    def run(self, order: Order):
        with transaction.atomic():  #> update shop_order, delete shop_order_tags, insert shop_log
            for action in self.actions:
                if isinstance(action, str):
                    getattr(self, action)(order)
                else:
                    action(order)
""")


@pytest.mark.parametrize("nothing", ["None", "False"])
@pytest.mark.parametrize("classes", ["dict", "Order", "(list, tuple)"])
def test_what_a_function_gives_where_it_has_nothing_decides_no_test(nothing: str, classes: str) -> None:
    assert_touches(f"""
import somewhere
def unsigned(token):
    try:
        return somewhere.loads(token)
    except ValueError:
        return {nothing}
def work(token):
    with transaction.atomic():  #> insert shop_log
        value = unsigned(token)
        if not isinstance(value, {classes}):
            return
        Log.objects.create(text="a")
""")


@pytest.mark.parametrize(
    ("test", "called"),
    [("callable(x)", "x()"), ("inspect.isfunction(x)", "x()"), ("inspect.isroutine(x)", "x()")],
)
def test_what_is_a_function_or_a_row(test: str, called: str) -> None:
    assert_touches(f"""
import inspect
def logs():
    Log.objects.create(text="a")
def run(x):
    if {test}:
        {called}
    else:
        x.save()
def touch(flag):
    with transaction.atomic():  #> insert shop_log, insert shop_tag
        run(logs if flag else Tag())
""")
    assert_touches(f"""
import inspect
def logs():
    Log.objects.create(text="a")
def run(x):
    if not {test}:
        Stock.objects.create()
def touch(flag):
    with transaction.atomic():  #> nothing
        run(logs)
""")


@pytest.mark.parametrize(
    "flags",
    [
        "seen = seen or row",
        "seen = not row and seen",
        "known = seen or row\n            seen = known or row",
    ],
)
def test_a_flag_that_is_made_of_itself(flags: str) -> None:
    """What a flag was made of names its old value: it is not asked for itself without end."""
    assert_touches(f"""
def work(rows):
    with transaction.atomic():  #> insert shop_log
        for row in rows:
            {flags}
            if seen:
                Log.objects.create(text="a")
            else:
                Log.objects.create(text="b")
""")
