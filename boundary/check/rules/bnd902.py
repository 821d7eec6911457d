"""BND902: a file that could not be read.

Why it matters: whatever stands in it was not checked.

Ways out: correct the file; leave it out with `exclude` where it is no source.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from boundary.check.rule import Rule
from boundary.model.findings import Finding, Site

if TYPE_CHECKING:
    from collections.abc import Iterator

    from boundary.check.picture import Picture


def check(picture: Picture) -> Iterator[Finding]:
    """One finding for each unreadable file."""
    for each in picture.scan.completeness.unreadable:
        yield Finding(
            rule=RULE.id,
            title=RULE.title,
            from_="",
            to="",
            symbol=each.file,
            target="",
            op="read",
            message=f"{each.file} could not be read: {each.reason}",
            sites=(Site(each.file),),
            ways=("correct the file, or leave it out (exclude)",),
        )


RULE = Rule("BND902", "unreadable file", check, hygiene=True, waivable=False)
