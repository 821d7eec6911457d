"""What ties two sides that no transaction glues?  Foreign keys, joins, reads, and code that needs both."""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING

from boundary.model.glue import Glue, Tie
from boundary.split.contract import bindings
from boundary.split.mincut import separate_sides
from boundary.split.seams import forest
from boundary.split.usage import usage_of

if TYPE_CHECKING:
    from collections.abc import Callable, Collection, Iterable, Iterator

    from boundary.config import Settings
    from boundary.model.scan import Access, Scan
    from boundary.split.usage import Usage


def glue_between(  # noqa: PLR0913 - two sides, and how they are weighed
    scan: Scan,
    ones: Collection[str],
    others: Collection[str],
    modules: tuple[Collection[str], Collection[str]] = ((), ()),
    *,
    settings: Settings | None = None,
    guessed: bool = True,
) -> Glue:
    """The cheapest seams between two sets of tables, by `mincut`, and all that ties them beside transactions.

    `modules` are those of the two sides, if they have any; `settings` say what seams cost. Raises `ValueError` when the
    sides share a table.
    """
    bound = bindings(scan, guessed=guessed)
    trees = forest(bound, settings.prices if settings else None, keys=scan.foreign_keys)
    known = set(trees.tables)
    near, far = set(ones) & known, set(others) & known
    parted = separate_sides(trees, near, far) if near and far else None
    both = {
        edge.transaction.id for edge in bound if not near.isdisjoint(edge.tables) and not far.isdisjoint(edge.tables)
    }
    return Glue(
        ones=tuple(sorted(ones)),
        others=tuple(sorted(others)),
        transactions=tuple(transaction.id for transaction in scan.transactions if transaction.id in both),
        seams=parted.seams if parted else (),
        price=parted.price if parted else 0.0,
        bound=parted.bound if parted else 0.0,
        ties=tuple(_ties(scan, usage_of(scan), frozenset(ones), frozenset(others), modules)),
    )


def _ties(
    scan: Scan,
    usage: Usage,
    ones: frozenset[str],
    others: frozenset[str],
    modules: tuple[Collection[str], Collection[str]],
) -> Iterator[Tie]:
    def sides(one: str, other: str) -> tuple[str, str] | None:
        if one in ones and other in others:
            return one, other
        return (other, one) if one in others and other in ones else None

    for key in scan.foreign_keys:
        if sides(key.from_, key.to):
            yield Tie("foreign key", key.from_, key.to, key.file or "", key.line or 0)
    for join in usage.joins:
        if pair := sides(join.left, join.right):
            yield Tie("join", *pair, join.file, join.line, join.function)
    yield from _reads_while_writing(scan, sides)
    yield from _functions(scan, ones, others)
    yield from _entry_points(usage, ones, others)
    yield from _of_modules(scan, usage, modules)


def _reads_while_writing(scan: Scan, sides: Callable[[str, str], tuple[str, str] | None]) -> Iterator[Tie]:
    """A transaction that writes one and reads the other: what it reads has to be of the same moment, or copied."""
    found: dict[tuple[str, int, str], Tie] = {}
    for transaction in scan.transactions:
        written = transaction.bound_tables
        for access in transaction.accesses:
            if access.binds or access.table in written:
                continue
            table = min((table for table in written if sides(access.table, table)), default=None)
            if table is not None:
                tie = Tie("read while writing", table, access.table, access.file, access.line, access.function)
                key = access.file, access.line, access.table
                found[key] = min(found.get(key, tie), tie, key=lambda one: one.one)
    yield from (found[key] for key in sorted(found))


def _functions(scan: Scan, ones: frozenset[str], others: frozenset[str]) -> Iterator[Tie]:
    """A function that uses both by itself; what a framework does at the line of a class is no function of theirs."""
    frameworks = {(entry.function, entry.line) for entry in scan.entry_points}
    held: dict[tuple[str, str], tuple[list[Access], list[Access]]] = defaultdict(lambda: ([], []))
    for access in _all(scan):
        if access.function and (access.function, access.line) not in frameworks:
            for number, side in enumerate((ones, others)):
                if access.table in side:
                    held[access.function, access.file][number].append(access)
    for (function, file), (near, far) in sorted(held.items()):
        if near and far:
            first, last = min(near, key=_place), min(far, key=_place)
            yield Tie("function", first.table, last.table, file, min(first.line, last.line), function)


def _entry_points(usage: Usage, ones: frozenset[str], others: frozenset[str]) -> Iterator[Tie]:
    """Entry points that need both, one a place; those of an admin last, which need half of all."""
    found: dict[tuple[bool, str, int, str], Tie] = {}
    for reach in usage.reached:
        near, far = sorted(reach.tables & ones), sorted(reach.tables & others)
        if near and far:
            entry = reach.entry
            tie = Tie("entry point", near[0], far[0], entry.file, entry.line, f"{entry.kind} {entry.name}")
            found.setdefault((entry.kind == "admin", entry.file, entry.line, entry.name), tie)
    yield from (found[key] for key in sorted(found))


def _of_modules(scan: Scan, usage: Usage, modules: tuple[Collection[str], Collection[str]]) -> Iterator[Tie]:
    near, far = set(modules[0]), set(modules[1])
    for coupling in scan.couplings:
        if coupling.kind in {"import", "call"}:
            one, other = usage.modules.of(coupling.from_) or "", usage.modules.of(coupling.to) or ""
            if (one in near and other in far) or (one in far and other in near):
                yield Tie("call" if coupling.kind == "call" else "import", one, other, coupling.file, coupling.line)


def _all(scan: Scan) -> Iterable[Access]:
    yield from scan.accesses
    for transaction in scan.transactions:
        yield from transaction.accesses


def _place(access: Access) -> tuple[int, str]:
    return access.line, access.table
