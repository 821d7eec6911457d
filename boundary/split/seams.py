"""Where could a transaction be taken apart?  The seams on the ways from transactions to what they bind.

A transaction is a tree: from it, call by call along the witnesses, to its bound accesses. Every step is a seam: a call
site, or the access itself. A seam that is relaxed takes what lies behind it out of the transaction, as a piece that
commits by itself; it is relaxed for every transaction that passes it, and paid once.

A cascade is a seam of its own, one for each table that it deletes from or changes, wherever the deletion begins: it
is relaxed once, by making the foreign key a plain id and tidying up when the event comes. So is what a library does
unasked to a table of its own, such as the audit log that it writes whenever a row is saved: no call of the project's
asks for it, and one setting, or one receiver, has it done after commit.

Equal subtrees are one node, so the work is in proportion to the code, not to the number of transactions that run it. A
document without source has no calls: there each access of each transaction is a seam of its own.

The ways are those that the scan lists, one witness per access: a second way to the same access, if there is one, is
found when the code is scanned again.
"""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from boundary.config import Prices
from boundary.model.scan import BINDING, Access, Relaxed, Seam
from boundary.split.contract import Bound, UnionFind
from boundary.split.prices import Price, price_of

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Iterator, Mapping

    from boundary.model.scan import ForeignKey

FREE = Price(0, "")
WHOLE = "the whole transaction"
"""What a seam calls that takes apart a transaction of which no source is known."""

Node = str | int
"""A table by its name, or a part of transactions by its number."""


@dataclass(slots=True)
class Link:
    """All passages of `seam` to one `child`: the parts that pass it, what relaxing the seam costs and whom it frees."""

    seam: Seam
    child: Node
    parents: set[int] = field(default_factory=set)
    price: Price = FREE
    transactions: set[str] = field(default_factory=set)
    tables: set[str] = field(default_factory=set)


@dataclass(frozen=True, slots=True)
class Forest:
    """All transactions, taken apart at every seam.

    `links` are in a fixed order, `below` has those that leave each part; `parts` is the number of parts, each larger
    than those that it leads to; `tables` are those that any transaction binds. `roots` maps the id of a transaction to
    its parts (one per database), `price` each seam to what relaxing it costs.
    """

    links: tuple[Link, ...]
    below: tuple[tuple[Link, ...], ...]
    parts: int
    tables: tuple[str, ...]
    roots: Mapping[str, tuple[int, ...]]
    price: Mapping[Seam, int]

    def groups(self, relaxed: Collection[Seam] = ()) -> tuple[frozenset[str], ...]:
        """The must-link groups that are left when the seams of `relaxed` are relaxed, largest first.

        A part binds what it still reaches, be it in its transaction or in a piece of its own; linear in the links.
        """
        sets = UnionFind(self.tables)
        some: dict[Node, str] = {table: table for table in self.tables}  # a table that each part still reaches
        for part in range(self.parts):  # what is called has a smaller number than what calls
            for link in self.below[part]:
                if link.seam not in relaxed and link.child in some:
                    sets.union(some.setdefault(part, some[link.child]), some[link.child])
        members: dict[str, set[str]] = defaultdict(set)
        for table in self.tables:
            members[sets.find(table)].add(table)
        return tuple(
            frozenset(group) for group in sorted(members.values(), key=lambda group: (-len(group), min(group)))
        )


def forest(bound: Iterable[Bound], prices: Prices | None = None, keys: Iterable[ForeignKey] = ()) -> Forest:
    """Take apart what the transactions bind (see `contract.bindings`); `keys` say where cascades are declared."""
    ordered = sorted(bound, key=lambda edge: (edge.transaction.id, edge.tables))
    growing = _Growing(prices or Prices(), _cascades(ordered, keys))
    for edge in ordered:
        growing.plant(edge)
    dearest: dict[Seam, Price] = {}
    for link in growing.links.values():
        dearest[link.seam] = max(link.price, dearest.get(link.seam, FREE))
    for link in growing.links.values():
        link.price = dearest[link.seam]
    links = sorted(growing.links.values(), key=lambda link: (place_of(link.seam), _key(link.child)))
    below: list[list[Link]] = [[] for _ in growing.numbers]
    for link in links:
        for parent in sorted(link.parents):
            below[parent].append(link)
    return Forest(
        tuple(links),
        tuple(map(tuple, below)),
        len(growing.numbers),
        tuple(sorted(growing.tables)),
        {owner: tuple(parts) for owner, parts in growing.roots.items()},
        {seam: price.price for seam, price in dearest.items()},
    )


def relaxed_seams(trees: Forest, seams: Collection[Seam], among: Collection[str] | None = None) -> tuple[Relaxed, ...]:
    """Seams with what they cost and free, first those that free most per price.

    A seam frees the transactions that pass it; with `among`, those of them that are named there.
    """
    by_seam: dict[Seam, list[Link]] = defaultdict(list)
    for link in trees.links:
        if link.seam in seams:
            by_seam[link.seam].append(link)
    found = [_relaxed(seam, passages, among) for seam, passages in by_seam.items()]
    return tuple(sorted(found, key=lambda one: (one.price / max(len(one.frees), 1), place_of(one.seam))))


def _relaxed(seam: Seam, passages: Iterable[Link], among: Collection[str] | None) -> Relaxed:
    price = max(link.price for link in passages)
    frees = {owner for link in passages for owner in link.transactions if among is None or owner in among}
    tables = {table for link in passages for table in link.tables}
    return Relaxed(seam, price.price, price.remedy, tuple(sorted(frees)), tuple(sorted(tables)))


