"""Which tables are joined, and where: a line of code a case."""

from __future__ import annotations

from typing import TYPE_CHECKING

import msgspec
import pytest

from boundary.model.scan import Access, Coupling
from boundary.split.joins import GENERIC, joins_of

from .scans import scan_of

if TYPE_CHECKING:
    from boundary.model.scan import Scan


def at(line: int, *words: str) -> list[Access]:
    """Accesses of one line: `order` read, `+customer` joined."""
    return [
        Access(word.lstrip("+"), "read", "v.py", line, "v.f", rule="join" if word.startswith("+") else "orm")
        for word in words
    ]


def joined(*accesses: list[Access], keys: str = "") -> list[tuple[str, str, int]]:
    scan: Scan = msgspec.structs.replace(
        scan_of(foreign_keys=keys), accesses=tuple(one for each in accesses for one in each)
    )
    return [(join.left, join.right, join.line) for join in joins_of(scan)]


@pytest.mark.parametrize(
    ("words", "keys", "pairs"),
    [
        (("order", "+customer"), "order>customer", [("customer", "order")]),
        (("order", "+customer"), "", [("customer", "order")]),
        (("order", "customer"), "order>customer", []),
        # a chain of lookups joins along the foreign keys
        (("line", "+order", "+user"), "line>order order>user", [("line", "order"), ("order", "user")]),
        (("order", "+line"), "line>order", [("line", "order")]),
    ],
)
def test_pairs(words: tuple[str, ...], keys: str, pairs: list[tuple[str, str]]) -> None:
    assert joined(at(3, *words), keys=keys) == [(*pair, 3) for pair in pairs]


def test_a_query_counts_where_it_is_built_and_not_at_a_line_that_runs_everything() -> None:
    generic = at(9, "order", *(f"+t{number}" for number in range(GENERIC)), "+customer")
    built = at(2, "order", "+customer")
    found = joined(built, generic)
    assert [line for left, _, line in found if left == "customer"] == [2]
    assert len(found) == 1 + GENERIC


def test_joins_that_the_document_lists() -> None:
    scan = msgspec.structs.replace(scan_of(), couplings=(Coupling("join", "b", "a", "q.sql", 4),))
    [join] = joins_of(scan)
    assert str(join) == "a with b at q.sql:4"
