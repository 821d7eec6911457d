"""A context map for Context Mapper, in its language CML: the contexts, their tables as entities, who depends on whom.

A context that reads or references another's tables is downstream of it; where both do, they are partners.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from boundary.report.exports.crossings import crossings
from boundary.report.exports.identifiers import identifiers

if TYPE_CHECKING:
    from boundary.model.scan import Context, Scan, Split


def render(scan: Scan, split: Split) -> str:
    """The text of a `.cml` file."""
    names = identifiers((context.name for context in split.contexts), capital=True)
    needs = crossings(scan, split)
    lines = [
        f"/* written by `boundary emit cml` for the split {_safe(split.name)} of {_safe(scan.root)} */",
        "ContextMap {",
        "  type = SYSTEM_LANDSCAPE",
        "  state = TO_BE",
        *([f"  contains {', '.join(names.values())}"] if names else []),
    ]
    for (one, other), crossing in needs.items():
        back = needs.get((other, one))
        if back is None:
            lines.append(f"  {names[other]} [U]->[D] {names[one]} // {_safe(str(crossing))}")
        elif list(names).index(one) < list(names).index(other):
            lines.append(f"  {names[one]} [P]<->[P] {names[other]} // {_safe(str(crossing))}; back: {_safe(str(back))}")
    lines.append("}")
    for context in split.contexts:
        lines += ["", *_context(context, names[context.name])]
    return "\n".join(lines) + "\n"


def _context(context: Context, name: str) -> list[str]:
    entities = identifiers(context.tables, capital=True)
    lines = [f"BoundedContext {name} {{", f'  domainVisionStatement = "{_safe(context.name)}"']
    if entities:
        lines.append(f"  Aggregate {name}Tables {{")
        lines += [f"    Entity {one} // table {_safe(table)}" for table, one in entities.items()]
        lines.append("  }")
    return [*lines, "}"]


def _safe(text: str) -> str:
    """Text for a comment or a string: what could end either is left out."""
    return "".join(letter for letter in text if letter.isprintable() and letter not in '"\\').replace("*/", "")
