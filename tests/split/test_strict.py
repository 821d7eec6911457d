"""The strict split, and the laws that it must keep."""

from __future__ import annotations

import os
import subprocess
import sys
from time import process_time
from typing import TYPE_CHECKING

import msgspec
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from boundary.model.scan import Scan
from boundary.split import cut_transactions, strict_split
from boundary.split.communities import adjusted_rand_index

from .planted import Planted
from .scans import assert_apart, assert_same_context, partition, renamed, scan_of, shuffled, table

if TYPE_CHECKING:
    from boundary.model.wanted import Grain

GRAINS: tuple[Grain, ...] = ("mini-service", "service")


def test_tables_that_one_transaction_writes_stay_together_whatever_else_ties_them() -> None:
    tables = [
        table(f"shop.{app}.models.{name}") for app in ("orders", "audit") for name in ("One", "Two", "Three", "Four")
    ]
    keys = "audit_one>audit_two audit_two>audit_three orders_two>orders_three orders_three>orders_four"
    glued = scan_of("f: +orders_one +audit_one", tables=tables, foreign_keys=keys)
    assert_same_context(glued, "orders_one", "audit_one")


def test_packages_and_foreign_keys_make_contexts() -> None:
    tables = [table(f"shop.{app}.models.{name}") for app in ("orders", "audit") for name in ("One", "Two", "Three")]
    scan = scan_of(
        "f: +orders_one +orders_two",
        "g: +audit_one ?audit_two",
        tables=tables,
        foreign_keys="audit_one>audit_three orders_two>orders_three",
    )
    split = assert_apart(scan, "orders_one", "audit_one")
    assert [context.name for context in split.contexts] == ["audit", "orders"]
    assert split.metrics["contexts"] == 2
    assert split.metrics["largest_share"] == 0.5


def test_a_small_component_joins_what_it_is_tied_to() -> None:
    tables = [
        table(f"shop.{app}.models.{name}") for app in ("orders", "stock") for name in ("One", "Two", "Three", "Four")
    ]
    scan = scan_of(
        "f: +orders_one +orders_two +orders_three +orders_four",
        "g: +stock_one +stock_two +stock_three +stock_four",
        "h: +note ?orders_one ?orders_two",
        tables=tables,
    )
    assert_same_context(scan, "note", "orders_one")
    assert_apart(scan, "note", "stock_one")


@pytest.mark.parametrize("grain", GRAINS)
def test_nothing_to_split(grain: Grain) -> None:
    assert strict_split(scan_of(), grain=grain).contexts == ()
    only = strict_split(scan_of("f: +a"), grain=grain)
    assert [context.tables for context in only.contexts] == [("a",)]
    assert only.metrics["stability"] == 1.0
    assert only.price == 0


def test_tables_without_any_evidence_do_not_become_a_service_each() -> None:
    split = strict_split(scan_of(tables="ant bee cow dog elk fox"))
    assert len(split.contexts) == 1


def test_a_finer_grain_is_never_coarser() -> None:
    scan = Planted(4, 9, noise=0.2).scan()
    assert len(strict_split(scan, grain="service").contexts) >= len(strict_split(scan).contexts)


@pytest.mark.parametrize("named", [True, False])
@pytest.mark.parametrize(("contexts", "tables"), [(3, 6), (5, 8), (12, 10)])
@pytest.mark.parametrize("noise", [0.0, 0.2])
def test_finds_planted_contexts(contexts: int, tables: int, noise: float, named: bool) -> None:  # noqa: FBT001 - a case
    planted = Planted(contexts, tables, noise=noise, named=named)
    split = strict_split(planted.scan())
    found = {name: number for number, context in enumerate(split.contexts) for name in context.tables}
    names = sorted(found)
    wanted = tuple(planted.context_of[name] for name in names)
    assert adjusted_rand_index(tuple(found[name] for name in names), wanted, [1] * len(names)) >= 0.95


