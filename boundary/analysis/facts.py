"""Which columns has a table of facts?  One function a table: the names of its columns, and its rows."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from boundary.model.scan import Access, Scan, Split
    from boundary.report.crossed import Crossed

Table = tuple[tuple[str, ...], "Iterable[tuple[Any, ...]]"]
"""The names of the columns, and the rows."""


def tables(scan: Scan) -> Table:
    """Where a table is defined and who uses it."""
    written = Counter(table for one in scan.distinct() for table in one.bound_tables)
    read = Counter(
        table for one in scan.distinct() for table in {access.table for access in one.accesses} - one.bound_tables
    )
    strict = next((one for one in scan.splits if one.name == "strict"), None)
    homes = {table: context.name for context in strict.contexts for table in context.tables} if strict else {}
    columns = "name", "schema", "database", "model", "file", "line", "written_by", "read_by", "context"
    return columns, (
        (
            one.name,
            one.schema,
            one.database,
            one.model,
            one.file,
            one.line,
            written[one.name],
            read[one.name],
            homes.get(one.name),
        )
        for one in scan.tables
    )


def transactions(scan: Scan) -> Table:
    """What a transaction binds; those with most tables first."""
    columns = ("id", "kind", "function", "receiver", "file", "line", "writes", "tables", "reads", "blind_spots")
    ranked = sorted(scan.distinct(), key=lambda one: (-len(one.bound_tables), one.file, one.line, one.id))
    return columns, (
        (
            one.id,
            one.kind,
            one.function,
            one.receiver,
            one.file,
            one.line,
            len(one.bound_tables),
            tuple(sorted(one.bound_tables)),
            len({access.table for access in one.accesses} - one.bound_tables),
            len(one.blind_spots),
        )
        for one in ranked
    )


def accesses(scan: Scan) -> Table:
    """The accesses of every transaction, then those outside of any."""
    columns = ("transaction", "table", "op", "file", "line", "function", "confidence", "because", "rule", "calls")
    return columns, _accesses(scan)


def _accesses(scan: Scan) -> Iterator[tuple[Any, ...]]:
    inside = set()
    for transaction in scan.distinct():
        for access in transaction.accesses:
            inside.add((access.table, access.op, access.file, access.line))
            yield transaction.id, *_access(access)
    for access in scan.accesses:
        if (access.table, access.op, access.file, access.line) not in inside:
            yield None, *_access(access)


def _access(one: Access) -> tuple[Any, ...]:
    place = one.table, one.op, one.file, one.line, one.function
    return *place, one.confidence, one.because, one.rule, len(one.via)


def couplings(scan: Scan) -> Table:
    """What the document knows of modules and tables that depend on one another."""
    columns = ("kind", "from", "to", "file", "line", "function", "target", "confidence")
    return columns, _couplings(scan)


def _couplings(scan: Scan) -> Iterator[tuple[Any, ...]]:
    for one in scan.couplings:
        yield one.kind, one.from_, one.to, one.file, one.line, one.function, one.target, one.confidence
    for key in scan.foreign_keys:
        kind = "cascade" if (key.on_delete or "").upper() == "CASCADE" else "foreign key"
        yield kind, key.from_, key.to, key.file, key.line, "", key.column, "certain"


def entry_points(scan: Scan) -> Table:
    """Where the outside calls in, and what it comes to."""
    columns = ("kind", "name", "function", "file", "line", "writes", "reads")
    return columns, (
        (
            one.kind,
            one.name,
            one.function,
            one.file,
            one.line,
            len({access.table for access in one.reaches if access.binds}),
            len({access.table for access in one.reaches if not access.binds}),
        )
        for one in scan.entry_points
    )


def modules(scan: Scan) -> Table:
    """The source files."""
    return ("name", "file", "lines"), ((one.name, one.file, one.lines) for one in scan.modules)


def blind_spots(scan: Scan) -> Table:
    """What could not be seen, with the transaction that it is in."""
    return ("transaction", "file", "line", "reason"), (
        (one.id, spot.file, spot.line, spot.reason) for one in scan.distinct() for spot in one.blind_spots
    )


def contexts(split: Split) -> Table:
    """The contexts of a split, the largest first."""
    ranked = sorted(split.contexts, key=lambda one: (-len(one.tables), one.name))
    columns = ("context", "tables", "modules", "entry_points", "names")
    return columns, ((one.name, len(one.tables), len(one.modules), len(one.entry_points), one.tables) for one in ranked)


def seams(split: Split) -> Table:
    """The places to change, in the order in which to change them."""
    columns = ("order", "price", "remedy", "file", "line", "function", "calls", "frees", "tables")
    return columns, (
        (
            number,
            one.price,
            one.remedy,
            one.seam.file,
            one.seam.line,
            one.seam.function,
            one.seam.calls,
            len(one.frees),
            one.tables,
        )
        for number, one in enumerate(split.relaxed, 1)
    )


def crossed(found: Iterable[Crossed]) -> Table:
    """The couplings between contexts."""
    columns = ("kind", "from_context", "to_context", "symbol", "target", "file", "line", "transaction")
    return columns, (
        (
            one.kind,
            one.from_context,
            one.to_context,
            one.symbol,
            one.target,
            one.file,
            one.line,
            one.transaction or None,
        )
        for one in found
    )


def metrics(split: Split) -> Table:
    """The metrics of a split, each with its better direction and its meaning."""
    from boundary.report.metrics import MEANINGS  # noqa: PLC0415 - as lazily as the rest

    columns = ("metric", "value", "better", "meaning")
    return columns, ((name, value, *MEANINGS.get(name, ("", ""))) for name, value in split.metrics.items())
