"""BND401: a module or a table that no context owns.

Why it matters: what nobody owns is where coupling gathers unseen. No other rule can say anything about it, since a
boundary has two sides.

Modules that only configure the project, such as settings and URL tables, may be given to a context of their own.

While a team declares its contexts one by one, `BND401 = "off"` under `[tool.boundary.rules]` keeps this rule quiet; the
others already watch what has been declared.

Ways out: add the module or the table to the patterns of a context.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from boundary.check.rule import Rule
from boundary.model.findings import Finding, Site

if TYPE_CHECKING:
    from collections.abc import Iterator

    from boundary.check.picture import Picture


def check(picture: Picture) -> Iterator[Finding]:
    """One finding for each module with code in it, and each table of the project, that has no owner."""
    for module in picture.scan.modules:
        if module.lines and picture.of_module(module.name) is None:
            yield _finding("module", module.name, Site(module.file))
    for table in picture.scan.tables:
        if picture.of_table(table.name) is None and (table.file or table.model is None):
            yield _finding("table", table.name, Site(table.file, table.line or 1) if table.file else None)


def _finding(kind: str, name: str, place: Site | None) -> Finding:
    return Finding(
        rule=RULE.id,
        title=RULE.title,
        from_="",
        to="",
        symbol=name,
        target="",
        op=kind,
        message=f"no context owns the {kind} {name}",
        sites=(place,) if place else (),
        ways=(f"add {name} to the {kind}s of a context",),
    )


RULE = Rule("BND401", "owned by no context", check)
