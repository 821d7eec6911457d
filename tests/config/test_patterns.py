"""What a pattern means: one a case."""

from __future__ import annotations

import pytest

from boundary.model.patterns import matches_module, matches_table


@pytest.mark.parametrize(
    ("pattern", "yes", "no"),
    [
        ("shop.orders", "shop.orders", "shop.orders.api shop.ordersx"),
        ("shop.orders.**", "shop.orders shop.orders.api shop.orders.a.b", "shop.ordersx shop"),
        ("shop.*.api", "shop.orders.api", "shop.api shop.a.b.api"),
        ("shop.**.api", "shop.a.api shop.a.b.api", "shop.a.apis"),
        ("shop.order_*", "shop.order_x shop.order_", "shop.order_x.y"),
        ("**", "shop shop.orders", ""),
        ("**.models", "shop.models shop.a.models", "models.x"),
        ("a.b+", "a.b+", "a.bb"),
    ],
)
def test_modules(pattern: str, yes: str, no: str) -> None:
    assert [name for name in yes.split() if not matches_module(pattern, name)] == []
    assert [name for name in no.split() if matches_module(pattern, name)] == []


@pytest.mark.parametrize(
    ("pattern", "yes", "no"),
    [("orders_*", "orders_order Orders_Line orders_", "order orders"), ("*", "a a.b", ""), ("a.b", "a.b", "axb")],
)
def test_tables(pattern: str, yes: str, no: str) -> None:
    assert [name for name in yes.split() if not matches_table(pattern, name)] == []
    assert [name for name in no.split() if matches_table(pattern, name)] == []
