"""Each metric on a split small enough to count by hand."""

from __future__ import annotations

import pytest

from boundary.split.strict import build_split

from .scans import scan_of

SCAN = scan_of(
    "o.place: +order +line ?item",
    "o.ship: =order =item ?line",
    "s.count: =item ?place",
    outside="s.show: ?item ?order",
    modules="o s",
    foreign_keys="line>order line>item",
    joins="order>item item>place order>not_a_table",
)


@pytest.mark.parametrize(
    ("metric", "value"),
    [
        ("contexts", 2),
        ("largest_share", 0.5),
        ("relaxed_seams", 0),
        ("cut_transactions", round(1 / 3, 4)),  # ship, of three that write
        ("cut_writes", 1),  # ship's write of item (or of order: a tie)
        ("remote_reads", round(2 / 5, 4)),  # item by o, order by s; of item, line, place, item, order
        ("cut_joins", 1),
        ("cut_foreign_keys", 1),
        # o: 3 order, 3 line, 1 item, 3 order, 3 item, 1 line; s: 3 item, 1 place, 1 item, 1 order
        ("modularity", round(10 / 20 + 5 / 20 - (25 / 40) ** 2 - (15 / 40) ** 2, 4)),
    ],
)
def test_counted_by_hand(metric: str, value: float) -> None:
    split = build_split("asked", SCAN, [["order", "line"], ["item", "place"]])
    assert split.metrics[metric] == pytest.approx(value, abs=1e-4)


def test_without_source_the_reader_is_the_transaction() -> None:
    split = build_split("asked", scan_of("f: +a ?b", "g: ?b"), [["a"], ["b"]])
    assert split.metrics["remote_reads"] == 0.5


def test_without_anything_all_is_nought() -> None:
    assert build_split("asked", scan_of(), []).metrics == {
        "contexts": 0,
        "largest_share": 0,
        "relaxed_seams": 0,
        "cut_transactions": 0,
        "cut_writes": 0,
        "remote_reads": 0,
        "cut_joins": 0,
        "cut_foreign_keys": 0,
        "modularity": 0,
    }
