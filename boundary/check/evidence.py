"""Which places show a finding?  If a change touched none of them, the finding follows from something else.

Types flow far: a change in one file can make the analysis see something in another that was there all along. Such a
finding is told, and warns; what fails a check stands on a line that its author has touched.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import msgspec

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Mapping

    from boundary.model.findings import Finding

    Touched = Callable[[str, int], bool]
    Definitions = Mapping[str, tuple[str, int]]

SPEAKS_OF_NAMES = frozenset({"BND401", "BND901", "BND902", "BND903", "BND904", "BND905", "BND906", "BND907"})
"""Rules whose findings are about a name or a comment, and show no code."""


def weighed(findings: Iterable[Finding], definitions: Definitions, touched: Touched) -> Iterator[Finding]:
    """The findings; those that are new and stand on nothing that was touched are marked, and only warn."""
    for finding in findings:
        if not _asks(finding) or any(touched(file, line) for file, line in _places(finding, definitions)):
            yield finding
        else:
            severity = "warn" if finding.severity == "error" else finding.severity
            yield msgspec.structs.replace(finding, indirect=True, severity=severity)


def files_shown(findings: Iterable[Finding], definitions: Definitions) -> set[str]:
    """The files that `weighed` may ask about."""
    return {file for finding in findings if _asks(finding) for file, _ in _places(finding, definitions)}


def _asks(finding: Finding) -> bool:
    return finding.state == "new" and finding.rule not in SPEAKS_OF_NAMES and bool(finding.sites)


def _places(finding: Finding, definitions: Definitions) -> Iterator[tuple[str, int]]:
    """The lines of a finding and of the way to it, of its transaction, and of the tables that it names."""
    yield from ((site.file, site.line) for site in finding.sites)
    yield from ((frame.file, frame.line) for frame in finding.via)
    tables = {finding.target, *finding.target.split(" with ")}
    if finding.region is not None:
        for one in finding.region.statements:
            tables.add(one.table)
            yield one.site.file, one.site.line
            yield from ((frame.file, frame.line) for frame in one.via)
    yield from (definitions[table] for table in tables if table in definitions)
