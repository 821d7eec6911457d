"""What contexts are called."""

from __future__ import annotations

import pytest

from boundary.split.names import name_contexts, table_labels
from boundary.split.words import label_of, words_of

from .scans import scan_of, table


def names(*contexts: str) -> tuple[str, ...]:
    return name_contexts(scan_of(tables=" ".join(contexts)), [text.split() for text in contexts])


@pytest.mark.parametrize(
    ("contexts", "wanted"),
    [
        (["order_order order_line order_note", "stock_item stock_place"], ("order", "stock")),
        (["offer_a offer_b stock_c stock_d", "user_e user_f user_g user_h"], ("offer+stock", "user")),
        (["WorkOrder WorkOrderStep WorkOrderNote", "SiteInfo SiteUser"], ("work", "site")),
        (["shop_order shop_order_line", "shop_stock shop_stock_item"], ("order", "stock")),
        (["t"], ("t",)),
        (["1", "2"], ("1", "2")),
    ],
)
def test_a_context_is_named_after_its_tables(contexts: list[str], wanted: tuple[str, ...]) -> None:
    assert names(*contexts) == wanted


def test_names_are_unique_and_do_not_depend_on_order() -> None:
    one = ["order_a", "order_b", "order_c"], ["order_paid", "order_pay"], ["order_x", "order_y"]
    scan = scan_of(tables=" ".join(name for tables in one for name in tables))
    found = name_contexts(scan, one)
    assert len(set(found)) == 3
    assert name_contexts(scan, [tables[::-1] for tables in one[::-1]]) == found[::-1]


def test_the_application_of_the_models_comes_before_words() -> None:
    tables = [table("shop.catalogue.models.Product", "p"), table("shop.catalogue.models.product.Image", "i")]
    assert name_contexts(scan_of(tables=tables), [["p", "i"]]) == ("catalogue",)


@pytest.mark.parametrize(
    ("model", "label"),
    [
        ("shop.orders.models.Order", "orders"),
        ("shop.orders.models.order.Order", "orders"),
        ("oscar.apps.basket.abstract_models.AbstractBasket", "basket"),
        ("models.Order", None),
        ("shop.models.Order", "shop"),
    ],
)
def test_labels(model: str, label: str | None) -> None:
    assert label_of(table(model)) == label


@pytest.mark.parametrize(
    ("name", "words"),
    [
        ("orders_orderLine", ("order", "order", "line")),
        ("HTTPSession", ("http", "session")),
        ("categories_address", ("category", "address")),
        ("i18n_status", ("status",)),
        ("boxes", ("box",)),
        ("", ()),
        ("größe", ("größe",)),
    ],
)
def test_words(name: str, words: tuple[str, ...]) -> None:
    assert words_of(name) == words


def test_a_table_without_a_model_belongs_to_the_application_in_front_of_its_name() -> None:
    scan = scan_of(
        tables=[table("shop.extras.models.Tag"), table("shop.stock.models.Item")], outside="f: ?extras_tag_items"
    )
    assert table_labels(scan, ["extras_tag", "extras_tag_items", "stock_item"])["extras_tag_items"] == "extras"
