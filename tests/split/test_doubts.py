"""Which guess changes the split most?  By leaving each out, checked against leaving each out the slow way."""

from __future__ import annotations

import msgspec
import pytest
from hypothesis import given
from hypothesis import strategies as st

from boundary.model.scan import Access, Frame, Guess, Scan, Transaction
from boundary.split.contract import contract
from boundary.split.doubts import doubts

TABLES = "abcdef"


def guess(line: int, *, reaches: str = "", tables: str = "") -> Guess:
    return Guess("f.py", line, "f", reaches=tuple(reaches), tables=tuple(tables))


def access(table: str, *lines: int, own: int = 0) -> Access:
    """A write of a table, through calls at lines that are guessed, from a line (`own`) that may be."""
    via = tuple(Frame("f.py", line, "f") for line in lines)
    named = "f" if own else "g"
    return Access(table, "update", "f.py", own or 99, named, "guessed" if lines or own else "certain", via=via)


def scan_of(*transactions: tuple[Access, ...], guesses: tuple[Guess, ...]) -> Scan:
    held = tuple(
        Transaction(f"t{number}", "block", "f", "f.py", number, accesses=accesses)
        for number, accesses in enumerate(transactions)
    )
    return Scan(root="x", transactions=held, guesses=guesses)


def found(scan: Scan) -> list[tuple[int, int, int, str]]:
    return [(one.guess.line, one.frees, one.parts, "".join(one.tables)) for one in doubts(scan)]


CALL = guess(1, reaches="fg")
TOUCH = guess(2, tables="b")


@pytest.mark.parametrize(
    ("transactions", "expected"),
    [
        pytest.param([(access("a"), access("b", 1))], [(1, 1, 1, "b")], id="a guessed call"),
        pytest.param([(access("a"), access("b", own=2))], [(2, 1, 1, "b")], id="a guessed access"),
        pytest.param([(access("a"), access("c", own=2))], [], id="another table of that line"),
        pytest.param([(access("a"), access("b", 1), access("b"))], [], id="certain beside it"),
        pytest.param([(access("a"), access("b", 1)), (access("a"), access("b"))], [(1, 0, 0, "b")], id="glued anyway"),
        pytest.param(
            [(access("a"), access("b", 1), access("c", 1), access("d"))], [(1, 2, 2, "bc")], id="one guess, two tables"
        ),
        pytest.param([(access("a", 1), access("b", own=2))], [(1, 1, 1, "a"), (2, 1, 1, "b")], id="all is guessed"),
        pytest.param(
            [(access("a"), access("b", 1, own=2))], [(1, 1, 1, "b"), (2, 1, 1, "b")], id="on the way and at the end"
        ),
        pytest.param([(access("a", 1),)], [(1, 0, 0, "a")], id="alone in its transaction"),
    ],
)
def test_what_a_guess_changes(
    transactions: list[tuple[Access, ...]], expected: list[tuple[int, int, int, str]]
) -> None:
    assert found(scan_of(*transactions, guesses=(CALL, TOUCH))) == expected


def test_the_guess_that_frees_most_comes_first() -> None:
    first = (access("a"), access("b", 1))
    second = (access("c"), access("d"), access("e"), access("f", own=3))
    guesses = (CALL, guess(3, tables="f"))
    assert [one.guess.line for one in doubts(scan_of(first, second, guesses=guesses))] == [3, 1]


@given(
    st.lists(
        st.lists(st.tuples(st.sampled_from(TABLES), st.sampled_from([0, 1, 2, 3])), max_size=5),
        max_size=5,
    )
)
def test_leaving_out_all_at_once_is_leaving_out_each(plain: list[list[tuple[str, int]]]) -> None:
    guesses = tuple(guess(line, reaches="g") for line in (1, 2, 3))
    transactions = [tuple(access(table, *([line] if line else [])) for table, line in one) for one in plain]
    scan = scan_of(*transactions, guesses=guesses)
    for one in doubts(scan):
        without = msgspec.structs.replace(
            scan,
            transactions=tuple(
                msgspec.structs.replace(
                    held, accesses=tuple(a for a in held.accesses if not a.via or a.via[0].line != one.guess.line)
                )
                for held in scan.transactions
            ),
            accesses=tuple(Access(table, "read") for table in TABLES),
        )
        whole = msgspec.structs.replace(scan, accesses=without.accesses)
        before, after = (contract(held).groups for held in (whole, without))
        assert one.frees == max(map(len, before)) - max(map(len, after))
        assert one.parts == len(after) - len(before)
