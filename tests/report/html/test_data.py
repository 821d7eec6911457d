"""Is the data of the page all of the scan, and each thing once?"""

from __future__ import annotations

import json
from pathlib import Path
from typing import TYPE_CHECKING, Any

import msgspec
import pytest

from boundary.model.scan import Split, Table
from boundary.report.html.chart import chart
from boundary.report.html.data import packed
from boundary.report.html.interned import NONE, Interned

if TYPE_CHECKING:
    from collections.abc import Callable

    from boundary.model.scan import Scan

GOLDEN = Path(__file__).parent / "golden"


def test_data(split_shop: Scan, assert_golden: Callable[[Path, str], None]) -> None:
    data = packed(split_shop, owners={"shop/orders/services.py": "@orders"}, source_url="https://host/{file}#L{line}")
    assert_golden(GOLDEN / "data.json", "\n".join(_lines(json.loads(data))) + "\n")


def _lines(document: dict[str, Any]) -> list[str]:
    """A line a part, or a line for every item of a list of lists."""
    found = []
    for name, value in document.items():
        nested = isinstance(value, list) and value and isinstance(value[0], list | dict)
        found += [f"{name}: {json.dumps(item)}" for item in value] if nested else [f"{name}: {json.dumps(value)}"]
    return found


def test_what_is_met_again_has_the_same_number() -> None:
    names = Interned()
    assert [names.string("a"), names.string("b"), names.string("a"), names.string(None)] == [0, 1, 0, NONE]
    assert [names.place("f", 1, "a"), names.place("f", 1, "a"), names.place("f", 2, "a"), names.place(None, 1)] == [
        0,
        0,
        1,
        NONE,
    ]
    assert [names.way((0, 1)), names.way(()), names.way((0, 1))] == [1, 0, 1]
    assert len(names.places) == 6


@pytest.mark.parametrize(
    "name", ["</script><script>alert(1)</script>", "<!--<script>", "a&b", "\x1b[31m", "\u202e", "\u2028"]
)
def test_nothing_acts_inside_the_script_element(name: str, shop: Scan) -> None:
    hostile = msgspec.structs.replace(
        shop, root=name, tables=(*shop.tables, Table(name, model=name, file=name, line=1))
    )
    data = packed(hostile).decode()
    assert not set(data) & set("<>&\x1b\u202e\u2028")
    assert json.loads(data)["strings"]


def test_the_same_accesses_are_kept_once(shop: Scan) -> None:
    again = tuple(msgspec.structs.replace(shop.transactions[0], id=f"t{n}") for n in range(100))
    once = len(packed(shop))
    assert len(packed(msgspec.structs.replace(shop, transactions=(*shop.transactions, *again)))) - once < 100 * 60


def test_the_chart_has_the_dearest_at_the_right_and_the_largest_at_the_top() -> None:
    splits = [
        Split(name, price, (), metrics={"largest_share": share})
        for name, price, share in (
            ("strict", 0, 1.0),
            ("frontier-1", 50, 0.5),
            ("frontier-2", 100, 0.0),
            ("declared", 80, 0.9),
        )
    ]
    picture = chart(splits)
    first, middle, last, declared = picture.points
    assert (first.x, first.y, last.x, last.y) == (picture.left, picture.top, picture.right, picture.bottom)
    assert (middle.x, middle.y) == ((picture.left + picture.right) / 2, (picture.top + picture.bottom) / 2)
    assert f"{declared.x:g},{declared.y:g}" not in picture.line.split()


def test_a_chart_of_nothing() -> None:
    assert chart(()).points == ()
    assert chart([Split("strict", 0.0, ())]).points[0].share == 0
