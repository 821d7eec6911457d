"""Rows that follow workflows: django-xworkflows."""

from __future__ import annotations

import pytest

from tests.link.linking import assert_touches

MODELS = """
# file: shop/models.py
from django.db import models
from django_xworkflows import models as flows
class Flow(flows.Workflow):
    log_model = "{log}"
    states = (("new", "New"), ("done", "Done"), ("gone", "Gone"))
    transitions = (("close", ["new"], "done"), ("drop", ["new"], "gone"))
    initial_state = "new"
class Log(models.Model):
    pass
class Order(flows.WorkflowEnabled, models.Model):
    state = flows.StateField(Flow)
    @flows.transition()
    def close(self, by):
        Log.objects.create()
class Step(flows.BaseTransitionLog):
    MODIFIED_OBJECT_FIELD = "order"
    order = models.ForeignKey(Order, on_delete=models.CASCADE)
"""
SAVED = "update shop_order"
LOGGED = "insert shop_step"


@pytest.mark.parametrize(
    ("log", "statement", "written"),
    [
        ("shop.Step", "order.close(by=x)", f"insert shop_log, {SAVED}, {LOGGED}"),
        ("shop.Step", "order.close(by=x, save=False)", f"insert shop_log, {LOGGED}"),
        ("shop.Step", "order.drop()", f"{SAVED}, {LOGGED}"),
        ("shop.Step", "order.other()", "nothing"),
        ("", "order.drop()", SAVED),
    ],
)
def test_what_a_transition_stores(log: str, statement: str, written: str) -> None:
    assert_touches(f"""
from shop.models import Order
def work(x):
    order = Order.objects.get(pk=x)
    with transaction.atomic():  #> {written}
        {statement}
{MODELS.format(log=log)}""")
