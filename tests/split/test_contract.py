"""Which tables the hard rule holds together."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from boundary.split.contract import bindings, contract

from .scans import assert_other_groups, assert_same_group, scan_of, shuffled, table, transaction


@pytest.mark.parametrize("ops", ["+a +b", "=a -b", "!a +b", "!a !b", "+a ?c +b"])
def test_writes_and_locks_of_one_transaction_bind(ops: str) -> None:
    assert_same_group(scan_of(f"f: {ops}"), "a", "b")


@pytest.mark.parametrize("ops", ["+a ?b", "?a ?b", "!a ?b"])
def test_reads_do_not_bind(ops: str) -> None:
    assert_other_groups(scan_of(f"f: {ops}"), "a", "b")


def test_transactions_that_share_a_table_bind_all_of_theirs() -> None:
    assert_same_group(scan_of("f: +a +b", "g: =b +c", "h: -c !d"), "a", "b", "c", "d")


def test_writes_outside_a_transaction_do_not_bind() -> None:
    assert_other_groups(scan_of("f: +a", outside="g: +a +b"), "a", "b")


def test_a_guess_binds_unless_the_user_says_otherwise() -> None:
    scan = scan_of("f: +a +b~ +c")
    assert_same_group(scan, "a", "b", "c")
    assert_same_group(scan, "a", "c", guessed=False)
    assert_other_groups(scan, "a", "b", guessed=False)


def test_a_transaction_does_not_bind_tables_of_another_database() -> None:
    tables = [
        table("shop.m.A", "a"),
        table("shop.m.B", "b"),
        table("log.m.C", "c", "logs"),
        table("log.m.D", "d", "logs"),
    ]
    scan = scan_of("f: +a +b +c +d", tables=tables)
    assert_same_group(scan, "a", "b")
    assert_other_groups(scan, "a", "c")


def test_a_table_declared_in_two_databases_is_bound_in_either() -> None:
    tables = [table("s.m.A", "a"), table("s.m.A", "a", "copy"), table("s.m.B", "b", "copy")]
    assert_same_group(scan_of("f@copy: +a +b", tables=tables), "a", "b")


def test_an_unknown_database_binds_everywhere() -> None:
    tables = [table("s.m.A", "a"), table("s.m.B", "b")]
    unknown = transaction("f: +a +b")
    assert_same_group(scan_of(unknown, tables=tables), "a", "b")
    assert [bound.tables for bound in bindings(scan_of(unknown, tables=tables))] == [("a", "b")]


def test_every_table_is_in_one_group_even_if_nothing_uses_it() -> None:
    contraction = contract(scan_of("f: +a +b", tables="a b c"))
    assert contraction.groups == (("a", "b"), ("c",))


names = st.sampled_from("abcdefgh")
written = st.lists(st.sets(names, max_size=4), max_size=8)


@given(written, st.sets(names, max_size=5), st.integers(0, 5))
def test_one_more_transaction_never_makes_the_groups_finer(sets: list[set[str]], more: set[str], seed: int) -> None:
    lines = [f"f{number}: {' '.join(f'+{name}' for name in sorted(each))}" for number, each in enumerate(sets)]
    before = contract(scan_of(*lines, tables="a b c d e f g h"))
    added = f"extra: {' '.join(f'!{name}' for name in sorted(more))}"
    after = contract(shuffled(scan_of(*lines, added, tables="a b c d e f g h"), seed))
    for group in before.groups:
        assert len({after.group_of[name] for name in group}) == 1
