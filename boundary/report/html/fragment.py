"""Sections as a piece of HTML for a notebook's cell: its style reaches nothing else, and it reads well without it."""

from __future__ import annotations

from functools import lru_cache
from pathlib import Path
from typing import TYPE_CHECKING

from boundary.report.phrases import Code, Place
from boundary.report.printable import printable

if TYPE_CHECKING:
    from collections.abc import Iterable

    from jinja2 import Template

    from boundary.report.phrases import Section

LEFT = 'style="text-align: left"'
HERE = Path(__file__).parent


def render(sections: Iterable[Section]) -> str:
    """The sections as one `div`; whatever comes from the source is escaped."""
    plain = _template().render(sections=tuple(sections), link=lambda _: None)
    # an untrusted notebook drops the style sheet, keeps this, and would set tables to the right
    return plain.replace("<td>", f"<td {LEFT}>").replace('<th scope="col">', f'<th scope="col" {LEFT}>')


@lru_cache(maxsize=1)
def _template() -> Template:
    from jinja2 import Environment, FileSystemLoader, StrictUndefined

    environment = Environment(
        loader=FileSystemLoader(HERE), autoescape=True, undefined=StrictUndefined, trim_blocks=True, lstrip_blocks=True
    )
    environment.tests["code"] = lambda piece: isinstance(piece, Code)
    environment.tests["place"] = lambda piece: isinstance(piece, Place)
    environment.filters["printable"] = printable
    return environment.get_template("fragment.html.jinja")
