"""Which contexts are there, and what do they need of one another?  The largest, with their strongest lines."""

from __future__ import annotations

from collections import Counter
from itertools import combinations
from typing import TYPE_CHECKING

from boundary.report.exports.crossings import crossings
from boundary.report.phrases import counted
from boundary.report.pictures.picture import Canvas, Edge, Node

if TYPE_CHECKING:
    from collections.abc import Mapping

    from boundary.model.scan import Context, Scan, Split
    from boundary.report.pictures.picture import Picture

CONTEXTS = 16
"""The most contexts that are drawn each by itself."""

STRONGEST = 2
"""How many lines of a kind a context has, unless it is among the strongest of others."""

LABELLED = 18
"""With more lines than that, the kinds of a line are in its detail alone."""

REST = -1
"""The node that stands for all smaller contexts."""

Pair = tuple[int, int]


def context_map(scan: Scan, split: Split) -> Picture:
    """The map of the contexts of a split."""
    ranked = sorted(split.contexts, key=lambda one: (-len(one.tables), -len(one.modules), one.name))
    shown, rest = ranked[:CONTEXTS], ranked[CONTEXTS:]
    if len(rest) == 1:
        shown, rest = ranked, []
    canvas = Canvas()
    for number, context in enumerate(shown):
        canvas.node(number, _node(context))
    if rest:
        words = counted(len(rest), "smaller context")
        tables = counted(sum(len(one.tables) for one in rest), "table")
        canvas.node(REST, Node("more", words, tables, ", ".join(one.name for one in rest[:60])))
    places = {context.name: number for number, context in enumerate(shown)} | {one.name: REST for one in rest}
    needs, every = _needs(scan, split, places), _shared(scan, split, places)
    weights: Counter[Pair] = Counter()
    for pair, counts in needs.items():
        weights[min(pair), max(pair)] += counts.total()
    drawn = _strongest(weights)
    sharing = _strongest(every)
    left_out = len(weights) + len(every) - len(drawn) - len(sharing)
    labelled = len(drawn) + len(sharing) <= LABELLED
    names = {number: context.name for number, context in enumerate(shown)} | {REST: "smaller contexts"}
    for pair in drawn:
        _line(canvas, pair, needs, names, labelled=labelled)
    for one, other in sharing:
        number = every[one, other]
        said = counted(number, "shared transaction")
        detail = f"{names[one]} and {names[other]}: {said}"
        ends = canvas.number(one) or 0, canvas.number(other) or 0
        canvas.edge(Edge(*ends, "shares", said if labelled else str(number), detail, number))
    return canvas.picture(f"{scan.root}: the contexts of {split.name}", _note(split, left_out))


def _node(context: Context) -> Node:
    sizes = f"{counted(len(context.tables), 'table')}, {counted(len(context.modules), 'module')}"
    tables = ", ".join(context.tables[:12]) + (" ..." if len(context.tables) > 12 else "")  # noqa: PLR2004 - a line
    return Node("context", context.name, sizes, f"{context.name}: {tables or 'no table'}")


def _line(
    canvas: Canvas, pair: Pair, needs: Mapping[Pair, Counter[str]], names: Mapping[int, str], *, labelled: bool
) -> None:
    """What two contexts need of one another, or one of the other."""
    ways = [way for way in (pair, (pair[1], pair[0])) if way in needs]
    details = [f"{names[one]} needs {names[other]}: {_said(needs[one, other])}" for one, other in ways]
    both = len(ways) > 1
    total = sum((needs[way] for way in ways), Counter[str]())
    one, other = (canvas.number(end) or 0 for end in ways[0])
    label = _said(total, 2) if labelled else ""
    canvas.edge(Edge(one, other, "uses", label, "; ".join(details), total.total(), both=both))


def _needs(scan: Scan, split: Split, places: Mapping[str, int]) -> dict[Pair, Counter[str]]:
    """What one node needs of another, counted by kind."""
    found: dict[Pair, Counter[str]] = {}
    for (one, other), crossing in crossings(scan, split).items():
        pair = places[one], places[other]
        if pair[0] != pair[1]:
            found.setdefault(pair, Counter()).update(crossing.counts)
    return found


def _shared(scan: Scan, split: Split, places: Mapping[str, int]) -> dict[Pair, int]:
    """How many transactions bind tables of both."""
    homes = {table: places[context.name] for context in split.contexts for table in context.tables}
    found: Counter[Pair] = Counter()
    for transaction in scan.distinct():
        held = sorted({homes[table] for table in transaction.bound_tables if table in homes})
        found.update(combinations(held, 2))
    return dict(sorted(found.items(), key=lambda each: (-each[1], each[0])))


def _strongest(weights: Mapping[Pair, int]) -> list[Pair]:
    """For each context the few strongest lines, whichever way they go."""
    taken: Counter[int] = Counter()
    kept = []
    for pair in sorted(weights, key=lambda pair: (-weights[pair], pair)):
        if min(taken[end] for end in pair) < STRONGEST:
            kept.append(pair)
            taken.update(pair)
    return kept


def _said(counts: Counter[str], most: int | None = None) -> str:
    return ", ".join(f"{number} {kind if number > 1 else kind[:-1]}" for kind, number in counts.most_common(most))


def _note(split: Split, left_out: int) -> str:
    price = f"{counted(len(split.contexts), 'context')} at price {split.price:g}"
    more = f"; {counted(left_out, 'weaker line is', 'weaker lines are')} left out" if left_out > 0 else ""
    return f"{price}; a line says who needs whom, thicker is more{more}"
