"""The call graph of small programs does not get worse."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

from tests.benchmarks.callgraph.__main__ import main
from tests.benchmarks.callgraph.measure import cases, measure, total

if TYPE_CHECKING:
    import pytest

LEAST_PRECISION = 1.0
LEAST_RECALL = 0.963


def test_the_totals_do_not_fall() -> None:
    summed = total(measure(case)[0] for case in cases())
    assert summed.precision >= LEAST_PRECISION
    assert summed.recall >= LEAST_RECALL


def test_every_case_has_a_name_of_its_own_and_says_what_it_expects() -> None:
    names = Counter((case.category, case.name) for case in cases())
    assert [name for name, count in names.items() if count > 1] == []
    silent = [case.name for case in cases() if not case.expected]
    assert silent == [
        "eval is not read",
        "a module that is not there",
        "what comes from outside has no methods of ours",
    ]


def test_the_table(capsys: pytest.CaptureFixture[str]) -> None:
    main(verbose=False)
    first, *_, last = capsys.readouterr().out.splitlines()
    assert first.split() == ["category", "cases", "calls", "precision", "recall"]
    assert last.split()[0] == "total"
