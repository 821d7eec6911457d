"""What is tied to what?  The nodes and edges of the whole document, for a graph in whichever form it is wanted.

Nodes are modules, tables, transactions and entry points; edges say what one does with another, and where.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal

from boundary.model.scan import Value

if TYPE_CHECKING:
    from collections.abc import Iterator

    from boundary.model.scan import Access, EntryPoint, Scan

NodeKind = Literal["module", "table", "transaction", "entry point"]
EdgeKind = Literal["imports", "calls", "opens", "reads", "writes", "locks", "joins", "references", "cascades", "defers"]

_OPERATIONS: dict[str, EdgeKind] = {"read": "reads", "lock": "locks"}
_COUPLINGS: dict[str, tuple[NodeKind, EdgeKind]] = {
    "import": ("module", "imports"),
    "call": ("module", "calls"),
    "join": ("table", "joins"),
}


class Node(Value, frozen=True):
    """One node; `id` begins with its kind, `name` is what the source calls it."""

    id: str
    kind: NodeKind
    name: str
    file: str = ""
    line: int = 0


class Edge(Value, frozen=True):
    """One edge from `source` to `target`, by their ids; `evidence` names what shows it at `file:line`."""

    source: str
    target: str
    kind: EdgeKind
    file: str
    line: int
    confidence: str = "certain"
    evidence: str = ""


def nodes(scan: Scan) -> Iterator[Node]:
    """All nodes, a table that only an access knows among them."""
    for module in scan.modules:
        yield Node(f"module {module.name}", "module", module.name, module.file)
    declared = {table.name: (table.file or "", table.line or 0) for table in scan.tables}
    held = {table for split in scan.splits for context in split.contexts for table in context.tables}
    for name in sorted({*declared, *held}):
        yield Node(f"table {name}", "table", name, *declared.get(name, ("", 0)))
    for one in scan.transactions:
        yield Node(f"transaction {one.id}", "transaction", one.function, one.file, one.line)
    for entry in scan.entry_points:
        yield Node(_entry(entry), "entry point", entry.name, entry.file, entry.line)


def edges(scan: Scan) -> Iterator[Edge]:
    """All edges, each place by itself; an end need not be among the nodes."""
    files = {module.file: module.name for module in scan.modules}
    yield from _couplings(scan)
    for access in scan.accesses:
        yield _access(f"module {files.get(access.file, '')}", access)
    for one in scan.transactions:
        node, module = f"transaction {one.id}", f"module {files.get(one.file, '')}"
        yield Edge(module, node, "opens", one.file, one.line, evidence=one.function)
        yield from (_access(node, access) for access in one.accesses)
    for entry in scan.entry_points:
        yield from (_access(_entry(entry), access) for access in entry.reaches)
    for each in scan.deferred:
        node = f"module {files.get(each.file, '')}"
        for access in each.reaches:
            yield Edge(node, f"table {access.table}", "defers", each.file, each.line, evidence=each.calls)


def _couplings(scan: Scan) -> Iterator[Edge]:
    for one in scan.couplings:
        if one.kind in _COUPLINGS:
            node, kind = _COUPLINGS[one.kind]
            ends = f"{node} {one.from_}", f"{node} {one.to}"
            yield Edge(*ends, kind, one.file, one.line, one.confidence, one.target or one.function)
    for key in scan.foreign_keys:
        ends = f"table {key.from_}", f"table {key.to}"
        yield Edge(*ends, "references", key.file or "", key.line or 0, evidence=key.column)
        if (key.on_delete or "").upper() == "CASCADE":
            yield Edge(ends[1], ends[0], "cascades", key.file or "", key.line or 0, evidence=key.column)


def _access(source: str, access: Access) -> Edge:
    kind = _OPERATIONS.get(access.op, "writes")
    evidence = access.rule or access.op
    return Edge(source, f"table {access.table}", kind, access.file, access.line, access.confidence, evidence)


def _entry(entry: EntryPoint) -> str:
    return f"entry point {entry.kind} {entry.name} {entry.function}"
