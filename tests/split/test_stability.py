"""What comes back with less evidence, and what does not."""

from __future__ import annotations

from boundary import api
from boundary.model.wanted import Wanted

from .planted import Planted


def test_planted_contexts_come_back() -> None:
    finest = api.split(Planted(4, 8, noise=0.1, seams=2).scan()).splits[-1]
    assert finest.metrics["stability"] >= 0.95
    assert [context.returns for context in finest.contexts] == [1.0] * 4


def test_what_goes_through_a_planted_context_does_not_come_back() -> None:
    planted = Planted(4, 8, noise=0.1, seams=2)
    apart = tuple((planted.tables[0][0], other) for other in planted.tables[0][4:])
    splits = api.split(planted.scan(), _wanted(apart)).splits
    asked = next(split for split in splits if split.name == "requested")
    returns = {table: context.returns or 0 for context in asked.contexts for table in context.tables}
    assert min(returns[table] for table in planted.tables[0]) < 0.6
    assert asked.metrics["stability"] < 0.95


def _wanted(apart: tuple[tuple[str, str], ...]) -> Wanted:
    return Wanted(contexts=5, apart=apart)
