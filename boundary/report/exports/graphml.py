"""The graph as GraphML, for networkx, Gephi, yEd: modules, tables, transactions, entry points, each with its context.

Edges are of a kind (imports, calls, reads, writes, locks, opens, joins, references, cascades, defers), with file and
line.
"""

from __future__ import annotations

from typing import TYPE_CHECKING
from xml.sax.saxutils import escape, quoteattr

import msgspec

from boundary.model import graph

if TYPE_CHECKING:
    from boundary.model.scan import Scan, Split

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

Line = tuple[str, str, str, str, int, str]
"""From one node to another: kind, file, line, confidence."""


def render(scan: Scan, split: Split) -> str:
    """The text of a `.graphml` file: a directed multigraph."""
    homes = {f"table {table}": context.name for context in split.contexts for table in context.tables}
    homes |= {f"module {module}": context.name for context in split.contexts for module in context.modules}
    files = {module.file: f"module {module.name}" for module in scan.modules}
    seen: dict[str, tuple[str, str, str]] = {}
    for node in graph.nodes(msgspec.structs.replace(scan, splits=(*scan.splits, split))):
        home = homes.get(node.id if node.kind in {"module", "table"} else files.get(node.file, ""), "")
        seen[node.id] = (node.kind, node.name, home)
    lines = [HEAD, *(_node(name, *values) for name, values in seen.items())]
    every = {(edge.source, edge.target, edge.kind, edge.file, edge.line, edge.confidence) for edge in graph.edges(scan)}
    ordered = sorted(edge for edge in every if edge[0] in seen and edge[1] in seen)
    lines += [_edge(number, edge) for number, edge in enumerate(ordered)]
    return "\n".join([*lines, "  </graph>", "</graphml>"]) + "\n"


def _node(name: str, kind: str, label: str, context: str) -> str:
    held = f'<data key="kind">{kind}</data><data key="label">{_text(label)}</data>'
    if context:
        held += f'<data key="context">{_text(context)}</data>'
    return f"    <node id={_attribute(name)}>{held}</node>"


def _edge(number: int, edge: Line) -> str:
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
