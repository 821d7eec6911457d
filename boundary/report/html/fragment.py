"""Sections as a piece of HTML for a notebook's cell: its style reaches nothing else, and it reads well without it."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from boundary.report.html.templates import read_template

if TYPE_CHECKING:
    from collections.abc import Iterable

    from boundary.report.phrases import Section

LEFT = 'style="text-align: left"'
HERE = Path(__file__).parent


def render(sections: Iterable[Section]) -> str:
    """The sections as one `div`; whatever comes from the source is escaped."""
    plain = read_template("fragment.html.jinja").render(sections=tuple(sections), link=lambda _: None)
    # an untrusted notebook drops the style sheet, keeps this, and would set tables to the right
    return plain.replace("<td>", f"<td {LEFT}>").replace('<th scope="col">', f'<th scope="col" {LEFT}>')
