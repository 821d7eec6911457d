"""Arguments of which only the first are known keep those apart, on their way through `*args`."""

from __future__ import annotations

import pytest

from tests.link.linking import assert_touches


def test_a_wrapper_that_is_called_with_anything() -> None:
    assert_touches("""
from functools import wraps
def run(description, function, *args, **kwargs):
    return function(*args, **kwargs)
def in_background(description):
    def decorator(function):
        @wraps(function)
        def wrapper(self, *args, **kwargs):
            return run(description, function, self, *args, **kwargs)
        return wrapper
    return decorator
class Service:
    def write(self):
        Log.objects.create(text="a")
    @in_background("touch")
    def touch(self, which):
        with transaction.atomic():  #> insert shop_log
            self.write()
""")


def test_the_first_of_more_arguments() -> None:
    assert_touches("""
def run(function, *args):
    with transaction.atomic():  #> insert shop_log | insert shop_tag
        first = args[0]
        return function(first)
def work(model):
    model.objects.create()
def touch(*more):
    run(work, Log, *more)
def other(*more):
    run(work, Tag, *more)
def unknown(*more):
    run(work, *more)
""")


def test_a_flag_that_only_some_callers_set() -> None:
    assert_touches("""
def fetch(row, **kwargs):
    if isinstance(kwargs.get("data"), list):
        kwargs["many"] = True
    return make(row, **kwargs)
def make(row, **kwargs):
    if kwargs.pop("many", False):
        return None
    row.save()
def touch(order: Order, data):
    with transaction.atomic():  #> update shop_order
        fetch(order, data=data)
""")


def test_a_copy_of_a_dict_of_which_nothing_is_known() -> None:
    assert_touches("""
def make(scan, create=False, **rest):
    if not create:
        raise ValueError
    with transaction.atomic():  #> insert shop_log
        Log.objects.create()
def fetch(**data):
    context = dict(data)
    context["scan"] = 1
    make(**context)
""")


@pytest.mark.parametrize(
    "options",
    [
        "options['order'] = Order.objects.get(pk=x)",
        "options.update(order=Order.objects.get(pk=x))",
        "options = {'order': Order.objects.get(pk=x), **options}",
        "options = dict(options, order=Order.objects.get(pk=x))",
    ],
)
@pytest.mark.parametrize(
    "call",
    [
        "Saved(**options)",
        "saved(**options)",
        "saved(x, **options)",
        "handed_on(**options)",
        "functools.partial(Saved, **options)()",
        "functools.partial(Saved, x)(**options)",
        "Saved(**{**options})",
    ],
)
def test_what_is_not_given_always_may_be_what_it_is_by_default(options: str, call: str) -> None:
    assert_touches(f"""
import functools
class Saved:
    def __init__(self, data=None, order=None):
        if order is None:
            Log.objects.create(text=data)
        else:
            order.save()
def saved(data=None, *, order=None):
    return Saved(data, order)
def handed_on(**options):
    return saved(**options)
def work(x):
    options = {{}}
    if x:
        {options}
    with transaction.atomic():  #> insert shop_log, update shop_order
        {call}
""")


def test_what_is_always_given_is_that() -> None:
    assert_touches("""
def saved(data=None, order=None):
    if order is None:
        Log.objects.create(text=data)
    else:
        order.save()
def work(x):
    options = {"order": Order.objects.get(pk=x)}
    if x:
        options["data"] = x
    with transaction.atomic():  #> update shop_order
        saved(**options)
""")


@pytest.mark.parametrize("more", ["given.append(Order())", "given += [Order()]", "given = [*given, Order()]"])
def test_a_list_that_may_be_shorter(more: str) -> None:
    assert_touches(f"""
def saved(data, order=None):
    if order is None:
        Log.objects.create(text=data)
    else:
        order.save()
def work(x):
    given = [x]
    if x:
        {more}
    with transaction.atomic():  #> insert shop_log, insert shop_order
        saved(*given)
""")


@pytest.mark.parametrize("record", ["@dataclass\nclass Held:", "class Held(NamedTuple):", "class Held(BaseModel):"])
def test_a_field_that_is_not_given_always(record: str) -> None:
    assert_touches(f"""
from dataclasses import dataclass
from pydantic import BaseModel
from typing import NamedTuple
{record}
    data: int = 0
    order: object = None
    def save(self):
        if self.order is None:
            Log.objects.create(text=self.data)
        else:
            self.order.save()
def work(x):
    options = {{"data": x}}
    if x:
        options["order"] = Order.objects.get(pk=x)
    with transaction.atomic():  #> insert shop_log, update shop_order
        Held(**options).save()
""")


@pytest.mark.parametrize(
    "call",
    [
        "threading.Thread(target=saved, kwargs=options).start()",
        "saved.apply_async(kwargs=options)",
        "saved.delay(**options)",
    ],
)
def test_what_is_not_given_always_to_what_runs_later(call: str) -> None:
    assert_touches(f"""
import threading
from celery import shared_task
{"@shared_task" if call.startswith("saved") else ""}
def saved(data=None, order=None):
    if order is None:
        Log.objects.create(text=data)  #= insert shop_log
    else:
        order.save()  #= update shop_order
def work(x):
    options = {{"data": x}}
    if x:
        options["order"] = Order.objects.get(pk=x)
    {call}
""")
