"""What graphviz draws, as a picture for a page: it scales, says what it shows, and has colours for dark screens."""

from __future__ import annotations

import re
from html import escape
from typing import TYPE_CHECKING

from boundary.report.pictures.dot import FONT
from boundary.report.pictures.palette import style
from boundary.report.printable import printable

if TYPE_CHECKING:
    from boundary.report.pictures.picture import Picture

SCOPE = "boundary-picture"
FONTS = "Arial,'Liberation Sans',Arimo,Helvetica,sans-serif"
"""Fonts of the same widths: what was measured for one fits in the others."""

_COMMENT = re.compile(r"<!--.*?-->\s*", re.DOTALL)
_SIZE = re.compile(r'<svg width="([\d.]+)pt" height="([\d.]+)pt"\s+viewBox="([-\d. ]+)"[^>]*>')
_TITLE = re.compile(r"<title>(.*?)</title>\s*", re.DOTALL)


def dressed(drawn: str, picture: Picture) -> str:
    """The SVG of graphviz without its preamble, with our titles, style and size."""
    body = _COMMENT.sub("", drawn[drawn.index("<svg") :])
    titles = _titles(picture)
    body = _TITLE.sub(lambda found: titles.get(found[1], ""), body)
    body = body.replace(f'font-family="{FONT}"', f'font-family="{FONTS}"')
    return _SIZE.sub(lambda found: _opening(found, picture), body, count=1).strip() + "\n"


def _opening(found: re.Match[str], picture: Picture) -> str:
    """The root: as wide as it was drawn, less where there is no room, and named for those who do not see it."""
    name, words = _text(picture.title), _text(picture.note)
    size = f'width="{float(found[1]) * 4 / 3:.0f}" height="{float(found[2]) * 4 / 3:.0f}"'
    described = f"<desc>{words}</desc>" if words else ""
    spaces = 'xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink"'
    fitting = f'viewBox="{found[3]}" style="max-width:100%;height:auto"'
    root = f'<svg {spaces} class="{SCOPE}" role="img" {size} {fitting}>'
    return f"{root}<title>{name}</title>{described}<style>{style(SCOPE)}</style>"


def _titles(picture: Picture) -> dict[str, str]:
    """What pointing at a node or an edge tells, by the name that graphviz gave it."""
    found = {
        f"n{number}": node.detail or ", ".join(filter(None, (node.title, node.note.replace("\n", ", "))))
        for number, node in enumerate(picture.nodes)
    }
    for edge in picture.edges:
        first, last = (edge.target, edge.source) if edge.back else (edge.source, edge.target)
        found[f"n{first}&#45;&gt;n{last}"] = edge.detail or edge.label
    return {name: f"<title>{_text(words)}</title>\n" for name, words in found.items() if words}


def _text(text: str) -> str:
    return escape(" ".join(map(printable, text.split("\n"))), quote=False)
