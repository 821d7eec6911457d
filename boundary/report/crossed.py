"""At which places does one context depend on another?  One by one, with kind and `file:line`."""

from __future__ import annotations

from itertools import combinations
from typing import TYPE_CHECKING

from boundary.model.scan import Value

if TYPE_CHECKING:
    from collections.abc import Iterator

    from boundary.model.scan import Scan, Split


class Crossed(Value, frozen=True):
    """One place at which the context `from_context` depends on `to_context`.

    `kind` is import, call, read, write, lock, join, foreign key, cascade, or shared transaction, which goes both ways.
    `symbol` depends on `target`: modules, functions, or tables.
    """

    kind: str
    from_context: str
    to_context: str
    symbol: str
    target: str
    file: str = ""
    line: int = 0
    transaction: str = ""
    """The id of a shared transaction: one place may be entered on several classes."""


def crossed(scan: Scan, split: Split) -> Iterator[Crossed]:
    """Every one of them, each place once."""
    yield from dict.fromkeys(_every(scan, split))


def _every(scan: Scan, split: Split) -> Iterator[Crossed]:
    of_table = {table: context.name for context in split.contexts for table in context.tables}
    of_module = {module: context.name for context in split.contexts for module in context.modules}
    of_file = {module.file: of_module.get(module.name) for module in scan.modules}
    for access in scan.accesses:
        one, other = of_file.get(access.file), of_table.get(access.table)
        if one and other and one != other:
            kind = {"read": "read", "lock": "lock"}.get(access.op, "write")
            yield Crossed(kind, one, other, access.function, access.table, access.file, access.line)
    for key in scan.foreign_keys:
        one, other = of_table.get(key.from_), of_table.get(key.to)
        if one and other and one != other:
            kind = "cascade" if (key.on_delete or "").upper() == "CASCADE" else "foreign key"
            symbol = f"{key.from_}.{key.column}"
            yield Crossed(kind, one, other, symbol, key.to, key.file or "", key.line or 0)
    for each in scan.couplings:
        homes = of_table if each.kind == "join" else of_module
        one, other = homes.get(each.from_), homes.get(each.to)
        if one and other and one != other:
            yield Crossed(each.kind, one, other, each.from_, each.target or each.to, each.file, each.line)
    for transaction in scan.distinct():
        held: dict[str, list[str]] = {}
        for table in sorted(transaction.bound_tables & of_table.keys()):
            held.setdefault(of_table[table], []).append(table)
        for one, other in combinations(sorted(held), 2):
            ends = ", ".join(held[one]), ", ".join(held[other])
            file, line = transaction.file, transaction.line
            yield Crossed("shared transaction", one, other, *ends, file, line, transaction.id)
