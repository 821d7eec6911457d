"""BND905: an ignore past its date.

    # boundary: ignore[BND202] reason="billing moves out in spring" until=2027-03-01

Why it matters: the date was a promise. The finding itself is told again, too.

Ways out: do what was promised; or set another date, with its reason, for all to see.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from boundary.check.rule import Rule
from boundary.check.waivers import complaint

if TYPE_CHECKING:
    from collections.abc import Iterator

    from boundary.check.picture import Picture
    from boundary.model.findings import Finding


def check(picture: Picture) -> Iterator[Finding]:
    """One finding for each ignore whose last day is over."""
    for one in picture.ignores:
        if one.fault is None and one.until is not None and one.until < picture.today:
            yield complaint(RULE, one, f"this ignore of {', '.join(one.rules)} ended on {one.until}: {one.reason}")


RULE = Rule("BND905", "expired ignore", check, hygiene=True, waivable=False)
