"""The picture as a Mermaid flowchart, which forges and wikis draw where it stands."""

from __future__ import annotations

from typing import TYPE_CHECKING

from boundary.report.pictures.palette import INK, STROKES, look_of
from boundary.report.pictures.wording import short
from boundary.report.printable import printable

if TYPE_CHECKING:
    from collections.abc import Iterator

    from boundary.report.pictures.picture import Edge, Frame, Node, Picture

_BRACKETS = {"table": ("[(", ")]"), "transaction": ("([", "])"), "entry": (">", "]"), "seam": ("{{", "}}")}
_ARROWS = {"solid": "-->", "dashed": "-.->", "dotted": "-.->"}


def render(picture: Picture) -> str:
    """The text of a `.mmd` file; the note stands in a comment."""
    framed = {number for frame in picture.frames for number in _inside(frame)}
    lines = [f"%% {printable(line)}" for line in (picture.title, *picture.note.split("\n")) if line]
    lines.append("flowchart LR")
    lines += [f"  {_node(number, node)}" for number, node in enumerate(picture.nodes) if number not in framed]
    for index, frame in enumerate(picture.frames):
        lines += _frame(frame, f"f{index}", picture, "  ")
    lines += [f"  {_edge(edge)}" for edge in picture.edges]
    lines += [f"  linkStyle {index} stroke:{STROKES[edge.kind].line}" for index, edge in enumerate(picture.edges)]
    for kind, look in sorted({_class(node): look_of(node) for node in picture.nodes}.items()):
        dashes = ",stroke-dasharray:4 3" if "dashed" in look.style else ""
        lines.append(f"  classDef {kind} fill:{look.fill},stroke:{look.line},color:{INK}{dashes}")
    return "\n".join(lines) + "\n"


def escaped(text: str) -> str:
    """Text inside the quotes of a label: what could end it or be markup is written by its code point."""
    return "".join(each if each.isalnum() or each in " _-." else f"#{ord(each)};" for each in printable(text))


def _inside(frame: Frame) -> set[int]:
    return set(frame.nodes).union(*(_inside(inner) for inner in frame.frames))


def _frame(frame: Frame, name: str, picture: Picture, indent: str) -> Iterator[str]:
    title = "<br/>".join(escaped(short(line, 60)) for line in (frame.title, frame.note) if line)
    yield f'{indent}subgraph {name}["{title}"]'
    for number in frame.nodes:
        yield f"{indent}  {_node(number, picture.nodes[number])}"
    for index, inner in enumerate(frame.frames):
        yield from _frame(inner, f"{name}_{index}", picture, indent + "  ")
    yield f"{indent}end"


def _node(number: int, node: Node) -> str:
    opening, closing = _BRACKETS.get(node.kind, ("[", "]"))
    words = "<br/>".join(escaped(short(line, 60)) for line in (node.title, *node.note.split("\n")) if line)
    return f'n{number}{opening}"{words}"{closing}:::{_class(node)}'


def _class(node: Node) -> str:
    return f"{node.kind}_away" if node.foreign else node.kind


def _edge(edge: Edge) -> str:
    stroke = STROKES[edge.kind]
    arrow = "<-->" if edge.both else "---" if stroke.head == "none" else _ARROWS[stroke.style]
    label = f'|"{escaped(short(edge.label, 60))}"|' if edge.label else ""
    source = f"n{edge.source}" if edge.source_frame is None else f"f{edge.source_frame}"
    target = f"n{edge.target}" if edge.target_frame is None else f"f{edge.target_frame}"
    return f"{source} {arrow}{label} {target}"
