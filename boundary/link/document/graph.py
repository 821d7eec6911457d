"""The whole answer as a graph of networkx, for whoever wants to ask it something that we did not think of."""

from __future__ import annotations

from typing import TYPE_CHECKING

from boundary.model import graph as tied

if TYPE_CHECKING:
    from typing import TypeAlias

    from networkx import MultiDiGraph

    from boundary.model.scan import Scan

    Graph: TypeAlias = MultiDiGraph
    """What others call it, who do not know networkx."""


def graph_of(scan: Scan) -> Graph:
    """A directed multigraph: nodes have `kind`, `name`, `file` and `line`, edges `kind`, `file`, `line` and why."""
    import networkx as nx  # noqa: PLC0415 - a fifth of a second, only paid by those who want the graph

    graph = nx.MultiDiGraph(name=scan.root)
    for node in tied.nodes(scan):
        graph.add_node(node.id, kind=node.kind, name=node.name, file=node.file, line=node.line)
    for edge in dict.fromkeys(tied.edges(scan)):
        if edge.source in graph and edge.target in graph:
            graph.add_edge(
                edge.source,
                edge.target,
                kind=edge.kind,
                file=edge.file,
                line=edge.line,
                confidence=edge.confidence,
                evidence=edge.evidence,
            )
    return graph
