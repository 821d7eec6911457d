"""Which colours has a picture?  Each with its twin for dark screens; meaning is never in a colour alone."""

from __future__ import annotations

from typing import TYPE_CHECKING

import msgspec

if TYPE_CHECKING:
    from collections.abc import Mapping

    from boundary.report.pictures.picture import Node

GROUND, INK, QUIET, LINE = "#ffffff", "#1b1f24", "#57606a", "#8c959f"

DARK: Mapping[str, str] = {
    GROUND: "#14171c",
    INK: "#e6e9ee",
    QUIET: "#a3adb9",
    LINE: "#6b7684",
    "#f6f8fa": "#1d2229",
    "#d0d7de": "#373f4a",
    "#e7f0fb": "#16304d",
    "#0b5cad": "#7db8f5",
    "#fff3e0": "#3d2410",
    "#b45309": "#fdba74",
    "#c2410c": "#fb923c",
    "#ffe4d6": "#4a1d10",
    "#e3f6ea": "#10341f",
    "#155e3b": "#86efac",
    "#f3ecff": "#2b1d47",
    "#6d3fc4": "#c4a7ff",
}
"""From every colour that a picture uses to its twin."""


class Look(msgspec.Struct, frozen=True):
    """How a kind of node looks."""

    shape: str
    fill: str
    line: str
    style: str = "filled,rounded"


LOOKS: Mapping[str, Look] = {
    "context": Look("box", "#e7f0fb", "#0b5cad"),
    "table": Look("cylinder", GROUND, LINE, "filled"),
    "tables": Look("box", GROUND, LINE, "filled"),
    "transaction": Look("box", "#fff3e0", "#b45309"),
    "function": Look("box", "#f6f8fa", LINE),
    "module": Look("box", "#f6f8fa", LINE, "filled"),
    "entry": Look("box", "#f3ecff", "#6d3fc4"),
    "seam": Look("box", "#e3f6ea", "#155e3b", "filled,rounded,dashed"),
    "more": Look("box", GROUND, "#d0d7de", "filled,rounded,dashed"),
    "foreign": Look("cylinder", "#ffe4d6", "#c2410c", "filled"),
}
"""By kind of node; what is `foreign` is a table of another context, in a transaction that reaches into it."""


def look_of(node: Node) -> Look:
    """How a node looks: what is foreign keeps its shape."""
    look = LOOKS[node.kind]
    foreign = LOOKS["foreign"]
    return Look(look.shape, foreign.fill, foreign.line, look.style) if node.foreign else look


class Stroke(msgspec.Struct, frozen=True):
    """How a kind of edge looks."""

    line: str
    style: str = "solid"
    head: str = "normal"


STROKES: Mapping[str, Stroke] = {
    "writes": Stroke("#b45309"),
    "reads": Stroke(LINE, "dashed"),
    "uses": Stroke(LINE),
    "shares": Stroke("#c2410c", head="none"),
    "references": Stroke(LINE, "dotted", "vee"),
    "calls": Stroke(LINE),
    "parts": Stroke("#155e3b", "dashed"),
}


def style(scope: str) -> str:
    """The style sheet that exchanges the colours on dark screens, for what is in an element of the class `scope`."""
    rules = [
        f'.{scope} [{part}="{light}"]{{{part}:{dark}}}' for light, dark in DARK.items() for part in ("fill", "stroke")
    ]
    return f"@media (prefers-color-scheme: dark){{{''.join(rules)}}}"
