"""Are the right things asked, in order, with the entry that answers them?"""

from __future__ import annotations

import tomllib

import pytest

from boundary import api
from boundary.config import parse
from boundary.model.scan import Access, BlindSpot, Frame, Guess, Scan, Transaction
from boundary.report import text
from boundary.report.questions import about_blind_spots, sections

CALL = Guess("shop/a.py", 5, "shop.a.place", "order.finish", ("shop.models.Order.finish",))
TOUCH = Guess("shop/a.py", 7, "shop.a.place", None, (), ("stock", "tag"))


def write(table: str, *via: Frame, line: int = 9, confidence: str = "certain") -> Access:
    function = "shop.models.Order.finish" if via else "shop.a.place"
    return Access(table, "update", "shop/a.py", line, function, confidence, via=via)  # type: ignore[arg-type]


def transaction(name: str, *accesses: Access, spots: tuple[BlindSpot, ...] = ()) -> Transaction:
    return Transaction(name, "block", "shop.a.place", "shop/a.py", 3, 20, accesses=accesses, blind_spots=spots)


def unresolved(call: str, line: int) -> BlindSpot:
    return BlindSpot("shop/a.py", line, f"call of {call} is not resolved")


def shop(*spots: BlindSpot) -> Scan:
    finish = write("billing", Frame("shop/a.py", 5, "shop.a.place"), confidence="guessed")
    touch = write("stock", line=7, confidence="guessed")
    return Scan(
        root="shop",
        transactions=(transaction("t", write("orders"), finish, touch, spots=spots),),
        guesses=(CALL, TOUCH),
    )


def test_a_guess_is_answered_by_no_or_by_yes() -> None:
    first, second = api.questions(shop())
    assert (first.subject, first.frees, first.parts, first.tables) == (CALL, 1, 1, ("billing",))
    assert (second.subject, second.frees, second.parts, second.tables) == (TOUCH, 1, 1, ("stock",))
    entries = [first.settled, first.confirmed, second.settled, second.confirmed]
    settled = [parse(tomllib.loads(entry or "")["tool"]["boundary"], "x").settle[0] for entry in entries]
    assert [one.never or one.reaches or one.writes for one in settled] == [
        ("shop.models.Order.finish",),
        ("shop.models.Order.finish",),
        ("stock", "tag"),
        ("stock",),
    ]
    assert [(one.function, one.call, one.at) for one in settled] == [
        *[("shop.a.place", "order.finish", None)] * 2,
        *[(None, None, "shop/a.py:7")] * 2,
    ]


def test_a_blind_spot_is_asked_about_once_for_each_call_of_a_function() -> None:
    found = about_blind_spots(shop(unresolved("thing.handle", 8), unresolved("thing.handle", 6), unresolved("go", 4)))
    assert [(one.subject.line, one.function, one.changes) for one in found] == [
        (4, "shop.a.place", False),
        (6, "shop.a.place", False),
    ]
    assert 'call = "thing.handle"\nreaches = ["..."]' in found[1].settled
    assert found[1].confirmed is None


@pytest.mark.parametrize("call", ["key.startswith", "data.get", "rows[].items"])
def test_nobody_is_asked_what_a_plain_value_does(call: str) -> None:
    assert about_blind_spots(shop(unresolved(call, 4))) == []


@pytest.mark.parametrize("call", ["rows.update", "order.tags.add", "get", "thing.handle"])
def test_what_may_write_is_asked(call: str) -> None:
    assert len(about_blind_spots(shop(unresolved(call, 4)))) == 1


def test_nobody_is_asked_which_of_very_many_tables_a_row_is_read_of() -> None:
    key = BlindSpot("shop/models.py", 4, "about may be a row of more models than are kept apart")
    call = BlindSpot("shop/a.py", 4, "call of row.save may be of more than are kept apart")
    assert [one.subject for one in about_blind_spots(shop(key, call))] == [call]


def test_sql_is_answered_with_the_statement() -> None:
    (question,) = about_blind_spots(shop(BlindSpot("shop/b.py", 4, "SQL that is not a constant")))
    assert question.settled.splitlines()[1:3] == ['at = "shop/b.py:4"', 'sql = "..."']


def test_guesses_that_change_nothing_come_last_and_are_not_shown() -> None:
    certain = (write("orders"), write("stock"), write("billing"))
    scan = Scan(
        root="shop",
        transactions=(*shop(unresolved("thing.handle", 4)).transactions, transaction("u", *certain)),
        guesses=(CALL, TOUCH),
    )
    asked = api.questions(scan)
    assert [isinstance(one.subject, BlindSpot) for one in asked] == [True, False, False]
    shown = text.render(sections(asked, full=True))
    assert "thing.handle" in shown
    assert "order.finish" not in shown


def test_ten_are_shown_and_some_are_about_what_was_not_seen() -> None:
    guesses = tuple(Guess("shop/a.py", line, "shop.a.place", None, (), (f"t{line}",)) for line in range(30, 50))
    accesses = [write(f"t{line}", line=line, confidence="guessed") for line in range(30, 50)]
    spots = tuple(unresolved(f"thing.do{line}", line) for line in range(5, 15))
    scan = Scan(root="shop", transactions=(transaction("t", write("orders"), *accesses, spots=spots),), guesses=guesses)
    lines = text.render(sections(api.questions(scan), full=False)).splitlines()
    asked = [line for line in lines if line.startswith("shop/a.py:")]
    assert ["thing.do" in line for line in asked] == [False] * 7 + [True] * 3
    every = text.render(sections(api.questions(scan), full=True)).splitlines()
    assert sum(line.startswith("shop/a.py:") for line in every) == 30


def test_the_report_asks() -> None:
    scan = shop(unresolved("thing.handle", 4))
    for format_ in ("text", "markdown"):
        report = api.render(scan, format_)
        assert "order.finish" in report
        assert "if it is wrong, the core loses 1 table and there is 1 more group of tables" in report
        assert "not seen, inside 1 transaction that writes" in report
    assert "uestions" not in api.render(Scan(root="shop"))
