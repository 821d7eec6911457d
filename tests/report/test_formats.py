"""Does every format say what it said?  Golden files; `pytest --renew-golden` renews them."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING
from unittest.mock import Mock

import msgspec
import pytest

from boundary.api import render_whatif
from boundary.errors import InputError
from boundary.model.glue import Glue, Tie
from boundary.model.operations import Answer, Evidence, Line
from boundary.model.outcome import Change, Crossing, Follower, Group, Outcome
from boundary.model.scan import Access, Context, Relaxed, Seam, Split
from boundary.report import markdown, operations, text
from boundary.report.against import section
from boundary.report.explain import explain
from boundary.report.formats import FORMATS

if TYPE_CHECKING:
    from collections.abc import Callable

    from boundary.model.scan import Scan
    from boundary.report.verdict import Verdict

GOLDEN = Path(__file__).parent / "golden"


@pytest.mark.parametrize("name", FORMATS)
def test_format(name: str, shop: Scan, shop_verdict: Verdict, assert_golden: Callable[[Path, str], None]) -> None:
    assert_golden(GOLDEN / f"report.{name}", FORMATS[name](shop, lambda: shop_verdict, full=False))


def test_nothing_is_abbreviated_in_full(
    shop: Scan, shop_verdict: Verdict, assert_golden: Callable[[Path, str], None]
) -> None:
    many = tuple(msgspec.structs.replace(shop.transactions[1], id=f"t{n}", line=n) for n in range(30))
    crowded = msgspec.structs.replace(shop, transactions=(*shop.transactions, *many))
    brief, full = (FORMATS["text"](crowded, lambda: shop_verdict, full=wanted) for wanted in (False, True))
    assert_golden(GOLDEN / "crowded.text", brief)
    assert "--full lists them" in brief
    assert "--full lists them" not in full
    assert full.count("catalog_product  lock at") == 30  # two of them are alike


@pytest.mark.parametrize(
    ("golden", "names"),
    [
        ("table", ("billing_invoice",)),
        ("transaction", ("place_order",)),
        ("glued", ("orders_order", "audit_entry")),
        ("apart", ("orders_order", "catalog_stock")),
        ("witness", ("place_order", "audit_entry")),
    ],
)
def test_explain(golden: str, names: tuple[str, ...], shop: Scan, assert_golden: Callable[[Path, str], None]) -> None:
    assert_golden(GOLDEN / f"explain-{golden}.text", text.render(explain(shop, *names)))


def test_parting_two_contexts(shop: Scan, assert_golden: Callable[[Path, str], None]) -> None:
    seam = Seam("shop/orders/services.py", 101, "shop.orders.services.place_order", "shop.billing.api.create_invoice")
    glue = Glue(
        ones=("orders_order",),
        others=("billing_invoice", "audit_entry"),
        transactions=("shop/orders/services.py:88:place_order",),
        seams=(Relaxed(seam, 3, "event after commit", ("a", "b"), ("billing_invoice",)),),
        price=3,
        bound=2,
        ties=(
            Tie("import", "shop.orders.services", "shop.billing.api", "shop/orders/services.py", 3),
            Tie("foreign key", "billing_invoice", "orders_order", "", 0),
            *(Tie("function", "orders_order", "audit_entry", "shop/a.py", n, "shop.a.f") for n in range(9)),
            Tie("entry point", "orders_order", "audit_entry", "shop/a.py", 4, "route /orders"),
        ),
    )
    contexts = (Context("orders", ("orders_order",)), Context("billing", ("billing_invoice", "audit_entry")))
    split = Split("asked", 3.0, contexts)
    shown = explain(shop, "orders", "billing", split=split, glue=lambda one, two: glue)  # noqa: ARG005 - by hand
    assert_golden(GOLDEN / "explain-contexts.text", text.render(shown))


def test_contexts_that_are_glued_through_others(shop: Scan) -> None:
    split = Split("asked", 3.0, (Context("orders", ("orders_order",)), Context("catalog", ("catalog_product",))))
    seam = Relaxed(Seam("shop/a.py", 1, "shop.a.f", "shop.b.g"), 3, "outbox", ("a",), ("audit_entry",))
    glue = Glue(ones=("orders_order",), others=("catalog_product",), seams=(seam,), price=3, bound=3)
    apart = msgspec.structs.replace(glue, seams=())
    for held, words in ((glue, "are glued through others"), (apart, "are not glued")):
        shown = explain(shop, "orders", "catalog", split=split, glue=Mock(return_value=held))
        assert words in text.render(shown)


def test_parting_needs_two_sides(shop: Scan) -> None:
    split = Split("asked", 0.0, (Context("orders", ("orders_order",)),))
    with pytest.raises(InputError, match="nothing between them"):
        explain(shop, "orders", "orders_order", split=split)


@pytest.mark.parametrize("format_", ["text", "markdown", "json"])
def test_whatif(format_: str, shop: Scan, assert_golden: Callable[[Path, str], None]) -> None:
    seam = Relaxed(Seam("shop/a.py", 3, "shop.a.f", "shop.b.g"), 3, "event after commit", ("t",), ("audit_entry",))
    before = Split("strict", 0.0, (), metrics={"contexts": 2, "cut_transactions": 0, "coupling": 0.5, "stability": 1})
    after = Split("after", 3.0, (), relaxed=(seam,), metrics={"contexts": 2, "cut_transactions": 0.5, "coupling": 0.25})
    crossing = Crossing(
        shop.transactions[0].id, {"audit": ("audit_entry",), "orders": ("billing_invoice", "orders_order")}
    )
    outcome = Outcome(
        base="strict",
        changes=(Change("move", ("audit_entry", "audit")), Change("relax", ("a.py:3",))),
        before=before,
        after=after,
        cut=(crossing,),
        whole=(Crossing(shop.transactions[1].id, {"a": ("catalog_product",), "b": ("catalog_stock",)}),),
        followers=(Follower("shop.audit", "orders", "audit"), Follower("shop.urls", None, "audit")),
        glued_before=Group(3, 3),
        glued_after=Group(4, 2),
    )
    assert_golden(GOLDEN / f"whatif.{format_}", render_whatif(shop, outcome, format_))


@pytest.mark.parametrize("format_", ["text", "markdown"])
def test_operations(format_: str, shop: Scan, assert_golden: Callable[[Path, str], None]) -> None:
    places = tuple(Evidence("shop/a.py", n, "shop.a.f", "read orders_order") for n in range(7))
    lines = tuple(Line(f"table_{n}", "of orders, read from 2 places", ("orders", "catalog")) for n in range(13))
    answers = [
        Answer("The number of contexts", "3 contexts of 3, 2, 1 tables."),
        Answer("Joins to replace", "1 pair.", (Line("a with b", "in 7 places", ("orders",), places),)),
        Answer("Tables to copy", "13 tables.", lines),
    ]
    renderer = markdown.render if format_ == "markdown" else text.render
    assert_golden(GOLDEN / f"operations.{format_}", renderer(operations.outline(shop, shop.splits[0], answers)))


def test_metrics_side_by_side(shop: Scan, assert_golden: Callable[[Path, str], None]) -> None:
    splits = [
        Split(f"frontier-{n}", n, (), metrics={"largest_share": 1 - n / 10, "mojofm": 10 * n, "unknown": n})
        for n in range(1, 9)
    ]
    reference = Split("packages", 7.0, (), metrics={"largest_share": 0.25})
    strict = msgspec.structs.replace(shop.splits[0], metrics={"largest_share": 1, "mojofm": 5, "stability": 1})
    assert_golden(GOLDEN / "against.text", text.render([section(reference, [strict, *splits])]))


def test_a_document_without_places(
    shop: Scan, shop_verdict: Verdict, assert_golden: Callable[[Path, str], None]
) -> None:
    bare = tuple(
        msgspec.structs.replace(
            one, file="", line=0, accesses=tuple(Access(access.table, access.op) for access in one.accesses)
        )
        for one in shop.transactions
    )
    placeless = msgspec.structs.replace(shop, transactions=bare)
    assert_golden(GOLDEN / "placeless.text", FORMATS["text"](placeless, lambda: shop_verdict, full=False))
    assert " at  " not in text.render(explain(placeless, "place_order"))
