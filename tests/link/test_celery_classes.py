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
