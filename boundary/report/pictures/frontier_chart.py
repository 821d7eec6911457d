"""Where do the splits of a frontier lie?  Price by the share of the largest context, as a picture that stands alone."""

from __future__ import annotations

from html import escape
from typing import TYPE_CHECKING

from boundary.report.html.chart import chart
from boundary.report.pictures.palette import GROUND, INK, LINE, QUIET, style
from boundary.report.pictures.svg import FONTS, SCOPE
from boundary.report.printable import printable

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from boundary.model.scan import Split
    from boundary.report.html.chart import Chart, Point

ACCENT, PALE = "#0b5cad", "#d0d7de"


def frontier_chart(splits: Sequence[Split]) -> str:
    """An SVG; each split is a point with its number of contexts in it."""
    drawn = chart(splits)
    name = "Price and largest context of each split"
    root = (
        f'<svg xmlns="http://www.w3.org/2000/svg" class="{SCOPE}" role="img" width="{drawn.width}" '
        f'height="{drawn.height}" viewBox="0 0 {drawn.width} {drawn.height}" style="max-width:100%;height:auto">'
    )
    body = "\n".join(_body(drawn))
    fonts = f'font-family="{FONTS}" font-size="12"'
    return f"{root}<title>{name}</title><style>{style(SCOPE)}</style>\n<g {fonts}>\n{body}\n</g>\n</svg>\n"


def _body(drawn: Chart) -> Iterator[str]:
    yield f'<rect width="{drawn.width}" height="{drawn.height}" fill="{GROUND}"/>'
    for tick in drawn.up:
        yield f'<line x1="{drawn.left}" x2="{drawn.right}" y1="{tick.at:g}" y2="{tick.at:g}" stroke="{PALE}"/>'
        yield _words(drawn.left - 8, tick.at + 4, tick.label, "end")
    for tick in drawn.across:
        yield _words(tick.at, drawn.bottom + 18, tick.label, "middle")
    middle = (drawn.left + drawn.right) / 2
    yield _words(middle, drawn.bottom + 36, "price of the seams, in total", "middle")
    yield _words(drawn.left - 50, drawn.top - 12, "tables in the largest context; in a circle: contexts", "start")
    yield f'<polyline points="{drawn.line}" fill="none" stroke="{LINE}" stroke-dasharray="4 4"/>'
    for point in drawn.points:
        yield _point(point)


def _point(point: Point) -> str:
    told = (
        f"{printable(point.name)}: {point.contexts} contexts, the largest with {point.share:.0%}, for {point.price:g}"
    )
    x, y = f"{point.x:g}", f"{point.y:g}"
    circle = f'<circle cx="{x}" cy="{y}" r="12" fill="{GROUND}" stroke="{ACCENT}" stroke-width="2"/>'
    number = f'<text x="{x}" y="{point.y + 4:g}" text-anchor="middle" fill="{INK}">{point.contexts}</text>'
    return f"<g><title>{escape(told)}</title>{circle}{number}</g>"


def _words(x: float, y: float, text: str, anchor: str) -> str:
    return f'<text x="{x:g}" y="{y:g}" text-anchor="{anchor}" fill="{QUIET}">{escape(text)}</text>'
