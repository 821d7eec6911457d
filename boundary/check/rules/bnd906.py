"""BND906: an ignore without a reason, or one that cannot be understood.

    # boundary: ignore[BND202]                                 <- BND906: no reason
    # boundary: ignore[BND301] reason="..."                    <- BND906: a transaction is never waived in the code
    # boundary: ignore[BND202] reason="..." until=2027-03-01   <- fine; in SQL the same after `--`

Why it matters: an exception that nobody can explain later is never taken back. An ignore with a fault ignores nothing.

A transaction that crosses a boundary (BND301) is accepted in the baseline or not at all, because the owners of two
contexts have to see it.

Ways out: say why; spell the rule as it is listed; write the date as YYYY-MM-DD.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from boundary.check.rule import Rule
from boundary.check.waivers import complaint, fault

if TYPE_CHECKING:
    from collections.abc import Iterator

    from boundary.check.picture import Picture
    from boundary.model.findings import Finding


def check(picture: Picture) -> Iterator[Finding]:
    """One finding for each ignore that has a fault."""
    for one in picture.ignores:
        wrong = fault(one)
        if wrong is not None:
            yield complaint(RULE, one, f"this ignore does not count: {wrong}")


RULE = Rule("BND906", "ignore without a reason", check, hygiene=True, waivable=False)
