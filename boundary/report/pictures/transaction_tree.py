"""What does one transaction do, through which calls?  A tree: the transaction, the functions below it, the tables."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

import msgspec

from boundary.model.scan import Access
from boundary.report.phrases import counted
from boundary.report.pictures.picture import Canvas, Edge, Node
from boundary.report.pictures.wording import last, spot
from boundary.report.witness import touched

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from boundary.model.scan import Split, Transaction
    from boundary.report.pictures.picture import Picture

NODES = 45
"""The most nodes of a tree; what lies deepest is counted instead."""

NAMED = 3
"""How many tables a summary names."""

ALIKE = 4
"""So many tables that are touched in one way at one place are one node ..."""

LISTED = 12
"""... with so many names in it."""

DEEP = 4
"""In a deeper tree, functions that do nothing but call one other are drawn as one node with that."""

Call = tuple[str, str, int]
"""A function, and the place at which it is called."""

Calls = tuple[Call, ...]
"""A call, and those that it does nothing but lead to."""


class _Branch:
    """A function of the tree: what it touches itself, and the functions that it calls."""

    def __init__(self) -> None:
        self.accesses: list[Access] = []
        self.calls: dict[Calls, _Branch] = {}

    def every(self) -> list[Access]:
        """What it touches with all that it calls."""
        return [*self.accesses, *(access for branch in self.calls.values() for access in branch.every())]

    def nodes(self, depth: int, homes: _Homes) -> int:
        """How many nodes it takes to draw it so deep."""
        own = len(_leaves(self.accesses, homes))
        if depth == 0:
            return own + bool(self.calls)
        return own + sum(1 + branch.nodes(depth - 1, homes) for branch in self.calls.values())

    def folded(self) -> _Branch:
        """The same with a node for each chain of calls in which nothing else is done."""
        found = _Branch()
        found.accesses = self.accesses
        for way, below in self.calls.items():
            chain, end = way, below
            while not end.accesses and len(end.calls) == 1:
                ((more, end),) = end.calls.items()
                chain = (*chain, *more)
            found.calls[chain] = end.folded()
        return found

    def depth(self) -> int:
        """How many calls lie below one another."""
        return max((1 + branch.depth() for branch in self.calls.values()), default=0)


def transaction_tree(transaction: Transaction, split: Split | None = None) -> Picture:
    """The tree of a transaction; with a split, tables of another context than most of its tables are marked."""
    bound = touched(access for access in transaction.accesses if access.binds)
    reads = touched(access for access in transaction.accesses if not access.binds)
    root = _grown([one for held in bound.values() for one in held], reads={})
    whole = _grown([one for held in bound.values() for one in held], reads=reads)
    of_table = {table: context.name for context in split.contexts for table in context.tables} if split else {}
    homes = _Homes(of_table, bound)
    with_reads = whole.nodes(whole.depth(), homes) <= NODES
    tree = whole if with_reads else root
    depth = next((d for d in range(tree.depth(), 0, -1) if tree.nodes(d, homes) <= NODES), 0)
    canvas = Canvas()
    entered = f" on {last(transaction.receiver, 1)}" if transaction.receiver else ""
    note = f"{transaction.kind.replace('_', ' ')} at {spot(transaction.file, transaction.line)}{entered}"
    name = last(transaction.function) or transaction.id
    top = canvas.node("top", Node("transaction", name, note, str(transaction)))
    _draw(canvas, tree, top, depth, homes)
    sizes = f"writes or locks {counted(len(bound), 'table')}, only reads {len(reads.keys() - bound.keys())}"
    missing = "" if with_reads else "; its reads are left out"
    deep = "" if depth >= tree.depth() else f"; calls deeper than {depth} are summed up"
    spots = f"; {counted(len(transaction.blind_spots), 'blind spot')}" if transaction.blind_spots else ""
    return canvas.picture(f"transaction {name}", f"{sizes}{spots}{missing}{deep}")


class _Homes:
    """Which context a table is in, and which of them is the transaction's home."""

    def __init__(self, homes: Mapping[str, str], bound: Iterable[str]) -> None:
        self.homes = homes
        held = Counter(homes[table] for table in bound if table in homes)
        self.home = max(held, key=lambda name: (held[name], name)) if held else None

    def foreign(self, table: str) -> str | None:
        """The context of a table that is not at home."""
        context = self.homes.get(table)
        return context if context and self.home and context != self.home else None