def test_a_large_scan_takes_under_a_second_of_work() -> None:
    scan = Planted(20, 10, noise=0.2).scan(transactions=100, functions=100)
    assert len(scan.transactions) == 2000
    start = process_time()
    strict_split(scan)
    assert process_time() - start < 3  # a second where nothing else runs; three on a busy machine


@pytest.mark.slow
def test_same_bytes_whatever_the_hash_seed() -> None:
    code = (
        "import msgspec, sys; from boundary.model.scan import Scan; from boundary.split import strict_split;"
        "scan = msgspec.json.decode(sys.stdin.buffer.read(), type=Scan);"
        "sys.stdout.buffer.write(msgspec.json.encode(strict_split(scan)))"
    )
    document = msgspec.json.encode(Planted(4, 6, noise=0.3, named=False).scan())
    outputs = {
        subprocess.run(
            [sys.executable, "-c", code],
            input=document,
            capture_output=True,
            check=True,
            env={**os.environ, "PYTHONHASHSEED": seed},
        ).stdout
        for seed in ("1", "2")
    }
    assert len(outputs) == 1
    assert outputs == {msgspec.json.encode(strict_split(msgspec.json.decode(document, type=Scan)))}


names = st.sampled_from(["order", "order_line", "stock", "stock_item", "audit", "user", "user_role", "price"])
accesses = st.lists(st.tuples(st.sampled_from("+=-!???"), names), max_size=5)


@st.composite
def scans(draw: st.DrawFn) -> Scan:
    lines = [
        f"shop.m{number % 3}.f{number}: {' '.join(op + name for op, name in each)}"
        for number, each in enumerate(draw(st.lists(accesses, max_size=8)))
    ]
    outside = f"shop.m1.g: {' '.join(op + name for op, name in draw(accesses))}"
    keys = " ".join(f"{one}>{other}" for one, other in draw(st.lists(st.tuples(names, names), max_size=4)))
    return scan_of(
        *lines,
        outside=outside,
        foreign_keys=keys,
        modules="shop.m0 shop.m1 shop.m2 shop.settings",
        tables="order order_line stock stock_item audit user user_role price",
    )


@settings(deadline=None, suppress_health_check=[HealthCheck.too_slow], max_examples=60)
@given(scans(), st.sampled_from(GRAINS), st.integers(0, 3), st.booleans())
def test_no_strict_split_cuts_a_transaction(scan: Scan, grain: Grain, seed: int, guessed: bool) -> None:  # noqa: FBT001 - drawn
    split = strict_split(scan, grain=grain, seed=seed, guessed=guessed)
    assert cut_transactions(scan, split, guessed=guessed) == ()
    assert split.metrics["cut_transactions"] == split.metrics["cut_writes"] == 0
    assert sorted(name for context in split.contexts for name in context.tables) == sorted(t.name for t in scan.tables)
    placed = [*split.shared, *split.composers, *(name for context in split.contexts for name in context.modules)]
    assert sorted(placed) == sorted(module.name for module in scan.modules)
    assert len({context.name for context in split.contexts}) == len(split.contexts)


@settings(deadline=None, max_examples=40)
@given(scans(), st.integers(0, 99), st.sampled_from(GRAINS))
def test_order_does_not_matter(scan: Scan, seed: int, grain: Grain) -> None:
    assert msgspec.json.encode(strict_split(shuffled(scan, seed), grain=grain)) == msgspec.json.encode(
        strict_split(scan, grain=grain)
    )


@pytest.mark.parametrize("seed", range(4))
def test_names_do_not_matter_where_they_say_nothing(seed: int) -> None:
    scan = Planted(4, 7, noise=0.3, named=False, seed=seed).scan()
    names = {each.name: f"x{(7 * number + 3) % 101:03}" for number, each in enumerate(scan.tables)}
    before, after = strict_split(scan), strict_split(renamed(scan, names))
    assert partition(after) == {frozenset(names[name] for name in context) for context in partition(before)}
    assert {**after.metrics} == {**before.metrics}
