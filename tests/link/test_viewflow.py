"""State machines of viewflow: what runs around a transition."""

from __future__ import annotations

import pytest

from tests.link.linking import assert_touches


@pytest.mark.parametrize(
    ("statement", "expected"),
    [
        ("OrderFlow(order).ship()", "insert shop_log, update shop_order"),
        ("OrderFlow(order).cancel(why='late')", "update shop_order"),
        ("StockFlow(stock).close()", "update shop_stock"),
        ("OrderFlow(order).plain()", "nothing"),
    ],
)
def test_a_transition(statement: str, expected: str) -> None:
    assert_touches(f"""
from viewflow.fsm import State
from viewflow import fsm
class OrderFlow:
    state = State(str, default="new")
    def __init__(self, order):
        self.order = order
    @state.setter()
    def _set(self, value):
        self.order.total = value
    @state.getter()
    def _get(self):
        return self.order.total
    @state.on_success()
    def _done(self, descriptor, source, target, **kwargs):
        self.order.save()
    @state.transition(source="new", target="shipped")
    def ship(self):
        Log.objects.create()
    @state.transition(source="new", target="cancelled")
    @state.transition(source=State.ANY, target="cancelled")
    def cancel(self, why=None):
        return why
    def plain(self):
        return self.state
class StockFlow:
    state = fsm.State(str)
    def __init__(self, stock):
        self.stock = stock
    @state.on_success()
    def _done(self, descriptor, source, target):
        self.stock.save()
    @state.transition(source="open")
    def close(self):
        pass
def work(order: Order, stock: Stock):
    with transaction.atomic():  #> {expected}
        {statement}
""")