def _grown(accesses: Iterable[Access], *, reads: Mapping[str, list[Access]]) -> _Branch:
    """The tree of some accesses, and for each table that is read the nearest read."""
    root = _Branch()
    for access in [*accesses, *(held[0] for held in reads.values())]:
        branch = root
        followers = [*(frame.function for frame in access.via[1:]), access.function]
        for frame, callee in zip(access.via, followers, strict=False):  # none where it stands in its own code
            branch = branch.calls.setdefault(((callee, frame.file, frame.line),), _Branch())
        branch.accesses.append(access)
    return root.folded() if root.depth() > DEEP else root


_Way = tuple[str, str, int, str | None, str, str | None]
"""What is done, where, why, how sure that is, and in which other context."""


class _Leaf(msgspec.Struct, frozen=True):
    """Tables that are touched in one way at one place; `away` is their context, where that is not the home."""

    done: str
    tables: tuple[str, ...]
    first: Access
    away: str | None = None


def _leaves(accesses: Iterable[Access], homes: _Homes) -> list[_Leaf]:
    """What one function touches: a leaf for each table that it binds, one for many alike, and one for all reads."""
    held = list(accesses)
    alike: dict[_Way, list[tuple[str, Access]]] = {}
    bound = touched(access for access in held if access.binds)
    for table, same in bound.items():
        first, done = same[0], ", ".join(sorted({access.op for access in same}))
        key = done, first.file, first.line, first.because, first.confidence, homes.foreign(table)
        alike.setdefault(key, []).append((table, first))
    found = []
    for (done, *_, away), same_way in alike.items():
        groups = [same_way] if len(same_way) >= ALIKE else [[one] for one in same_way]
        found += [_Leaf(done, tuple(name for name, _ in g), g[0][1], away) for g in groups]
    read = {access.table: access for access in held if not access.binds and access.table not in bound}
    return [*found, *([_Leaf("read", tuple(sorted(read)), next(iter(read.values())))] if read else [])]


def _draw(canvas: Canvas, branch: _Branch, number: int, depth: int, homes: _Homes) -> None:
    for leaf in _leaves(branch.accesses, homes):
        _leaf(canvas, number, leaf)
    if depth == 0 and branch.calls:
        _summary(canvas, number, [access for below in branch.calls.values() for access in below.every()])
        return
    for way, below in branch.calls.items():
        file, line = way[0][1:]
        *through, function = (last(called) for called, _, _ in way)
        note = f"through {', '.join(through[:NAMED])}{' ...' if len(through) > NAMED else ''}" if through else ""
        detail = ", then ".join(f"{called} called at {where}:{at}" for called, where, at in way)
        here = canvas.node((number, way), Node("function", function, note, detail))
        canvas.edge(Edge(number, here, "calls", spot(file, line) if file else "", f"{file}:{line}"))
        _draw(canvas, below, here, depth - 1, homes)


def _leaf(canvas: Canvas, number: int, leaf: _Leaf) -> None:
    names, first = leaf.tables, leaf.first
    many = len(names) > 1
    if leaf.done == "read":
        node = Node("more", f"reads {counted(len(names), 'table')}", _few(names), ", ".join(names))
        canvas.edge(Edge(number, canvas.node((number, "reads"), node), "reads"))
        return
    doubt = f" ({first.confidence})" if first.confidence != "certain" else ""
    by = f", by {first.because}" if first.because else ""
    where = f"{leaf.done} at {spot(first.file, first.line)}{doubt}" if first.file else f"{leaf.done}{doubt}"
    note = f"{where}{by}" + (f"\nin {leaf.away}" if leaf.away else "")
    if many:
        shown = names if len(names) <= LISTED + 1 else names[:LISTED]
        note = "\n".join((note, *shown, *([f"and {len(names) - len(shown)} more"] if len(shown) < len(names) else [])))
    title = counted(len(names), "table") if many else names[0]
    detail = f"{leaf.done} {', '.join(names)} at {first.file}:{first.line} in {first.function}{doubt}"
    there = canvas.node(
        (number, names), Node("tables" if many else "table", title, note, detail, foreign=leaf.away is not None)
    )
    canvas.edge(Edge(number, there, "writes", detail=detail, weight=len(names)))


def _summary(canvas: Canvas, number: int, accesses: list[Access]) -> None:
    names = sorted({access.table for access in accesses if access.binds})
    node = Node("more", f"writes {counted(len(names), 'table')} deeper", _few(names), ", ".join(names))
    canvas.edge(Edge(number, canvas.node((number, "deeper"), node), "writes"))


def _few(names: Sequence[str]) -> str:
    more = f" and {len(names) - NAMED} more" if len(names) > NAMED else ""
    return ", ".join(names[:NAMED]) + more
