"""Tasks that are classes below the one that an application of Celery holds."""

from __future__ import annotations

import pytest

from tests.link.linking import divide, linked

SOURCE = """
# file: shop/celery.py
from celery import Celery
app = Celery("shop")
# file: shop/tasks.py
from celery import Task
from shop.celery import app
from shop.models import *
class Tidy({base}):
    def run(self, pk):
        Log.objects.create()
    def on_failure(self, exc, task_id, args, kwargs, einfo):
        Tag.objects.create()
tidy = app.register_task(Tidy())
"""


@pytest.mark.parametrize("base", ["app.Task", "Task"])
def test_what_a_worker_calls(base: str) -> None:
    scan = linked(divide(SOURCE.format(base=base)))
    written = {one.table for entry in scan.entry_points for one in entry.reaches if one.op == "insert"}
    assert {entry.kind for entry in scan.entry_points} == {"task"}
    assert written == {"shop_log", "shop_tag"}


BASED = """
from celery import Celery, Task
app = Celery("shop")
class Noted(Task):
    def __call__(self, *args, **kwargs):
        with transaction.atomic():
            Log.objects.create()
            return {call}
    def label(self):
        Tag.objects.create()
class Other(Noted):
    pass
@app.task(base=Noted)
def pay(pk):
    order = Order.objects.get(pk=pk)
    order.save()
@app.task(bind=True, base=Other)
def tag(self, pk):
    self.label()
def work():
    {enqueues}
"""


@pytest.mark.parametrize("enqueues", ["pay.delay(1)", "pass", "pay.apply_async((1,)); tag.delay(2)"])
@pytest.mark.parametrize("call", ["self.run(*args, **kwargs)", "super().__call__(*args, **kwargs)"])
def test_what_the_class_of_a_task_does_is_done_around_its_function(call: str, enqueues: str) -> None:
    scan = linked(divide(BASED.format(call=call, enqueues=enqueues)))
    made = {frozenset(f"{one.op} {one.table}" for one in tx.accesses if one.op != "read") for tx in scan.transactions}
    assert made == {
        frozenset({"insert shop_log", "update shop_order"}),
        frozenset({"insert shop_log", "insert shop_tag"}),
    }
    reached = {entry.name: {one.table for one in entry.reaches if one.op != "read"} for entry in scan.entry_points}
    assert reached["shop.services.pay"] == {"shop_log", "shop_order"}
    assert reached["shop.services.tag"] == {"shop_log", "shop_tag"}
