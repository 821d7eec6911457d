"""What do page templates of Zope ask for?  What their TAL says: paths like `view/orders`, names, `python:` expressions.

    <li tal:repeat="order view/orders" tal:content="order/customer/name" />

A template is read as text: it need not be well-formed. Of `python: view.total(order)` the attributes are known.
"""

from __future__ import annotations

import re
from html import unescape
from typing import TYPE_CHECKING

from boundary.model.tal import Let, TalFile

if TYPE_CHECKING:
    from collections.abc import Iterator

SUFFIX = ".pt"
_SAID = re.compile(
    r"""\b(?:tal:)?(repeat|define|content|replace|condition|attributes|omit-tag)\s*=\s*(["'])(.*?)\2""", re.DOTALL
)
_PLACED = re.compile(r"\$\{([^}$]*)\}")
"""No dollar within: else each of many that nothing closes would be looked for to the end of the file."""
_PATH = re.compile(r"[A-Za-z_]\w*(?:/[\w:?+@.-]+)+|[A-Za-z_]\w*$")
_DOTTED = re.compile(r"\b([A-Za-z_]\w*(?:\.[A-Za-z_]\w*)+)")
_NAMING = re.compile(r"(?:(?:global|local)\s+)?([A-Za-z_]\w*)\s+(.*)", re.DOTALL)
_WORDS = re.compile(r"(?:(?:structure|text|not:|exists:|nocall:|path:)\s*)*")
MOST = 2_000
"""More than so many paths of one template are not looked at."""


def is_tal(path: str) -> bool:
    """Whether a file is called as a page template of Zope."""
    return path.endswith(SUFFIX)


def read_tal(file: str, content: bytes) -> TalFile:
    """What a template asks for, in the order in which it does."""
    text = content.decode(errors="replace")
    lets: dict[Let, None] = {}
    paths: dict[str, None] = {}
    for kind, _, said in _SAID.findall(text):
        for part in _parts(unescape(said)):
            named = _NAMING.fullmatch(part) if kind in {"repeat", "define", "attributes"} else None
            found = list(_paths(named[2] if named else part))
            paths.update(dict.fromkeys(found))
            if named and kind != "attributes" and found:
                lets[Let(named[1], found[0], each=kind == "repeat")] = None
    for said in _PLACED.findall(text):
        paths.update(dict.fromkeys(_paths(said.strip())))
    return TalFile(file, tuple(lets)[:MOST], tuple(paths)[:MOST])


def _parts(said: str) -> Iterator[str]:
    """The statements of an attribute, which semicolons divide."""
    for part in said.replace(";;", " ").split(";"):
        if part.strip():
            yield part.strip()


def _paths(expression: str) -> Iterator[str]:
    """The paths of an expression: alternatives, what Python in it asks for, what stands in a string."""
    for one in expression.split("|"):
        bare = _WORDS.sub("", one.strip(), count=1)
        if bare.startswith("python:"):
            yield from (dotted.replace(".", "/") for dotted in _DOTTED.findall(bare))
        elif bare.startswith("string:"):
            yield from (path for held in _PLACED.findall(bare) for path in _paths(held))
        elif _PATH.fullmatch(bare):
            yield bare
