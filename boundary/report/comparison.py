"""What did the static answer miss that a recording saw?  The score, then every miss with its place."""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING

import msgspec

from boundary.report.completeness import completeness_line
from boundary.report.phrases import Code, Item, Paragraph, Section, Tree, counted, headed, listed

if TYPE_CHECKING:
    from collections.abc import Iterable

    from boundary.model.scan import Completeness

PLACES = 25
"""How many places with misses of a kind are shown unless the reader wants all."""

KINDS: dict[str, tuple[str, str]] = {
    "CUT": ("Cut by the strict split", "wrote tables of several contexts"),
    "UNKNOWN": ("Transactions that are not in the scan", "happened and wrote"),
    "MISSED": ("Tables that are not predicted", "also wrote"),
    "ACCESS": ("Accesses that no function is known for", "was seen to"),
}
"""From a miss's kind to a heading and to what happened there, the gravest first."""


class Missed(msgspec.Struct, frozen=True):
    """One thing that was seen and is not in the scan; `kind` is one of `KINDS`."""

    kind: str
    file: str
    line: int
    function: str
    tables: tuple[str, ...]


class Score(msgspec.Struct, frozen=True):
    """The score of a scan, figure by figure as `boundary.observe.compare` explains them."""

    sites: int
    found: int
    pairs: int
    recall: float
    covered: float
    unseen: float
    cut: int | None
    triples: int
    accesses: float
    misses: tuple[Missed, ...]


def outline(result: Score, done: Completeness, *, full: bool = False) -> tuple[Section, ...]:
    """The sections that say how a scan did; `full` lists every miss."""
    by_kind: dict[str, list[Missed]] = defaultdict(list)
    for miss in result.misses:
        by_kind[miss.kind].append(miss)
    sections = tuple(_misses(kind, by_kind[kind], full=full) for kind in KINDS if by_kind[kind])
    score = Section(None, tuple(Paragraph((line,)) for line in _score(result)))
    return (score, *sections, Section(None, (Paragraph((completeness_line(done),)),)))


def render_json(result: Score) -> str:
    """The same as a JSON object: the figures by name, and every miss."""
    return msgspec.json.format(msgspec.json.encode(result), indent=1).decode() + "\n"


def _score(result: Score) -> Iterable[str]:
    if not result.sites and not result.triples:
        yield "The recording holds no transaction that writes and no statement: there is nothing to compare."
        return
    yield f"found     {result.found} of {counted(result.sites, 'transaction')} that wrote something"
    yield f"recall    {_percent(result.recall)} of {counted(result.pairs, 'pair')} of a transaction and a written table"
    yield f"covered   {_percent(result.covered)} of these transactions, with every table that they wrote"
    yield f"unseen    {_percent(result.unseen)} of the tables that are predicted for those found, and no run wrote"
    cut = "no strict split to compare with" if result.cut is None else f"{result.cut} by the strict split"
    yield f"cut       {cut}"
    yield f"accesses  {_percent(result.accesses)} of {result.triples} (function, table, read or write)"


def _misses(kind: str, misses: list[Missed], *, full: bool) -> Section:
    """One heading with a line for each place."""
    title, happened = KINDS[kind]
    places: dict[tuple[str, int, str], set[str]] = defaultdict(set)
    for miss in misses:
        places[miss.file, miss.line, miss.function].update(miss.tables)
    ranked = sorted(places)
    shown = ranked if full else ranked[:PLACES]
    items = [
        Item(headed(file, line, (Code(function), f" {happened} ", *listed(sorted(places[file, line, function])))))
        for file, line, function in shown
    ]
    if len(shown) < len(ranked):
        items.append(Item((f"and {len(ranked) - len(shown)} more places; --full lists them",)))
    return Section(title, (Tree(tuple(items)),))


def _percent(share: float) -> str:
    """A share in percent, rounded down: 100 % is only said of all."""
    return f"{int(share * 1000) / 10:.1f} %"
