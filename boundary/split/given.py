"""What does a division cost that somebody gives?  A split of given contexts, priced, placed and measured like ours.

The given tables decide. Modules stay where the division puts them; the others follow the tables that they use.
"""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

import msgspec

from boundary.config import Settings
from boundary.model.scan import Context, Split
from boundary.model.wanted import Wanted
from boundary.split.assign import assign
from boundary.split.metrics import split_metrics
from boundary.split.order import in_order
from boundary.split.pricing import priced
from boundary.split.problem import problem
from boundary.split.verify import InternalError, cut_transactions, still_cut

if TYPE_CHECKING:
    from collections.abc import Mapping

    from boundary.model.scan import Scan
    from boundary.split.pricing import Priced
    from boundary.split.problem import Problem
    from boundary.split.seams import Forest
    from boundary.split.usage import Usage

DIGITS = 4
REST = "(rest)"
"""The context of the tables that a given division says nothing of."""


@dataclass(frozen=True, slots=True)
class Division:
    """A division by name: the context of every table, and of those modules that are given one.

    `names` are the contexts in their order; one of them may hold modules alone, or nothing.
    """

    names: tuple[str, ...]
    tables: Mapping[str, str]
    modules: Mapping[str, str] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Ground:
    """What pricing and measuring needs of a scan, gathered once for many divisions."""

    scan: Scan
    problem: Problem
    guessed: bool = True

    @property
    def usage(self) -> Usage:
        """Accesses, relations, what entry points reach, joins."""
        return self.problem.usage

    @property
    def trees(self) -> Forest:
        """All transactions, taken apart at every seam."""
        return self.problem.trees


def ground(scan: Scan, settings: Settings | None = None, *, guessed: bool = True) -> Ground:
    """Gather it; `settings` say what seams cost. Without `guessed`, what rests on a name alone does not bind."""
    return Ground(scan, problem(scan, Wanted(guessed=guessed), settings or Settings()), guessed)


def price_of_division(on: Ground, context_of: Mapping[str, int]) -> Priced:
    """What a division of all tables costs, as exactly as it can be told, and the seams that it needs."""
    return priced(on.problem, on.problem.homes_of({table: context + 1 for table, context in context_of.items()}))


def division_of(split: Split) -> Division:
    """The division that a split has."""
    return Division(
        tuple(context.name for context in split.contexts),
        {table: context.name for context in split.contexts for table in context.tables},
        {module: context.name for context in split.contexts for module in context.modules},
    )


def completed(division: Division, tables: tuple[str, ...]) -> Division:
    """The division with the tables that it says nothing of in a context of their own, and without tables unknown."""
    missing = [table for table in tables if table not in division.tables]
    names = (*division.names, REST) if missing else division.names
    placed = {table: division.tables.get(table, REST) for table in tables}
    return Division(names, placed, division.modules)


def split_of(name: str, division: Division, on: Ground) -> Split:
    """The split of a division: its seams and their price, modules and entry points placed, metrics filled.

    Raises `InternalError` if the seams do not free every transaction that is cut: a bug.
    """
    index = {context: number for number, context in enumerate(division.names)}
    context_of = {table: index[context] for table, context in division.tables.items()}
    placed = assign(on.scan, on.usage, context_of)
    home = {**placed.home, **{module: index[context] for module, context in division.modules.items()}}
    tables, modules = _members(context_of), _members(home)
    paid = price_of_division(on, context_of)
    bare = Split(
        name=name,
        price=float(paid.price),
        contexts=tuple(
            Context(context, tuple(tables[number]), tuple(modules[number]), placed.entry_points.get(number, ()))
            for number, context in enumerate(division.names)
        ),
        shared=tuple(module for module in placed.shared if module not in home),
        composers=tuple(module for module in placed.composers if module not in home),
    )
    cut = {transaction.id for transaction in cut_transactions(on.scan, bare, guessed=on.guessed)}
    split = msgspec.structs.replace(bare, relaxed=in_order(on.problem, paid.seams, cut))
    left = still_cut(on.scan, split, guessed=on.guessed)
    if left:
        raise InternalError(f"the seams of '{name}' leave {len(left)} transactions cut: {left[0]}")
    metrics = split_metrics(on.scan, on.usage, split, guessed=on.guessed)
    metrics["price_gap"] = paid.gap
    split.metrics.update({metric: round(value, DIGITS) for metric, value in metrics.items()})
    return split


def _members(home: Mapping[str, int]) -> defaultdict[int, list[str]]:
    found: defaultdict[int, list[str]] = defaultdict(list)
    for name in sorted(home):
        found[home[name]].append(name)
    return found
