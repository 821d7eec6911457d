"""The judgement as a Mermaid flowchart: the contexts, and how much of what lies between them; new edges are red."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

from boundary.report.printable import printable

if TYPE_CHECKING:
    from boundary.model.findings import Judgement


def render(judgement: Judgement) -> str:
    """A chart of all live findings between two contexts."""
    live = [one for one in judgement.findings if one.state != "fixed" and one.to]
    names = sorted({*judgement.contexts, *(one.from_ for one in live), *(one.to for one in live)})
    ids = {name: f"c{number}" for number, name in enumerate(names)}
    edges: dict[tuple[str, str], Counter[str]] = {}
    new: Counter[tuple[str, str]] = Counter()
    for one in live:
        edges.setdefault((one.from_, one.to), Counter())[one.rule] += 1
        new[one.from_, one.to] += one.state == "new"
    lines = ["flowchart LR", *(f'  {ids[name]}["{_text(name or "no context")}"]' for name in names)]
    for (here, there), rules in sorted(edges.items()):
        label = ", ".join(f"{rule} {count}" for rule, count in sorted(rules.items()))
        more = f", {new[here, there]} new" if new[here, there] else ""
        lines.append(f'  {ids[here]} -->|"{label}{more}"| {ids[there]}')
    red = [str(number) for number, pair in enumerate(sorted(edges)) if new[pair]]
    if red:
        lines.append(f"  linkStyle {','.join(red)} stroke:#d1242f,stroke-width:2px")
    return "\n".join(lines) + "\n"


def _text(text: str) -> str:
    """Text inside the quotes of a label: what could end it or be markup is written by its code point."""
    return "".join(each if each.isalnum() or each in " _-." else f"#{ord(each)};" for each in printable(text))
