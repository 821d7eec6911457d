"""In which form are sections wanted?  As text, as Markdown, or as a piece of HTML for a notebook."""

from __future__ import annotations

from typing import TYPE_CHECKING

from boundary.report import markdown, text

if TYPE_CHECKING:
    from collections.abc import Iterable

    from boundary.report.phrases import Section


def rendered(sections: Iterable[Section], format: str = "text") -> str:  # noqa: A002 - as the option is called
    """The sections as text, markdown or html."""
    if format == "html":
        from boundary.report.html.fragment import render

        return render(sections)
    return markdown.render(sections) if format == "markdown" else text.render(sections)
