"""The second opinion: it must find every cut, and agree with the metrics."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from boundary.model.scan import Context, Scan, Split
from boundary.split import InternalError, cut_transactions
from boundary.split.strict import build_split
from boundary.split.verify import require_whole

from .scans import scan_of, table


def split_of(*contexts: str) -> Split:
    return Split("asked", 0, tuple(Context(f"c{number}", tuple(text.split())) for number, text in enumerate(contexts)))


def cut_ids(scan: Scan, *contexts: str, guessed: bool = True) -> list[str]:
    return [each.id for each in cut_transactions(scan, split_of(*contexts), guessed=guessed)]


def test_finds_the_transactions_that_cross() -> None:
    scan = scan_of("f: +a +b", "g: +b ?a", "h: !a =c")
    assert cut_ids(scan, "a b c") == []
    assert cut_ids(scan, "a b", "c") == ["h"]
    assert cut_ids(scan, "a", "b c") == ["f", "h"]


def test_a_guess_counts_like_the_rest_unless_left_out() -> None:
    scan = scan_of("f: +a +b~")
    assert cut_ids(scan, "a", "b") == ["f"]
    assert cut_ids(scan, "a", "b", guessed=False) == []


def test_another_database_is_another_transaction() -> None:
    tables = [table("s.m.A", "a"), table("l.m.B", "b", "logs"), table("l.m.C", "c", "logs")]
    scan = scan_of("f: +a +b", "g@logs: +b +c", tables=tables)
    assert cut_ids(scan, "a", "b c") == []
    assert cut_ids(scan, "a b", "c") == ["g@logs"]


def test_a_table_that_is_in_no_context_cuts() -> None:
    assert cut_ids(scan_of("f: +a +b"), "a") == ["f"]


def test_a_broken_promise_is_a_bug_and_names_the_transaction() -> None:
    scan = scan_of("shop.place: +a +b", tables="a b c")
    with pytest.raises(InternalError, match=r"cuts 1 transactions.*shop\.place"):
        require_whole(scan, split_of("a", "b c"))
    with pytest.raises(InternalError, match="into two contexts: c"):
        require_whole(scan, split_of("a b c", "c"))
    with pytest.raises(InternalError, match="leaves out tables: c"):
        require_whole(scan, split_of("a b"))
    require_whole(scan, split_of("a b", "c"))


names = st.sampled_from("abcdef")
ops = st.sampled_from("+=-!?")


@given(
    st.lists(st.lists(st.tuples(ops, names, st.booleans()), max_size=5), max_size=6),
    st.fixed_dictionaries({name: st.integers(0, 2) for name in "abcdef"}),
    st.booleans(),
)
def test_claimed_cuts_are_the_found_cuts(
    transactions: list[list[tuple[str, str, bool]]],
    context_of: dict[str, int],
    guessed: bool,  # noqa: FBT001 - drawn
) -> None:
    lines = [
        f"f{number}: {' '.join(f'{op}{name}' + '~' * guess for op, name, guess in accesses)}"
        for number, accesses in enumerate(transactions)
    ]
    scan = scan_of(*lines, tables="a b c d e f")
    contexts = [[name for name in "abcdef" if context_of[name] == number] for number in range(3)]
    split = build_split("asked", scan, [tables for tables in contexts if tables], guessed=guessed)
    writing = sum(
        any(a.binds and (guessed or a.confidence != "guessed") for a in t.accesses) for t in scan.transactions
    )
    found = len(cut_transactions(scan, split, guessed=guessed))
    assert split.metrics["cut_transactions"] == round(found / writing if writing else 0.0, 4)
    assert (split.metrics["cut_writes"] == 0) == (found == 0)
