"""Which context modules and entry points go to."""

from __future__ import annotations

from typing import TYPE_CHECKING

from boundary.split.assign import Assignment, assign
from boundary.split.usage import usage_of

from .scans import scan_of, table

if TYPE_CHECKING:
    from boundary.model.scan import Scan

CONTEXT_OF = {"orders_order": 0, "orders_line": 0, "stock_item": 1, "stock_place": 1, "audit_entry": 2}


def placed(scan: Scan) -> Assignment:
    return assign(scan, usage_of(scan), CONTEXT_OF)


def test_a_module_that_defines_a_model_goes_with_its_table() -> None:
    scan = scan_of(
        "shop.orders.models.f: +stock_item +stock_place",
        tables=[table("shop.orders.models.Order")],
        modules="shop.orders.models",
    )
    assert placed(scan).home == {"shop.orders.models": 0}


def test_writes_count_more_than_reads() -> None:
    scan = scan_of("shop.report.f: +stock_item ?orders_order ?orders_line", modules="shop.report")
    assert placed(scan).home == {"shop.report": 1}


def test_a_module_without_a_home_composes() -> None:
    scan = scan_of(
        "shop.pages.f: ?stock_item ?orders_order ?audit_entry", modules="shop.pages", entry_points="shop.pages.f"
    )
    found = placed(scan)
    assert (found.home, found.composers) == ({}, ("shop.pages",))


def test_a_module_that_reaches_a_context_through_calls_goes_there() -> None:
    scan = scan_of("shop.api.post: shop.orders.place>+orders_order", modules="shop.api shop.orders")
    assert placed(scan).home == {"shop.api": 0, "shop.orders": 0}


def test_a_module_that_most_contexts_use_is_shared() -> None:
    scan = scan_of(
        "o.f: +orders_order",
        "s.f: +stock_item",
        "a.f: +audit_entry",
        modules="o s a money only_o",
        imports="o>money s>money a>money o>only_o",
    )
    found = placed(scan)
    assert found.shared == ("money",)
    assert found.home["only_o"] == 0


def test_modules_that_nothing_ties_follow_their_package_or_are_shared() -> None:
    scan = scan_of(
        "shop.orders.f.g: +orders_order",
        "shop.stock.f.g: +stock_item",
        modules="shop.orders.f shop.orders.apps shop.stock.f settings",
    )
    found = placed(scan)
    assert found.home["shop.orders.apps"] == 0
    assert found.shared == ("settings",)


def test_entry_points_go_where_they_write_else_with_their_module() -> None:
    scan = scan_of(
        "shop.orders.post: +stock_item ?orders_order ?orders_line",
        "shop.orders.helper: +orders_order +orders_line",
        "shop.orders.more: +orders_order +orders_line",
        modules="shop.orders",
        entry_points="shop.orders.post shop.orders.get nowhere.at_all",
    )
    assert placed(scan).entry_points == {0: ("shop.orders.get",), 1: ("shop.orders.post",)}
