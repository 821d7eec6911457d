"""How do single places become findings?  Those with the same fingerprint are one, with all its sites."""

from __future__ import annotations

from typing import TYPE_CHECKING

import msgspec

from boundary.model.scan import RANK

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from boundary.model.findings import Finding, Site


def gathered(findings: Iterable[Finding]) -> Iterator[Finding]:
    """One finding for each fingerprint: the surest of them, with the sites of all in the order of the source.

    The way of that one stays where the first site is its own.
    """
    held: dict[str, list[Finding]] = {}
    for finding in findings:
        held.setdefault(finding.fingerprint, []).append(finding)
    for same in held.values():
        if len(same) == 1 and len(same[0].sites) < 2:  # noqa: PLR2004 - nothing to put in order
            yield same[0]
            continue
        sites = {site: None for one in same for site in one.sites}
        first = min(same, key=lambda one: (RANK[one.confidence], *map(_place, one.sites[:1])))
        ordered = tuple(sorted(sites, key=_place))
        via = first.via if ordered[:1] == first.sites[:1] else ()
        yield msgspec.structs.replace(first, sites=ordered, via=via)


def _place(site: Site) -> tuple[str, int]:
    return site.file, site.line
