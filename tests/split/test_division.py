"""What divisions cost: kept up to date, never below the cheapest, and the same after what is not needed is left out."""

from __future__ import annotations

from itertools import product
from typing import TYPE_CHECKING

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from boundary.config import Settings
from boundary.model.wanted import Wanted
from boundary.split import exact
from boundary.split.bound import lower_bound
from boundary.split.division import Division, Limits
from boundary.split.problem import problem
from boundary.split.refine import Aim, refine

from .scans import scan_of
from .test_seams import transactions

if TYPE_CHECKING:
    from boundary.split.costs import Costs
    from boundary.split.problem import Problem


def problem_of(drawn: list[list[tuple[str, str, str]]]) -> Problem:
    lines = [
        f"m.f{number}: {' '.join(way + op + name for way, op, name in sorted(set(each)))}"
        for number, each in enumerate(drawn)
    ]
    return problem(scan_of(*lines), Wanted(), Settings())


def cheapest(found: Problem, homes: list[int]) -> int:
    """The cheapest seams of a division, by trying all sets of them."""
    context_of = {table: homes[unit] for unit, tables in enumerate(found.costs.tables) for table in tables}
    prices = found.trees.price
    best = sum(prices.values())
    for chosen in product((False, True), repeat=len(prices)):
        relaxed = {seam for seam, take in zip(prices, chosen, strict=True) if take}
        price = sum(prices[seam] for seam in relaxed)
        if price < best and all(
            len({context_of[table] for table in group}) == 1 for group in found.trees.groups(relaxed)
        ):
            best = price
    return best


drawn = st.lists(transactions, min_size=1, max_size=3)


@settings(deadline=None, max_examples=60)
@given(drawn, st.lists(st.integers(1, 3), min_size=4, max_size=4))
def test_prices_and_bounds_hold_the_cheapest_between_them(
    transactions: list[list[tuple[str, str, str]]], homes: list[int]
) -> None:
    found = problem_of(transactions)
    costs, homes = found.costs, homes[: found.costs.units]
    optimum = cheapest(found, homes)
    division = Division(costs, homes, 3, Limits(99))
    division.polish()
    assert lower_bound(costs, homes) <= optimum <= division.price
    if exact.available():
        proven = exact.cheapest(costs, homes)
        assert proven is not None
        assert (proven.price, round(proven.bound)) == (optimum, optimum)
        division.adopt(proven.seams)
        assert division.price == optimum


def as_new(costs: Costs, division: Division) -> tuple[int, int, list[int]]:
    """What a division would say if everything were counted anew with all its homes."""
    fresh = Division(costs, division.home[: costs.units], division.contexts, division.limits)
    for vertex in range(costs.units, costs.units + costs.parts):
        fresh.put(vertex, division.home[vertex])
    return fresh.price, fresh.faults, fresh.size


@pytest.mark.parametrize("hub", [0, 40])
@settings(deadline=None, max_examples=60, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(drawn, st.lists(st.tuples(st.integers(0, 3), st.integers(1, 3)), max_size=8))
def test_what_is_kept_up_to_date_is_what_counting_finds(
    monkeypatch: pytest.MonkeyPatch,
    hub: int,
    transactions: list[list[tuple[str, str, str]]],
    moves: list[tuple[int, int]],
) -> None:
    monkeypatch.setattr("boundary.split.links.HUB", hub)
    costs = problem_of(transactions).costs
    division = Division(costs, [1 + unit % 3 for unit in range(costs.units)], 3, Limits(2, 1))
    begin, cohesion = as_new(costs, division), division.cohesion
    mark = division.mark()
    for unit, context in moves:
        if unit < costs.units:
            after = division.price_after(unit, context)
            division.move(unit, context)
            assert division.price <= after
    assert (division.price, division.faults, division.size) == as_new(costs, division)
    refine(division, Aim(1000, 10, 1))
    assert (division.price, division.faults, division.size) == as_new(costs, division)
    division.back_to(mark)
    assert (division.price, division.faults, division.size) == begin
    assert division.cohesion == cohesion
    wanted, all_into = {part: list(each) for part, each in division._hubs.items()}, dict(division._all_into)
    division._ask_hubs()
    assert (division._hubs, division._all_into) == (wanted, all_into)
