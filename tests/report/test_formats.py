"""Does every format say what it said?  Golden files; `pytest --renew-golden` renews them."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import msgspec
import pytest

from boundary.model.scan import Access
from boundary.report import text
from boundary.report.explain import explain
from boundary.report.formats import FORMATS

if TYPE_CHECKING:
    from collections.abc import Callable

    from boundary.model.scan import Scan
    from boundary.report.verdict import Verdict

GOLDEN = Path(__file__).parent / "golden"


@pytest.mark.parametrize("name", FORMATS)
def test_format(name: str, shop: Scan, shop_verdict: Verdict, assert_golden: Callable[[Path, str], None]) -> None:
    assert_golden(GOLDEN / f"report.{name}", FORMATS[name](shop, shop_verdict, full=False))


def test_nothing_is_abbreviated_in_full(
    shop: Scan, shop_verdict: Verdict, assert_golden: Callable[[Path, str], None]
) -> None:
    many = tuple(msgspec.structs.replace(shop.transactions[1], id=f"t{n}", line=n) for n in range(30))
    crowded = msgspec.structs.replace(shop, transactions=(*shop.transactions, *many))
    brief, full = (FORMATS["text"](crowded, shop_verdict, full=wanted) for wanted in (False, True))
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
    assert_golden(GOLDEN / "placeless.text", FORMATS["text"](placeless, shop_verdict, full=False))
    assert " at  " not in text.render(explain(placeless, "place_order"))
