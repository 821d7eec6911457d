"""What splits are compared with, and how the comparison comes out."""

from __future__ import annotations

import msgspec
import pytest

from boundary.config import ContextSettings
from boundary.errors import InputError
from boundary.model.scan import Table
from boundary.split.against import compared
from boundary.split.given import REST, ground
from boundary.split.references import declared, layers, packages
from boundary.split.strict import strict_split

from .scans import scan_of, table

SCAN = scan_of(
    "shop.orders.services.place: +orders_order +stock_item",
    "shop.stock.services.count: =stock_item",
    tables=[
        table("shop.orders.models.Order"),
        table("shop.stock.models.item.Item", "stock_item"),
        Table("orders_order_tags"),
        Table("legacy"),
    ],
    foreign_keys="orders_order_tags>orders_order",
    modules="shop.orders.models shop.orders.services shop.stock.models.item shop.stock.views shop.web.pages shop.money",
)


def test_packages() -> None:
    found = packages(SCAN)
    assert found.tables == {
        "orders_order": "orders",
        "orders_order_tags": "orders",
        "stock_item": "stock",
        "legacy": REST,
    }
    assert found.modules == {
        "shop.orders.models": "orders",
        "shop.orders.services": "orders",
        "shop.stock.models.item": "stock",
        "shop.stock.views": "stock",
    }


def test_a_document_without_packages_is_refused() -> None:
    with pytest.raises(InputError, match="names no packages"):
        packages(scan_of("f: +a +b"))


def test_layers() -> None:
    found = layers(SCAN)
    assert set(found.tables.values()) == {"persistence"}
    assert found.modules == {
        "shop.orders.models": "persistence",
        "shop.orders.services": "services",
        "shop.stock.models.item": "persistence",
        "shop.stock.views": "presentation",
        "shop.web.pages": "presentation",
        "shop.money": "services",
    }


def test_what_somebody_declares_by_patterns() -> None:
    contexts = {
        "orders": ContextSettings(modules=("shop.orders.**",), tables=("orders_*",)),
        "rest": ContextSettings(modules=("shop.*.models.**",), tables=("stock_item",)),
    }
    found = declared(SCAN, contexts)
    assert found.names == ("orders", "rest", REST)
    assert found.tables == {
        "orders_order": "orders",
        "orders_order_tags": "orders",
        "stock_item": "rest",
        "legacy": REST,
    }
    assert found.modules == {
        "shop.orders.models": "rest",  # the closest pattern counts, as it does for `boundary check`
        "shop.orders.services": "orders",
        "shop.stock.models.item": "rest",
    }


def test_the_reference_is_priced_and_the_others_are_told_how_far_they_are() -> None:
    strict = strict_split(SCAN)
    reference, own = compared((strict,), packages(SCAN), "packages", ground(SCAN))
    assert (reference.name, reference.price, len(reference.relaxed)) == ("packages", 1.0, 1)
    assert reference.metrics["cut_transactions"] == 0.5
    assert own.contexts == strict.contexts
    assert own.metrics["mojofm"] < 100
    same = msgspec.structs.replace(reference, name="same")
    assert compared((same,), packages(SCAN), "packages", ground(SCAN))[1].metrics["mojofm"] == 100


def test_layers_cut_nothing_and_are_read_from_afar() -> None:
    reference, own = compared((strict_split(SCAN),), layers(SCAN), "layers", ground(SCAN))
    assert reference.price == 0
    assert [context.name for context in reference.contexts] == ["presentation", "services", "persistence"]
    assert "mojofm" not in own.metrics
    assert "mojofm_modules" in own.metrics
