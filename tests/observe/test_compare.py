"""Scans held against recordings, both made by hand."""

from __future__ import annotations

from typing import Any, cast

import pytest

from boundary.model.scan import Access, Context, Frame, Operation, Scan, Split, Transaction, TransactionKind, View
from boundary.observe.compare import Comparison, compare


def transaction(kind: str, function: str, line: int, *writes: str, receiver: str | None = None) -> Transaction:
    accesses = tuple(access("update", table, function) for table in writes)
    return Transaction(
        id=f"{function}:{line}",
        kind=cast("TransactionKind", kind),
        function=f"shop.orders.{function}",
        file="shop/orders.py",
        line=line,
        end_line=line + 10,
        receiver=receiver,
        accesses=accesses,
    )


def access(op: str, table: str, function: str, *via: str) -> Access:
    frames = tuple(Frame("shop/orders.py", 1, f"shop.orders.{name}") for name in via)
    return Access(table, cast("Operation", op), "shop/orders.py", 1, f"shop.orders.{function}", via=frames)


def seen(kind: str, func: str, line: int, *writes: str, **more: Any) -> dict[str, Any]:  # noqa: ANN401
    site = {"file": "src/shop/orders.py", "line": line, "func": func, "kind": kind, **more}
    return {"tx": site, "writes": list(writes), "statements": []}


def misses(comparison: Comparison) -> list[str]:
    return [str(miss) for miss in comparison.misses]


@pytest.mark.parametrize(
    ("known", "row"),
    [
        (transaction("block", "place", 10, "a"), seen("with", "place", 10, "a")),
        (transaction("block", "place", 10, "a"), seen("with", "place", 14, "a")),
        (transaction("decorator", "place", 10, "a"), seen("decorator", "place", 11, "a")),
        (transaction("implicit", "place", 10, "a"), seen("library", "place", 10, "a")),
        (transaction("request", "place", 10, "a"), seen("request", "place", 10, "a")),
        (transaction("implicit", "View.post", 80, "a"), seen("view", "View.form_valid", 10, "a")),
        (transaction("implicit", "delete", 80, "a", receiver="shop.orders.View"), seen("view", "View.x", 10, "a")),
        (transaction("block", "outer.<locals>.inner", 10, "a"), seen("with", "outer.<locals>.inner", 15, "a")),
        (transaction("block", "place", 10, "A"), seen("with", "place", 10, '"public"."a"')),
    ],
)
def test_a_transaction_is_found(known: Transaction, row: dict[str, Any]) -> None:
    result = compare(Scan(root="shop", transactions=(known,)), [row])
    assert (result.found, result.recall, result.covered, misses(result)) == (1, 1.0, 1.0, [])


@pytest.mark.parametrize(
    "known",
    [
        transaction("implicit", "place", 10, "a"),
        transaction("block", "place", 40, "a"),
        transaction("block", "cancel", 6, "a"),
    ],
)
def test_another_transaction_is_not_it(known: Transaction) -> None:
    result = compare(Scan(root="shop", transactions=(known,)), [seen("with", "place", 10, "a")])
    assert misses(result) == ["UNKNOWN  src/shop/orders.py:10 place: a"]
    assert (result.found, result.recall) == (0, 0.0)


def test_tables_that_are_missed_and_tables_that_nobody_saw() -> None:
    scan = Scan(root="shop", transactions=(transaction("block", "place", 10, "a", "b"),))
    result = compare(scan, [seen("with", "place", 10, "a", "c")])
    assert (result.recall, result.covered, result.unseen) == (0.5, 0.0, 0.5)
    assert misses(result) == ["MISSED   src/shop/orders.py:10 place: c"]


def test_the_place_that_uses_a_wrapper_counts_before_the_wrapper() -> None:
    wrapper, user = transaction("block", "work", 90, "a", "b"), transaction("block", "place", 10, "a")
    row = seen("with", "work", 90, "b", entered={"file": "src/shop/orders.py", "line": 10, "func": "place"})
    assert misses(compare(Scan(root="shop", transactions=(wrapper, user)), [row]))
    assert not misses(compare(Scan(root="shop", transactions=(wrapper,)), [row]))


def test_what_a_decorator_runs_tells_its_transactions_apart() -> None:
    known = [transaction("block", "inner", 10, table, receiver=f"shop.{name}") for table, name in ("ap", "bq")]
    entered = {"file": "src/shop/orders.py", "line": 10, "func": "inner"}
    scan = Scan(root="shop", transactions=tuple(known))
    assert misses(compare(scan, [seen("with", "work", 90, "a", entered=entered, runs="q")]))
    assert not misses(compare(scan, [seen("with", "work", 90, "b", entered=entered, runs="q")]))
    assert not misses(compare(scan, [seen("with", "work", 90, "a", entered=entered, runs="unheard_of")]))


def test_a_strict_split_cuts_nothing_that_happened() -> None:
    contexts = (Context("orders", ("a", "b")), Context("billing", ("c",)))
    scan = Scan(root="shop", splits=(Split("strict", 0, contexts),))
    assert compare(scan, [seen("with", "place", 10, "a", "b")]).cut == 0
    result = compare(scan, [seen("with", "place", 10, "a", "c")])
    assert result.cut == 1
    assert misses(result)[0] == "CUT      src/shop/orders.py:10 place: a, c"
    assert compare(Scan(root="shop"), []).cut is None


def test_what_a_helper_commits_for_others_is_cut_where_one_run_is() -> None:
    split = Split("strict", 0, (Context("one", ("a",)), Context("two", ("b", "c"))))
    known = transaction("unit_of_work", "execute", 10, "a", "b", "c")
    row = seen("session.commit", "execute", 10, "a", "b", "c")
    scan = Scan(root="shop", transactions=(known,), splits=(split,))
    assert compare(scan, [row | {"together": [["a"], ["b", "c"]]}]).cut == 0
    assert compare(scan, [row | {"together": [["a", "b"], ["c"]]}]).cut == 1


def test_accesses_are_known_by_function_or_by_a_frame_that_leads_there() -> None:
    def row(op: str, table: str, func: str) -> dict[str, Any]:
        return {"statement": {"file": "shop/orders.py", "line": 5, "func": func, "op": op, "table": table}}

    scan = Scan(root="shop", accesses=(access("insert", "a", "save", "place"), access("read", "b", "place")))
    outside = [row("upsert", "a", "place"), row("insert", "a", "save"), row("select_for_update", "b", "place")]
    assert compare(scan, [], outside).accesses == 1.0
    result = compare(scan, [], [*outside, row("delete", "b", "place")])
    assert (result.triples, result.accesses) == (4, 0.75)
    assert misses(result) == ["ACCESS   shop/orders.py:5 place: write b"]
    assert "75.0% of 4 accesses known" in str(result)


def test_an_access_to_a_view_is_one_to_its_tables() -> None:
    row = seen("with", "place", 10)
    row["statements"] = [{"file": "src/shop/orders.py", "line": 1, "func": "place", "op": "select", "table": "big"}]
    views = (View("big", tables=("a", "public.b")),)
    scan = Scan(root="shop", views=views, accesses=(access("read", "a", "place"),))
    result = compare(scan, [row])
    assert (result.triples, misses(result)) == (2, ["ACCESS   src/shop/orders.py:1 place: read b"])


def test_what_a_view_inherits_has_no_function_to_look_for() -> None:
    row = seen("request", "View.dispatch", 10)
    row["statements"] = [{"file": "src/shop/orders.py", "line": 10, "func": "View.list", "op": "select", "table": "a"}]
    assert compare(Scan(root="shop"), [row]).triples == 0
