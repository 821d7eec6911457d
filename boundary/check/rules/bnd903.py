"""BND903: an entry of the baseline that nothing in the code needs any more.

Why it matters: an entry that stays behind is permission to bring the coupling back. It fails only the change that made
it stale: with `--base`, entries that were stale before are somebody else's and are not told.

Ways out: `boundary baseline prune`, which only ever removes.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from boundary.check.rule import Rule

if TYPE_CHECKING:
    from collections.abc import Iterator

    from boundary.check.picture import Picture
    from boundary.model.findings import Finding


def check(picture: Picture) -> Iterator[Finding]:
    """Nothing: stale entries are found where findings and the baseline are compared."""
    del picture
    return iter(())


RULE = Rule("BND903", "stale entry of the baseline", check, hygiene=True, waivable=False)
