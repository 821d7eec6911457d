"""The small parts of a report, one by one."""

from __future__ import annotations

import msgspec
import pytest

from boundary.errors import UnknownNameError
from boundary.model.scan import (
    Access,
    BlindSpot,
    Completeness,
    JoinedFunction,
    Module,
    Scan,
    Transaction,
    UnreadableFile,
    UnreadPackage,
)
from boundary.report import subjects, text, unknowns
from boundary.report.completeness import completeness_line
from boundary.report.explain import explain
from boundary.report.glue import between
from boundary.report.modules import folded
from boundary.report.phrases import listed, share


@pytest.mark.parametrize(
    ("done", "line"),
    [
        (Completeness(), "0 files, 0 unreadable; no calls and no SQL found; 0 blind spots inside transactions; 0.0 s"),
        (
            Completeness(1, (UnreadableFile("a", "b"),), 3, 1, 1, 0, 0, 1, 12.34),
            "1 file, 1 unreadable; 66 % of calls understood; 1 blind spot inside transactions; 12.3 s",
        ),
        (
            Completeness(2, (), 1000, 999, 0, 4, 4),
            (
                "2 files, 0 unreadable; 99 % of calls and 100 % of SQL understood; "
                "0 blind spots inside transactions; 0.0 s"
            ),
        ),
        (
            Completeness(unread=(UnreadPackage("edgy", 1, stores=True), UnreadPackage("acme", 2))),
            (
                "0 files, 0 unreadable; no calls and no SQL found; 0 blind spots inside transactions; "
                "what is kept with edgy not read; 0.0 s"
            ),
        ),
        (
            Completeness(elsewhere=(BlindSpot("shop/a.py", 1, "x"), BlindSpot("shop/a.py", 1, "y"))),
            (
                "0 files, 0 unreadable; no calls and no SQL found; "
                "0 blind spots inside transactions and 1 elsewhere; 0.0 s"
            ),
        ),
    ],
)
def test_completeness_line(done: Completeness, line: str) -> None:
    assert completeness_line(done) == line


@pytest.mark.parametrize(
    ("part", "whole", "said"), [(1, 3, "33 %"), (999, 1000, "99 %"), (5, 5, "100 %"), (0, 0, "0 %")]
)
def test_share(part: int, whole: int, said: str) -> None:
    assert share(part, whole) == said


@pytest.mark.parametrize(
    ("names", "limit", "said"),
    [
        ([], None, "none"),
        (["a"], 3, "a"),
        (["a", "b", "c"], 3, "a, b, c"),
        (["a", "b", "c", "d"], 3, "a, b, and 2 more"),
    ],
)
def test_listed(names: list[str], limit: int | None, said: str) -> None:
    assert "".join(listed(names, limit)) == said


@pytest.mark.parametrize(
    ("names", "said"),
    [
        (["shop.orders", "shop.orders.models", "shop.orders.views"], ["shop.orders.**"]),
        (["shop.orders.models", "shop.orders.views"], ["shop.orders.models", "shop.orders.views"]),
        (["shop.urls"], ["shop.urls"]),
        (["shop", "shop.orders", "shop.orders.models", "shop.orders.views", "shop.urls"], ["shop.**"]),
    ],
)
def test_folded(names: list[str], said: list[str]) -> None:
    every = ["shop", "shop.orders", "shop.orders.models", "shop.orders.views", "shop.urls"]
    assert folded(names, [Module(name, "", 1) for name in every]) == said


@pytest.mark.parametrize("name", ["orders_order", "ORDERS_ORDER", "Order", "models.Order", "shop.orders.models.Order"])
def test_a_table_by_any_name(name: str, shop: Scan) -> None:
    found = subjects.table(shop, name)
    assert found is not None
    assert found.name == "orders_order"


@pytest.mark.parametrize(
    "name",
    [
        "shop/orders/services.py:88:place_order",
        "place_order",
        "services.place_order",
        "shop/orders/services.py:95",
        "./services.py:88",
    ],
)
def test_a_transaction_by_any_name(name: str, shop: Scan) -> None:
    assert [one.function for one in subjects.transactions(shop, name)] == ["shop.orders.services.place_order"]


