"""How is a part of the answer drawn?  Context maps, one context, one transaction, what glues two; small on purpose.

Whatever is large is summed up before it is drawn: a picture has some dozens of nodes, so that it can be read and its
layout takes a moment. Formats: DOT, SVG, PNG (both drawn by graphviz, where one is installed) and Mermaid.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from typing import Literal

    from boundary.report.pictures.picture import Picture

    Format = Literal["dot", "svg", "png", "mermaid"]


def draw(picture: Picture, format: Format = "svg", *, sharpness: int | None = None) -> bytes:  # noqa: A002 - the option
    """The picture in a format; a png with `sharpness` dots an inch, or as many as every screen can use.

    Raises `NotDrawnError` where "svg" or "png" is asked for and nothing can draw it.
    """
    from boundary.report.pictures import dot, layout, mermaid, svg

    if format == "mermaid":
        return mermaid.render(picture).encode()
    source = dot.render(picture)
    if format == "dot":
        return source.encode()
    drawn = layout.laid_out(source, format, sharpness or layout.SHARPNESS)
    return svg.dressed(drawn.decode(), picture).encode() if format == "svg" else drawn
