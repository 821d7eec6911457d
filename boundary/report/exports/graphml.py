"""The graph as GraphML, for networkx, Gephi, yEd: modules, tables, transactions, entry points, each with its context.

Edges are of a kind (imports, calls, reads, writes, locks, opens, joins, references, defers) and carry file and line.
"""

from __future__ import annotations

from typing import TYPE_CHECKING
from xml.sax.saxutils import escape, quoteattr

if TYPE_CHECKING:
    from collections.abc import Iterator

    from boundary.model.scan import Access, Scan, Split

HEAD = """<?xml version="1.0" encoding="UTF-8"?>
<graphml xmlns="http://graphml.graphdrawing.org/xmlns">
  <key id="kind" for="node" attr.name="kind" attr.type="string"/>
  <key id="label" for="node" attr.name="label" attr.type="string"/>
  <key id="context" for="node" attr.name="context" attr.type="string"/>
  <key id="edge_kind" for="edge" attr.name="kind" attr.type="string"/>
  <key id="file" for="edge" attr.name="file" attr.type="string"/>
  <key id="line" for="edge" attr.name="line" attr.type="int"/>
  <key id="confidence" for="edge" attr.name="confidence" attr.type="string"/>
  <graph edgedefault="directed">"""
OPERATIONS = {"read": "reads", "lock": "locks"}

Edge = tuple[str, str, str, str, int, str]
"""From one node to another: kind, file, line, confidence."""


def render(scan: Scan, split: Split) -> str:
    """The text of a `.graphml` file: a directed multigraph."""
    of_table = {table: context.name for context in split.contexts for table in context.tables}
    of_module = {module: context.name for context in split.contexts for module in context.modules}
    files = {module.file: module.name for module in scan.modules}
    nodes: dict[str, tuple[str, str, str]] = {}
    for module in scan.modules:
        nodes[f"module {module.name}"] = ("module", module.name, of_module.get(module.name, ""))
    for table in sorted({*of_table, *(one.name for one in scan.tables)}):
        nodes[f"table {table}"] = ("table", table, of_table.get(table, ""))
    for transaction in scan.transactions:
        home = of_module.get(files.get(transaction.file, ""), "")
        nodes[f"transaction {transaction.id}"] = ("transaction", transaction.function, home)
    for entry in scan.entry_points:
        home = of_module.get(files.get(entry.file, ""), "")
        nodes[f"entry point {entry.kind} {entry.name} {entry.function}"] = ("entry point", entry.name, home)
    lines = [HEAD, *(_node(name, *values) for name, values in nodes.items())]
    edges = sorted({edge for edge in _edges(scan, files) if edge[0] in nodes and edge[1] in nodes})
    lines += [_edge(number, edge) for number, edge in enumerate(edges)]
    return "\n".join([*lines, "  </graph>", "</graphml>"]) + "\n"


def _edges(scan: Scan, files: dict[str, str]) -> Iterator[Edge]:
    yield from _between_modules_and_tables(scan)
    for access in scan.accesses:
        yield _access(f"module {files.get(access.file, '')}", access)
    for transaction in scan.transactions:
        node = f"transaction {transaction.id}"
        yield f"module {files.get(transaction.file, '')}", node, "opens", transaction.file, transaction.line, "certain"
        yield from (_access(node, access) for access in transaction.accesses)
    for entry in scan.entry_points:
        node = f"entry point {entry.kind} {entry.name} {entry.function}"
        yield from (_access(node, access) for access in entry.reaches)
    for one in scan.deferred:
        node = f"module {files.get(one.file, '')}"
        yield from ((node, f"table {held.table}", "defers", one.file, one.line, "certain") for held in one.reaches)


def _between_modules_and_tables(scan: Scan) -> Iterator[Edge]:
    kinds = {"import": ("module", "imports"), "call": ("module", "calls"), "join": ("table", "joins")}
    for coupling in scan.couplings:
        if coupling.kind in kinds:
            node, kind = kinds[coupling.kind]
            ends = f"{node} {coupling.from_}", f"{node} {coupling.to}"
            yield *ends, kind, coupling.file, coupling.line, "certain"
    for key in scan.foreign_keys:
        yield f"table {key.from_}", f"table {key.to}", "references", key.file or "", key.line or 0, "certain"


def _access(source: str, access: Access) -> Edge:
    kind = OPERATIONS.get(access.op, "writes")
    return source, f"table {access.table}", kind, access.file, access.line, access.confidence


def _node(name: str, kind: str, label: str, context: str) -> str:
    held = f'<data key="kind">{kind}</data><data key="label">{_text(label)}</data>'
    if context:
        held += f'<data key="context">{_text(context)}</data>'
    return f"    <node id={_attribute(name)}>{held}</node>"


def _edge(number: int, edge: Edge) -> str:
    source, target, kind, file, line, confidence = edge
    held = f'<data key="edge_kind">{kind}</data><data key="file">{_text(file)}</data>'
    held += f'<data key="line">{line}</data><data key="confidence">{confidence}</data>'
    ends = f"source={_attribute(source)} target={_attribute(target)}"
    return f'    <edge id="e{number}" {ends}>{held}</edge>'


def _text(text: str) -> str:
    """Text without the characters that XML cannot hold."""
    return escape("".join(letter for letter in text if letter.isprintable()))


def _attribute(text: str) -> str:
    return quoteattr("".join(letter for letter in text if letter.isprintable()))
