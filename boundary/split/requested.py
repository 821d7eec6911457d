"""Which split meets the wishes best?  One that follows the domain, and where they differ the cheapest.

What is asked for are limits (how many contexts, how large, which pins, what price); within them there are two answers.
"requested" weighs seams and evidence, as the frontier does; "requested-cheapest" looks at the price alone, at the
evidence only where prices are equal, and it takes contexts of a single table. In a document without source the number
of cut transactions is what the price stands for, so both are the same there more often than not.
"""

from __future__ import annotations

from math import ceil
from typing import TYPE_CHECKING

from boundary.errors import InputError
from boundary.split.division import Division, Limits
from boundary.split.frontier import PULLS, Point, balanced, merge_a_pair, numbered, starts, with_price
from boundary.split.refine import Aim
from boundary.split.search import BRIEF, THOROUGH, Search

if TYPE_CHECKING:
    from collections.abc import Sequence

    from boundary.split.problem import Homes, Problem

TOLERANCE = 1e-9
"""A share of a third asks for three contexts, whatever its last digit."""


def requested_points(problem: Problem, strict: Point, frontier: Sequence[Point]) -> list[Point]:
    """The divisions that keep every wish: the balanced one, then the cheapest where that is another.

    A budget alone is answered by the `frontier`: the most contexts that it buys. Raises `InputError` where nothing can
    be found.
    """
    _possible(problem)
    wanted = problem.wanted
    if wanted.contexts is None and wanted.max_share is None and wanted.budget is not None and frontier:
        return [max(frontier, key=lambda point: (point.contexts, -point.largest, -point.price))]
    for contexts in [wanted.contexts] if wanted.contexts is not None else _counts(problem, strict):
        points = [with_price(problem, point) for point in _of(problem, contexts)]
        kept = [point for point in points if wanted.budget is None or point.price <= wanted.budget]
        if kept:
            return list({point.homes: point for point in kept}.values())
    raise InputError(_none(problem))


def _possible(problem: Problem) -> None:
    wanted, units = problem.wanted, problem.costs.units
    if wanted.contexts is not None and wanted.contexts > units:
        raise InputError(f"--contexts {wanted.contexts}: there are {units} tables that can be divided")
    if wanted.contexts is not None and wanted.max_share is not None and wanted.contexts * wanted.max_share < 1:
        least = 1 / wanted.contexts
        raise InputError(
            f"--max-share {wanted.max_share:g}: {wanted.contexts} contexts of that share do not hold all tables;"
            f" {least:.3g} is the least"
        )


def _counts(problem: Problem, strict: Point) -> list[int]:
    """How many contexts to try, fewest first, where the number is left open: as few as the wishes allow."""
    share = problem.wanted.max_share
    least = min(strict.contexts, problem.costs.units) if share is None else ceil(1 / share - TOLERANCE)
    least = max(least, len(set(problem.pins.names.values())))
    return list(range(least, max(least, min(problem.size.most(problem.tables), problem.costs.units)) + 1))


def _none(problem: Problem) -> str:
    wanted = problem.wanted
    wishes = [
        f"{wanted.contexts} contexts" if wanted.contexts is not None else "",
        f"none with more than {wanted.max_share:g} of the tables" if wanted.max_share is not None else "",
        f"for {wanted.budget:g} or less" if wanted.budget is not None else "",
        "with these pins" if wanted.together or wanted.apart or wanted.keep else "",
    ]
    return f"no split was found with {', '.join(wish for wish in wishes if wish)}"


def _of(problem: Problem, contexts: int) -> list[Point]:
    """The balanced and the cheapest division into so many contexts, as far as there are any."""
    some = problem.size.smallest if contexts * problem.size.smallest <= problem.tables else 1
    given = _given(problem, contexts)
    finest = [Division(problem.costs, homes, contexts, Limits(problem.tables)).price for homes in given]
    balance = balanced(problem, max(finest, default=1))
    stakes = sum(problem.costs.edge_price) + sum(problem.costs.price) + 1
    fault = 100 * stakes * balance.price * max(1, balance.cohesion)
    effort = BRIEF if problem.costs.parts else THOROUGH
    found = []
    for cohesion, smallest in ((balance.cohesion, some), (1, 1)):
        aim = Aim(fault, balance.price, cohesion)
        limits = Limits(problem.largest(contexts), smallest, problem.apart)
        _, homes = Search(problem.costs, contexts, limits, aim, effort, problem.wanted.seed).best(given)
        division = Division(problem.costs, homes, contexts, limits)
        if not division.faults:
            found.append(Point(numbered(homes), contexts, max(division.size), division.price))
            given = [*given, homes]
    return found


def _given(problem: Problem, contexts: int) -> list[Homes]:
    """The starts with contexts merged until there are so many, without those that have fewer."""
    found: dict[tuple[int, ...], None] = {}
    for start in starts(problem):
        limits = Limits(problem.tables, 1, problem.apart)
        price = Division(problem.costs, start, max(start), limits).price
        for pull in PULLS[1:]:
            division = Division(problem.costs, start, max(start), limits)
            aim = balanced(problem, price)
            while len(division.open) > contexts and merge_a_pair(division, aim, pull):
                pass
            if len(division.open) == contexts:
                found[numbered(division.home[: problem.costs.units])] = None
    return [list(homes) for homes in found]