class _Growing:
    """The forest while transactions are added; a part is known by the steps that leave it."""

    def __init__(self, prices: Prices, cascades: Mapping[tuple[str, str], Seam]) -> None:
        self.prices, self.cascades = prices, cascades
        self.numbers: dict[frozenset[tuple[Seam, Node]], int] = {}
        self.links: dict[tuple[Seam, Node], Link] = {}
        self.roots: dict[str, list[int]] = defaultdict(list)
        self.tables: set[str] = set()
        self.reads: dict[str, list[tuple[Access, frozenset[Seam]]]] = {}  # of the transaction that is being added

    def plant(self, edge: Bound) -> None:
        """Add one transaction's accesses on one database."""
        ways = [(_steps(edge, access, self.cascades), access) for access in edge.accesses]
        self.reads = defaultdict(list)
        for access in edge.transaction.accesses:
            if access.op == "read":
                self.reads[access.table].append((access, frozenset((*_calls(edge, access), *_read_with(access)))))
        self.roots[edge.transaction.id].append(self._part(edge, ways, 0))
        self.tables.update(edge.tables)

    def _part(self, edge: Bound, ways: list[tuple[tuple[Seam, ...], Access]], depth: int) -> int:
        """The part that begins after `depth` steps of all `ways`, with everything behind it."""
        behind: dict[Seam, list[tuple[tuple[Seam, ...], Access]]] = defaultdict(list)
        for way in ways:
            behind[way[0][depth]].append(way)
        leaving = {(seam, self._child(edge, further, depth)): further for seam, further in behind.items()}
        part = self.numbers.setdefault(frozenset(leaving), len(self.numbers))
        for (seam, child), further in leaving.items():
            self._link(edge, seam, child, further).parents.add(part)
        return part

    def _child(self, edge: Bound, ways: list[tuple[tuple[Seam, ...], Access]], depth: int) -> Node:
        if len(ways[0][0]) == depth + 1:
            return ways[0][1].table
        return self._part(edge, ways, depth + 1)

    def _link(self, edge: Bound, seam: Seam, child: Node, ways: list[tuple[tuple[Seam, ...], Access]]) -> Link:
        link = self.links.setdefault((seam, child), Link(seam, child))
        taken = [access for _, access in ways]
        # reads that run behind the same call are taken out with it
        tables = {access.table for access in taken}
        left = [access for table in sorted(tables) for access, calls in self.reads.get(table, ()) if seam not in calls]
        link.price = max(link.price, price_of(taken, left, self.prices))
        link.transactions.add(edge.transaction.id)
        link.tables |= tables
        return link


def _steps(edge: Bound, access: Access, cascades: Mapping[tuple[str, str], Seam]) -> tuple[Seam, ...]:
    """The seams from the transaction to the access, the access itself last."""
    function = access.function or edge.transaction.function
    file = access.file or edge.transaction.file or edge.transaction.id
    own = library_seam(access) or Seam(file, access.line, function, f"{access.op} {access.table}")
    return (*_calls(edge, access), cascades.get((access.table, access.op), own) if access.because == "cascade" else own)


def library_seam(access: Access) -> Seam | None:
    """The seam of what a library does unasked to a table of its own: the same for all that have it done."""
    return Seam("", 0, access.library, f"{access.op} {access.table}") if access.library else None


def _read_with(access: Access) -> Iterator[Seam]:
    """The seams that take a library's own read of its table along."""
    if access.library:
        yield from (Seam("", 0, access.library, f"{op} {access.table}") for op in sorted(BINDING))


def _cascades(bound: Iterable[Bound], keys: Iterable[ForeignKey]) -> dict[tuple[str, str], Seam]:
    """The seam of each table and operation that a cascade reaches, placed at the table's foreign key.

    Where that is not known, it stands at the first deletion that reaches the table.
    """
    declared: dict[str, tuple[str, int, str]] = {}
    for key in keys:
        if key.file:
            place = key.file, key.line or 0, f"{key.from_}.{key.column}"
            declared[key.from_] = min(place, declared.get(key.from_, place))
    reached: dict[tuple[str, str], tuple[str, int, str]] = {}
    for edge in bound:
        for access in edge.accesses:
            if access.because == "cascade" and access.file:
                place = access.file, access.line, access.function
                reached[access.table, access.op] = min(place, reached.get((access.table, access.op), place))
    return {
        (table, op): Seam(*declared.get(table, place), f"{op} {table} by cascade")
        for (table, op), place in reached.items()
    }


def _calls(edge: Bound, access: Access) -> tuple[Seam, ...]:
    """The call sites from the transaction to the function that holds the access."""
    callees = [*(frame.function for frame in access.via[1:]), access.function or edge.transaction.function]
    return tuple(
        Seam(frame.file, frame.line, frame.function, callee) for frame, callee in zip(access.via, callees, strict=False)
    )


def is_bare(edge: Bound) -> bool:
    """Whether nothing is known of the code of a transaction: no places, no calls."""
    return not edge.transaction.file and not any(access.file or access.via for access in edge.accesses)


def place_of(seam: Seam) -> tuple[str, int, str, str]:
    """A key to sort seams by."""
    return seam.file, seam.line, seam.function, seam.calls


def _key(node: Node) -> str:
    """A name for any node that no table has."""
    return node if isinstance(node, str) else f"\0{node}"
