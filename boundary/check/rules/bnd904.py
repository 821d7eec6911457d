"""BND904: an ignore that ignores nothing.

    total = order.total()   # boundary: ignore[BND202] reason="moves in May"    <- nothing is found here any more

Why it matters: it is left over from code that is gone, and would hide the next finding on its line.

Ways out: take the comment out.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from boundary.check.rule import Rule

if TYPE_CHECKING:
    from collections.abc import Iterator

    from boundary.check.picture import Picture
    from boundary.model.findings import Finding


def check(picture: Picture) -> Iterator[Finding]:
    """Nothing: whether an ignore is used is known once all the other rules have spoken (`waivers`)."""
    del picture
    return iter(())


RULE = Rule("BND904", "unused ignore", check, hygiene=True, waivable=False)
