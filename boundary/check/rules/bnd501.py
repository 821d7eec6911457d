"""BND501: contexts depend on one another in a cycle.

    orders -> billing -> orders

Why it matters: contexts in a cycle can only be tested, released and moved out together. A new edge that closes a cycle
does it, however small it looks.

Edges are imports, calls, reads, writes and foreign keys between contexts, allowed ones too. Each cycle is told once, as
the contexts that can all reach one another, with one place for every edge between them.

Ways out: turn one direction around with an event; move what both need into a third context; merge what is one thing.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from boundary.check.picture import site
from boundary.check.rule import Rule
from boundary.model.findings import Finding, Site

if TYPE_CHECKING:
    from collections.abc import Iterator

    from boundary.check.picture import Picture

Edges = dict[tuple[str, str], Site]


def check(picture: Picture) -> Iterator[Finding]:
    """One finding for each pair of contexts in a cycle whose dependency is part of it."""
    edges = _edges(picture)
    for (here, there), place in sorted(edges.items()):
        way = _way(edges, there, here)
        if way:
            circle = " -> ".join((here, *way))
            yield Finding(
                rule=RULE.id,
                title=RULE.title,
                from_=here,
                to=there,
                symbol=here,
                target=there,
                op="cycle",
                message=f"{here} depends on {there}, which depends on it: {circle}",
                sites=(place,),
                ways=("turn one direction around with an event", f"move what both need out of {here} and {there}"),
            )


def _edges(picture: Picture) -> Edges:
    """The first place at which each context depends on another."""
    found: Edges = {}
    for one, here, there in picture.couplings:
        if one.kind == "import" or (one.kind == "call" and one.because is None and not picture.inverted(one)):
            found.setdefault((here, there), site(one))
    for access, here, there in picture.accesses:
        if access.confidence != "guessed":
            found.setdefault((here, there), site(access))
    for key in picture.scan.foreign_keys:
        owner, other = picture.of_table(key.from_), picture.of_table(key.to)
        if owner is not None and other is not None and owner != other:
            found.setdefault((owner, other), Site(key.file or "", key.line or 1))
    return found


def _way(edges: Edges, start: str, goal: str) -> list[str]:
    """A shortest way from one context to another along the edges, both ends in it; empty where there is none."""
    before: dict[str, str | None] = {start: None}
    queue = [start]
    for context in queue:
        if context == goal:
            way: list[str] = []
            step: str | None = context
            while step is not None:
                way.append(step)
                step = before[step]
            return way[::-1]
        for one, other in sorted(edges):
            if one == context and other not in before:
                before[other] = context
                queue.append(other)
    return []


RULE = Rule("BND501", "cycle between contexts", check)
