"""The picture as DOT, the language of graphviz: its package writes the syntax, so that no name can end a string."""

from __future__ import annotations

import math
from html import escape
from typing import TYPE_CHECKING, Any

from boundary.report.pictures.palette import GROUND, INK, LINE, LOOKS, QUIET, STROKES, look_of
from boundary.report.pictures.picture import KINDS
from boundary.report.pictures.wording import short

if TYPE_CHECKING:
    from boundary.report.pictures.picture import Edge, Frame, Node, Picture

FONT = "Arial"
"""Known to every graphviz by its widths, and on every system by itself or a font of the same widths."""

TITLE, TEXT, SMALL = "14", "11", "9"
LABEL = 60
"""The most characters of an edge's label."""

THICKEST = 3.5
"""The width of the heaviest line, in points."""

_GAP = "&#160;&#160;&#160;&#160;"
_DASHES = {"solid": "——", "dashed": "- - -", "dotted": "····"}


def render(picture: Picture) -> str:
    """The text of a `.gv` file."""
    import graphviz

    plain = {"fontname": FONT, "fontsize": TEXT, "fontcolor": INK}
    drawn = graphviz.Digraph(
        "boundary",
        graph_attr={
            **plain,
            "rankdir": "LR",
            "compound": "true",
            "bgcolor": GROUND,
            "pad": "0.25",
            "nodesep": "0.22",
            "ranksep": "0.55",
            "labelloc": "t",
            "labeljust": "l",
            "label": _heading(picture),
            "style": "rounded",
            "color": "#d0d7de",
        },
        node_attr={**plain, "margin": "0.14,0.07", "penwidth": "1.2", "height": "0.3"},
        edge_attr={**plain, "fontsize": SMALL, "fontcolor": QUIET, "arrowsize": "0.7"},
    )
    framed = {number for frame in picture.frames for number in _inside(frame)}
    for number, node in enumerate(picture.nodes):
        if number not in framed:
            _node(drawn, number, node)
    for index, frame in enumerate(picture.frames):
        _frame(drawn, frame, f"cluster_{index}", picture)
    heaviest = max((edge.weight for edge in picture.edges), default=1)
    for edge in picture.edges:
        _edge(drawn, edge, heaviest)
    return str(drawn.source)


def _inside(frame: Frame) -> set[int]:
    return set(frame.nodes).union(*(_inside(inner) for inner in frame.frames))


def _frame(drawn: Any, frame: Frame, name: str, picture: Picture) -> None:  # noqa: ANN401 - graphviz has no types
    words = [f"<B>{_text(frame.title)}</B>"] if frame.title else []
    words += [_font(frame.note, SMALL, QUIET, LABEL)] if frame.note else []
    label = f"<{'<BR/>'.join(words)}>" if words else ""
    inner = "_" in name.removeprefix("cluster_")
    looks = {"bgcolor": GROUND if inner else "#f6f8fa", "color": "#b45309" if inner else "#d0d7de"}
    with drawn.subgraph(name=name) as box:
        box.attr(label=label, labeljust="l", margin="12", penwidth="1", style="rounded", **looks)
        for number in frame.nodes:
            _node(box, number, picture.nodes[number])
        for index, each in enumerate(frame.frames):
            _frame(box, each, f"{name}_{index}", picture)


def _node(drawn: Any, number: int, node: Node) -> None:  # noqa: ANN401 - graphviz has no types
    look = look_of(node)
    quiet = node.kind == "more"
    title = f"<I>{_font(node.title, TEXT, QUIET)}</I>" if quiet else f"<B>{_text(node.title)}</B>"
    note = "".join(f"<BR/>{_font(line, SMALL, QUIET)}" for line in node.note.split("\n")) if node.note else ""
    drawn.node(
        f"n{number}", f"<{title}{note}>", shape=look.shape, fillcolor=look.fill, color=look.line, style=look.style
    )


def _edge(drawn: Any, edge: Edge, heaviest: int) -> None:  # noqa: ANN401 - graphviz has no types
    stroke = STROKES[edge.kind]
    width = 1 + (THICKEST - 1) * (math.log(edge.weight) / math.log(heaviest) if edge.weight > 1 else 0)
    more = {"label": f"<{_text(edge.label, LABEL)}>"} if edge.label else {}
    for end, frame in (("ltail", edge.source_frame), ("lhead", edge.target_frame)):
        if frame is not None:
            more[end] = f"cluster_{frame}"
    if edge.back or edge.both:
        more["dir"] = "both" if edge.both else "back"
    if edge.both:
        more["arrowtail"] = stroke.head
    first, last = (edge.target, edge.source) if edge.back else (edge.source, edge.target)
    drawn.edge(
        f"n{first}",
        f"n{last}",
        color=stroke.line,
        style=stroke.style,
        **{"arrowtail" if edge.back else "arrowhead": stroke.head},
        penwidth=f"{width:.2f}",
        **more,
    )


def _heading(picture: Picture) -> str:
    """Title, note and legend, above the drawing."""
    rows = [f'<TR><TD ALIGN="LEFT"><FONT POINT-SIZE="{TITLE}"><B>{_text(picture.title, 90)}</B></FONT></TD></TR>']
    rows += [f'<TR><TD ALIGN="LEFT">{_font(line, TEXT, QUIET, 130)}</TD></TR>' for line in _lines(picture.note)]
    if picture.legend:
        rows.append(f'<TR><TD ALIGN="LEFT">{_GAP.join(map(_key, picture.legend))}</TD></TR>')
    return f'<<TABLE BORDER="0" CELLBORDER="0" CELLSPACING="0" CELLPADDING="2">{"".join(rows)}</TABLE>>'


def _lines(note: str) -> list[str]:
    return [line for line in note.split("\n") if line]


def _key(kind: str) -> str:
    """What a kind looks like, beside its name."""
    if kind in LOOKS:
        sign = f'<FONT COLOR="{LOOKS[kind].line}">■</FONT>'
    else:
        stroke = STROKES[kind]
        sign = f'<FONT COLOR="{stroke.line}"><B>{_DASHES[stroke.style]}</B></FONT>'
    return f"{sign}&#160;&#160;{_font(KINDS[kind], SMALL, QUIET)}"


def _font(text: str, size: str, colour: str = LINE, most: int = 48) -> str:
    return f'<FONT POINT-SIZE="{size}" COLOR="{colour}">{_text(text, most)}</FONT>'


def _text(text: str, most: int = 34) -> str:
    """Text in an HTML-like label: nothing in it can be markup, and there is always something."""
    return escape(short(text, most), quote=True)
