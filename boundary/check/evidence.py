"""Which places show a finding?  If a change touched none of them, the finding follows from something else.

Types flow far: a change in one file can make the analysis see something in another that was there all along. Such a
finding is told, and warns; what fails a check stands on a line that its author has touched.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import msgspec

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator

    from boundary.check.picture import Picture
    from boundary.model.findings import Finding

    Touched = Callable[[str, int], bool]

SPEAKS_OF_NAMES = frozenset({"BND401", "BND901", "BND902", "BND903", "BND904", "BND905", "BND906", "BND907"})
"""Rules whose findings are about a name or a comment, and show no code."""


def weighed(findings: Iterable[Finding], picture: Picture, touched: Touched) -> Iterator[Finding]:
    """The findings; those that are new and stand on nothing that was touched are marked, and only warn."""
    definitions = {table.name: (table.file, table.line or 1) for table in picture.scan.tables if table.file}
    for finding in findings:
        if (
            finding.state != "new"
            or finding.rule in SPEAKS_OF_NAMES
            or not finding.sites
            or any(touched(file, line) for file, line in _places(finding, definitions))
        ):
            yield finding
        else:
            severity = "warn" if finding.severity == "error" else finding.severity
            yield msgspec.structs.replace(finding, indirect=True, severity=severity)


def _places(finding: Finding, definitions: dict[str, tuple[str, int]]) -> Iterator[tuple[str, int]]:
    """The lines of a finding, of its transaction, and of the tables that it names."""
    yield from ((site.file, site.line) for site in finding.sites)
    tables = {finding.target, *finding.target.split(" with ")}
    if finding.region is not None:
        for one in finding.region.statements:
            tables.add(one.table)
            yield one.site.file, one.site.line
            yield from ((frame.file, frame.line) for frame in one.via)
    yield from (definitions[table] for table in tables if table in definitions)