@pytest.mark.parametrize("name", ["shop/orders/services.py:87", "rvices.py:88", "order", "lace_order"])
def test_no_transaction_by_a_part_of_a_word(name: str, shop: Scan) -> None:
    assert subjects.transactions(shop, name) == []


@pytest.mark.parametrize(
    ("names", "said"),
    [
        (("orders_odrer",), "'orders_odrer'; did you mean orders_order"),
        (("place_ordr",), "did you mean place_order"),
        (("zzz",), "called 'zzz'$"),
        (("orders_order", "zzz"), "called 'zzz'$"),
        (("zzz", "orders_order"), "called 'zzz'$"),
        (("place_order", "login"), "at least one has to be a table"),
    ],
)
def test_unknown_names(names: tuple[str, ...], said: str, shop: Scan) -> None:
    with pytest.raises(UnknownNameError, match=said):
        explain(shop, *names)


def writes(*tables: str) -> Transaction:
    accesses = tuple(Access(table, "insert") for table in tables)
    return Transaction("+".join(tables), "block", "f", "f.py", 1, accesses=accesses)


@pytest.mark.parametrize(
    ("transactions", "steps"),
    [
        ([writes("a", "z")], [("a", "z")]),
        ([writes("a", "b"), writes("b", "z")], [("a", "b"), ("b", "z")]),
        ([writes("a", "b"), writes("b", "c"), writes("c", "z"), writes("a", "c")], [("a", "c"), ("c", "z")]),
        ([writes("a", "b"), writes("y", "z")], None),
        ([], None),
    ],
)
def test_between(transactions: list[Transaction], steps: list[tuple[str, str]] | None, shop: Scan) -> None:
    found = between(msgspec.structs.replace(shop, transactions=tuple(transactions)), "a", "z")
    assert (None if found is None else [(step.source, step.target) for step in found]) == steps


@pytest.mark.parametrize(
    ("unread", "said"),
    [
        ((), []),
        (
            (UnreadPackage("pydal", 0, stores=True),),
            ["1 package not read that keeps data: what is read and written there is not known", "pydal"],
        ),
        (
            (UnreadPackage("edgy", 1, ("edgy.Model",), stores=True), UnreadPackage("motor", 0, stores=True)),
            [
                "2 packages not read that keep data: what is read and written there is not known",
                "edgy",
                "motor",
                (
                    "1 package not read, with bases of the project's classes: what these do is not known "
                    "(`--environment` reads those that are installed)"
                ),
                "edgy: 1 class, of edgy.Model",
            ],
        ),
    ],
)
def test_packages_that_were_not_read(unread: tuple[UnreadPackage, ...], said: list[str]) -> None:
    found = text.render(unknowns.sections(Scan(root="shop", completeness=Completeness(unread=unread)), full=True))
    assert [line.strip(" -") for line in found.splitlines() if line.strip()] == (
        ["NOT UNDERSTOOD", *said] if said else []
    )


def test_what_was_not_seen_outside_of_transactions() -> None:
    spots = (BlindSpot("shop/a.py", 7, "the name of a table is not known"),)
    scan = Scan(root="shop", completeness=Completeness(elsewhere=spots))
    said = text.render(unknowns.sections(scan, full=False))
    assert "1 blind spot outside of transactions" in said
    assert "1 x the name of a table is not known" in said
    assert "shop/a.py:7" in said


def test_functions_whose_callers_are_taken_for_one() -> None:
    joined = tuple(JoinedFunction(f"shop.{name}", "shop/a.py", 7) for name in "abcdefghijk")
    scan = Scan(root="shop", completeness=Completeness(callers_joined=len(joined), joined=joined))
    said = text.render(unknowns.sections(scan, full=False))
    assert "11 functions of too many callers to be told apart" in said
    assert "shop/a.py:7 shop.a" in said
    assert "and 3 more" in said
