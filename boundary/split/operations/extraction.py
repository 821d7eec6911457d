"""In which order do the contexts leave the shared database?  The cheapest to part from the rest first.

Each is priced alone against all others together: the seams between the two sides. What is only read or referenced
decides between those that cost alike. The last one is what is left of the monolith.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from boundary.model.operations import Answer, Evidence, Line
from boundary.split.contract import tables_of
from boundary.split.given import ground, price_of_division
from boundary.split.operations.scene import counted
from boundary.split.seams import place_of

if TYPE_CHECKING:
    from boundary.model.scan import Context
    from boundary.split.operations.scene import Scene
    from boundary.split.pricing import Priced


def extraction(scene: Scene) -> Answer:
    """The contexts in the order of what each costs to extract while the others stay together."""
    on = ground(scene.scan, scene.settings)
    every = tables_of(scene.scan)
    priced = []
    for context in scene.split.contexts:
        mine = frozenset(context.tables)
        if mine and len(mine) < len(every):
            paid = price_of_division(on, {table: int(table in mine) for table in every})
            priced.append((paid.price, _ties(scene, context), context, paid))
    priced.sort(key=lambda each: (each[0], each[1], len(each[2].tables), each[2].name))
    lines = tuple(_line(place, *each, last=place == len(priced)) for place, each in enumerate(priced, 1))
    free = sum(not price for price, *_ in priced)
    summary = f"{counted(free, 'context')} of {len(priced)} can leave without a change to any transaction."
    return Answer("The order of extraction", summary if priced else "One context: nothing leaves.", lines)


def _ties(scene: Scene, context: Context) -> int:
    """How many places read, reference or join across the context's boundary."""
    keys = sum(
        (scene.context_of.get(key.from_) == context.name) != (scene.context_of.get(key.to) == context.name)
        for key in scene.scan.foreign_keys
    )
    reads = 0
    for access in scene.accesses:
        reader, owner = scene.reader(access), scene.context_of.get(access.table)
        reads += reader is not None and reader != owner and context.name in {reader, owner}
    return keys + reads


def _line(place: int, price: float, ties: int, context: Context, paid: Priced, *, last: bool) -> Line:  # noqa: PLR0913 - a row
    seams = sorted(paid.seams, key=place_of)
    cost = f"{counted(len(seams), 'seam')} for {price:g}, {ties} reads and foreign keys across"
    rest = "; stays as what is left" if last else ""
    evidence = tuple(Evidence(one.file, one.line, one.function, one.calls) for one in seams)
    words = f"{place}. {counted(len(context.tables), 'table')}, {cost}{rest}"
    return Line(context.name, words, (context.name,), evidence)
