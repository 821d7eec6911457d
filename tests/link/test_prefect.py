"""Flows and tasks of Prefect."""

from __future__ import annotations

import pytest

from tests.link.linking import assert_enters, assert_touches

TASKS = """
# file: shop/flows.py
from django.db import transaction
from prefect import flow, task
from prefect.futures import as_completed, wait
from shop.models import Log, Order, Tag
@task(retries=2)
def found(pk):
    return Order.objects.get(pk=pk)
@task
def note(order):
    Log.objects.create()  #= insert shop_log
"""


@pytest.mark.parametrize(
    ("steps", "written"),
    [
        ("note(pk)", "insert shop_log"),
        ("note.with_options(retries=3)(pk)", "insert shop_log"),
        ("note.fn(pk)", "insert shop_log"),
        ("note.submit(pk)", "nothing"),
        ("note.map([pk])", "nothing"),
        ("found.submit(pk).result().delete()", "delete shop_order, delete shop_line, delete shop_order_tags"),
        ("[one.result().save() for one in found.map([pk])]", "update shop_order"),
        ("[one.result().save() for one in as_completed([found.submit(pk)])]", "update shop_order"),
    ],
)
def test_what_runs_in_the_transaction(steps: str, written: str) -> None:
    assert_touches(f"""{TASKS}
@flow(name="nightly")
def nightly(pk):
    with transaction.atomic():  #> {written}
        {steps}
""")


def test_flows_and_tasks_are_entry_points() -> None:
    assert_enters(
        f"{TASKS}@flow\ndef nightly(): ...\n", *(f"task shop.flows.{name}" for name in ("found", "note", "nightly"))
    )
