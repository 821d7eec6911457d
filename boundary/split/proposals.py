"""Which splits are proposed?  The strict one, the one that was asked for, and the frontier."""

from __future__ import annotations

from typing import TYPE_CHECKING

import msgspec

from boundary.split import choosing
from boundary.split.frontier import Point, frontier_points
from boundary.split.order import in_order
from boundary.split.problem import problem
from boundary.split.requested import requested_points
from boundary.split.stability import Witnesses
from boundary.split.strict import DIGITS, build_split, strict_split
from boundary.split.verify import InternalError, cut_transactions, still_cut

if TYPE_CHECKING:
    from boundary.config import Settings
    from boundary.model.scan import Scan, Split
    from boundary.model.wanted import Wanted
    from boundary.split.problem import Problem

REQUESTED = (choosing.REQUESTED, choosing.CHEAPEST)


def proposals(scan: Scan, wanted: Wanted, settings: Settings) -> tuple[Split, ...]:
    """The splits of `scan`: "strict", then "requested" where `wanted` asks for one, then the frontier by price.

    Raises `InputError` where what is wanted cannot be, and `InternalError` if a split's seams do not free every
    transaction that it cuts: a bug.
    """
    strict = strict_split(scan, grain=wanted.grain, seed=wanted.seed, guessed=wanted.guessed, weights=settings.weights)
    if not strict.contexts:
        return (strict,)
    found = problem(scan, wanted, settings)
    start = _as_point(strict)
    finer = frontier_points(found, start)
    asked = requested_points(found, start, finer) if wanted.particular else []
    named = [
        *zip(asked, REQUESTED, strict=False),
        *((point, f"frontier-{number}") for number, point in enumerate(finer, 1)),
    ]
    if not named:
        return (strict,)
    witnesses = Witnesses(found.graph, wanted.seed)
    return (strict, *(_with_stability(split_of(found, point, name), point, found, witnesses) for point, name in named))


def _with_stability(split: Split, point: Point, problem: Problem, witnesses: Witnesses) -> Split:
    """The split with how much of it, and of each context, comes back."""
    stability = witnesses.stability(point.homes)
    home_of = {table: home for unit, home in zip(problem.costs.tables, point.homes, strict=True) for table in unit}
    split.metrics["stability"] = round(stability.whole, DIGITS)
    contexts = [
        msgspec.structs.replace(context, returns=round(stability.contexts[home_of[context.tables[0]]], DIGITS))
        for context in split.contexts
    ]
    return msgspec.structs.replace(split, contexts=tuple(contexts))


def _as_point(strict: Split) -> Point:
    """The strict split as the frontier's first point; its units do not matter, nothing is left to find for it."""
    sizes = [len(context.tables) for context in strict.contexts]
    return Point((), len(sizes), max(sizes), 0.0)


def split_of(problem: Problem, point: Point, name: str) -> Split:
    """A priced division as a split: named, measured, its seams in order, and re-checked by other code."""
    if point.paid is None:
        raise InternalError(f"the split '{name}' has no price")
    scan, guessed = problem.scan, problem.wanted.guessed
    bare = build_split(name, scan, problem.contexts_of(point.homes), usage=problem.usage, guessed=guessed)
    cut = {transaction.id for transaction in cut_transactions(scan, bare, guessed=guessed)}
    relaxed = in_order(problem, point.paid.seams, cut)
    split = msgspec.structs.replace(_with_names(problem, bare), price=float(point.price), relaxed=relaxed)
    split.metrics["relaxed_seams"] = len(relaxed)
    split.metrics["price_gap"] = round(point.paid.gap, DIGITS)
    left = still_cut(scan, split, guessed=guessed)
    if left:
        raise InternalError(f"the seams of '{name}' leave {len(left)} transactions cut: {left[0]}")
    return split


def _with_names(problem: Problem, split: Split) -> Split:
    """The split with the names that `--keep` gives; a context of the same name by itself makes room."""
    given = {table: name for unit, name in problem.pins.names.items() for table in problem.pins.units[unit]}
    if not given:
        return split
    taken = set(given.values())
    named = []
    for context in split.contexts:
        name = next((given[table] for table in context.tables if table in given), None)
        free = f"{context.name}-rest" if context.name in taken else context.name
        named.append(msgspec.structs.replace(context, name=name or free))
    return msgspec.structs.replace(split, contexts=tuple(named))
