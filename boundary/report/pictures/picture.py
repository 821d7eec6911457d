"""What is in a picture, before any format has drawn it?  Nodes, edges and frames.

Every text is as untrusted as the names that it is made of: the formats show it, and nothing in it acts.
"""

from __future__ import annotations

from typing import Literal

import msgspec

NodeKind = Literal["context", "table", "tables", "transaction", "function", "module", "entry", "seam", "more"]
EdgeKind = Literal["writes", "reads", "uses", "shares", "references", "calls", "parts"]

KINDS: dict[str, str] = {
    "context": "context",
    "table": "table",
    "tables": "tables",
    "foreign": "table of another context",
    "transaction": "transaction",
    "function": "function",
    "module": "modules",
    "entry": "entry points",
    "seam": "seam: a place to change",
    "more": "left out",
    "writes": "writes or locks",
    "reads": "reads",
    "uses": "uses",
    "shares": "shares transactions",
    "references": "foreign key",
    "calls": "calls",
    "parts": "through the seam",
}
"""From a kind to its words in the legend."""


class Node(msgspec.Struct, frozen=True):
    """One thing: its `title`, a smaller `note` below, and `detail` for who points at it."""

    kind: NodeKind
    title: str
    note: str = ""
    detail: str = ""
    foreign: bool = False
    """Whether it lies in another context than the rest, which is what a reader should see first."""


class Edge(msgspec.Struct, frozen=True):
    """A line between two nodes, by their numbers; `weight` makes it thicker."""

    source: int
    target: int
    kind: EdgeKind
    label: str = ""
    detail: str = ""
    weight: int = 1
    both: bool = False
    """Whether it goes both ways."""
    back: bool = False
    """Whether its end stands before its source, so that it is drawn from right to left."""
    source_frame: int | None = None
    """The outermost frame at whose border the line begins, as it is about all that is in it."""
    target_frame: int | None = None
    """The same for its end."""


class Frame(msgspec.Struct, frozen=True):
    """A box around some nodes, and around other frames."""

    title: str
    nodes: tuple[int, ...] = ()
    frames: tuple[Frame, ...] = ()
    note: str = ""


class Picture(msgspec.Struct, frozen=True):
    """A drawing that is small enough to be read; `note` says what was left out."""

    title: str
    note: str = ""
    nodes: tuple[Node, ...] = ()
    edges: tuple[Edge, ...] = ()
    frames: tuple[Frame, ...] = ()

    @property
    def legend(self) -> tuple[str, ...]:
        """The kinds of nodes and edges that are in it, nodes first."""
        held: set[str] = {node.kind for node in self.nodes} | {edge.kind for edge in self.edges}
        if any(node.foreign for node in self.nodes):
            held.add("foreign")
        return tuple(kind for kind in KINDS if kind in held and kind != "more")

    def __str__(self) -> str:
        return f"{self.title}{': ' if self.note else ''}{self.note}"


class Canvas:
    """Gathers the nodes and edges of a picture; a node is known by its key and drawn once."""

    def __init__(self) -> None:
        self.nodes: list[Node] = []
        self.edges: list[Edge] = []
        self._numbers: dict[object, int] = {}

    def node(self, key: object, node: Node) -> int:
        """The number of the node, which is drawn now unless it was before."""
        if key not in self._numbers:
            self._numbers[key] = len(self.nodes)
            self.nodes.append(node)
        return self._numbers[key]

    def number(self, key: object) -> int | None:
        """The number of the node with this key, where it is drawn."""
        return self._numbers.get(key)

    def edge(self, edge: Edge) -> None:
        """Draw a line."""
        self.edges.append(edge)

    def picture(self, title: str, note: str = "", frames: tuple[Frame, ...] = ()) -> Picture:
        """What has been gathered."""
        return Picture(title, note, tuple(self.nodes), tuple(self.edges), frames)
