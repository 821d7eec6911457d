"""Does every access say in words why it is believed?"""

from __future__ import annotations

from typing import Any

import pytest

from boundary.model.scan import Access, Frame, Guess, Scan, Transaction
from boundary.report import markdown, text
from boundary.report.explain import explain
from boundary.report.rules import reasons


@pytest.mark.parametrize(
    ("known", "said"),
    [
        ({}, "certain: names resolve"),
        ({"rule": "orm"}, "certain: names resolve; a call of the ORM"),
        ({"rule": "join", "confidence": "inferred"}, "inferred: types were followed; a lookup that joins"),
        ({"rule": "orm", "confidence": "guessed"}, "guessed: by a name alone; a call of the ORM"),
        ({"rule": "settled"}, "certain; settled in the configuration"),
        (
            {"rule": "settled", "confidence": "guessed"},
            "guessed: by a name alone; settled in the configuration",
        ),
        (
            {"rule": "delete", "because": "cascade"},
            "certain: names resolve; rows that are deleted; as a delete cascades",
        ),
        ({"rule": "of a later version"}, "certain: names resolve; of a later version"),
    ],
)
def test_reasons(known: dict[str, Any], said: str) -> None:
    assert "; ".join(reasons(Access("orders", "delete", **known))) == said


def test_explain_marks_the_call_that_is_a_guess() -> None:
    via = (Frame("a.py", 4, "a.place"), Frame("a.py", 9, "a.help"))
    accesses = (
        Access("orders", "update", "b.py", 2, "b.Order.finish", "guessed", rule="orm", via=via),
        Access("stock", "read", "a.py", 5, "a.place", "guessed", rule="join"),
    )
    guesses = (Guess("a.py", 9, "a.help", "order.finish", ("b.Order.finish",)),)
    held = Transaction("t", "block", "a.place", "a.py", 3, 7, accesses=accesses)
    shown = text.render(explain(Scan(root="x", transactions=(held,), guesses=guesses), "a.place")).splitlines()
    assert "    update orders  guessed: by a name alone; a call of the ORM" in shown
    assert "      a.py:4 in a.place" in shown
    assert "      a.py:9 in a.help  (a guess: order.finish)" in shown
    assert "  stock  read at a.py:5 in a.place  (guessed: by a name alone; a lookup that joins)" in shown


def test_a_rule_from_a_document_is_quoted() -> None:
    accesses = (Access("orders", "update", "b.py", 2, "b.f", rule="<b>rule</b>"),)
    scan = Scan(root="x", transactions=(Transaction("t", "block", "b.f", "b.py", 1, accesses=accesses),))
    assert "certain: names resolve; `<b>rule</b>`" in markdown.render(explain(scan, "b.f"))
