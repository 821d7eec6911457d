"""How large the core is, and what glues it."""

from __future__ import annotations

import msgspec
from hypothesis import given
from hypothesis import strategies as st

from boundary.model.scan import Frame
from boundary.split import glue
from boundary.split.contract import bindings, contract_bound
from boundary.split.core import largest_without_each
from boundary.split.hubs import largest_without_each_table

from .scans import scan_of, transaction


def test_the_core_is_the_largest_group_of_written_tables() -> None:
    report = glue(scan_of("f: +a +b", "g: +b +c ?x", "h: +d", tables="a b c d x y"))
    assert report.largest == ("a", "b", "c")
    assert (report.tables, report.written, report.groups) == (6, 4, 2)
    assert (report.transactions, report.writing, report.joining) == (3, 3, 2)
    assert (report.share_of_written, report.share_of_all) == (0.75, 0.5)


def test_sites_are_ranked_by_what_goes_when_they_go() -> None:
    report = glue(scan_of("bridge: +c +d", "left: +a +b +c", "right: +d +e", "again: +d +e", "far: +x +y"))
    assert [(site.function, site.frees) for site in report.sites] == [
        ("left", 2),
        ("bridge", 2),
        ("right", 0),
        ("again", 0),
    ]
    assert str(report.sites[0]) == "left (code.py:11) binds 3 tables; without it the largest group loses 2"


def test_a_helper_that_opens_a_transaction_for_its_caller_glues_nothing_by_itself() -> None:
    block = transaction("place: +a +b +c", line=20)
    other = transaction("pay: +c +d", line=30)
    place, pay = (Frame(one.file, one.line, one.function) for one in (block, other))
    opened = msgspec.structs.replace(transaction("traced: +a +b +c", line=5), entered_at=place)
    more = msgspec.structs.replace(transaction("traced: +c +d +e", line=5), entered_at=pay)
    report = glue(scan_of(block, other, opened))
    assert (report.transactions, report.joining) == (2, 2)
    assert [(site.function, site.frees) for site in report.sites] == [("place", 2), ("pay", 1)]
    # one that binds more than the block on it is no repetition
    assert glue(scan_of(block, other, opened, more)).largest == ("a", "b", "c", "d", "e")


def test_transactions_of_one_site_are_relaxed_together() -> None:
    one, other = transaction("view: +a +b", line=5), transaction("view: +b +c", line=5)
    report = glue(scan_of(one, other, "g: +c +d"))
    assert [(site.function, site.frees, site.tables) for site in report.sites] == [
        ("view", 2, ("a", "b", "c")),
        ("g", 1, ("c", "d")),
    ]


def test_nothing_is_glued() -> None:
    report = glue(scan_of("f: ?a ?b"))
    assert (report.largest, report.share_of_written, report.share_of_all, report.sites) == ((), 0.0, 0.0, ())
    assert [site.function for site in glue(scan_of("f: +a", "g: +b")).sites] == []


names = st.sampled_from("abcdefghij")


@given(st.lists(st.sets(names, min_size=2, max_size=4), min_size=1, max_size=9))
def test_leaving_each_site_out_agrees_with_doing_it_the_long_way(sets: list[set[str]]) -> None:
    hyperedges = {("f", number, "g"): frozenset({tuple(sorted(each))}) for number, each in enumerate(sets)}
    lines = [f"f{number}: {' '.join(f'+{name}' for name in sorted(each))}" for number, each in enumerate(sets)]
    found = largest_without_each(hyperedges)
    for number in range(len(sets)):
        kept = bindings(scan_of(*(line for index, line in enumerate(lines) if index != number)))
        groups = contract_bound("abcdefghij", kept).groups
        largest = max(map(len, groups))
        assert found["f", number, "g"] == (largest if largest > 1 else 0)


# --- tables that hold it together ---------------------------------------------------------------------------


def test_a_table_that_everything_writes_holds_the_core_together() -> None:
    report = glue(scan_of("f: +a +b +log", "g: +c +log", "h: +d +e +log", "i: +x +y"))
    assert report.largest == ("a", "b", "c", "d", "e", "log")
    # without it, (a b), (c) and (d e) are left, and (x y), which is no larger
    assert [(hub.table, hub.transactions, hub.frees) for hub in report.hubs] == [("log", 3, 4)]
    assert str(report.hubs[0]) == "log is written by 3 transactions; without it the largest group loses 4"


def test_a_table_whose_others_stay_together_is_no_hub() -> None:
    assert glue(scan_of("f: +a +b +log", "g: +b +c", "h: +c +log")).hubs == ()
    assert glue(scan_of("f: +a +b")).hubs == ()


def test_no_table_frees_more_than_leaves_the_next_largest_group() -> None:
    report = glue(scan_of("f: +a +b +log", "g: +c +log", "h: +x +y +z"))
    assert [(hub.table, hub.frees) for hub in report.hubs] == []  # of four tables three remain elsewhere
    assert [(hub.table, hub.frees) for hub in glue(scan_of("f: +a +b +log", "g: +c +log")).hubs] == [("log", 2)]


def test_what_nobody_wrote_out_is_left_out_together() -> None:
    [removed] = scan_of("remove: -a -b").transactions
    cascade = msgspec.structs.replace(removed.accesses[1], because="cascade")
    removed = msgspec.structs.replace(removed, accesses=(removed.accesses[0], cascade))
    report = glue(scan_of("f: +a +c +log|audit", "g: +b +log|audit", "h: +c ?d +user|auth", removed))
    assert [(one.words, one.tables, one.transactions, one.largest) for one in report.causes] == [
        ("what libraries write unasked", ("log", "user"), 3, 3),
        ("what deletions cascade to", ("b",), 1, 5),
        ("what libraries write unasked and what deletions cascade to", ("b", "log", "user"), 4, 2),
    ]
    assert str(report.causes[0]) == "without what libraries write unasked the largest group has 3 tables"
    # what somebody asks for stays
    assert glue(scan_of("f: +a +log|audit", "g: +b +log|audit", "h: +a +b +log")).causes[0].largest == 3
    assert glue(scan_of("f: +a +b")).causes == ()


@given(st.lists(st.sets(st.sampled_from("abcdefghij"), min_size=2, max_size=4), min_size=1, max_size=9))
def test_what_is_left_without_a_table_is_what_is_left(found: list[set[str]]) -> None:
    groups = contract_bound(
        "abcdefghij", bindings(scan_of(*(f"t{n}: +{' +'.join(sorted(one))}" for n, one in enumerate(found))))
    )
    largest = max(groups.groups, key=len)
    held = {tuple(sorted(one)) for one in found if one <= set(largest)}
    for table, size in largest_without_each_table(held).items():
        rest = [" +".join(sorted(set(one) - {table})) for one in held]
        left = contract_bound(
            sorted(set(largest) - {table}), bindings(scan_of(*(f"t{n}: +{one}" for n, one in enumerate(rest) if one)))
        )
        assert size == max(map(len, left.groups)), table
