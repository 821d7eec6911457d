"""BND901: a pattern of a context that matches nothing.

    [tool.boundary.contexts.orders]
    modules = ["shop.order.**"]      # BND901: there is shop.orders

Why it matters: a pattern that has stopped matching guards nothing, and nobody notices: the package was renamed, and the
boundary silently went with it.

Ways out: correct the pattern, or take it out.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from boundary.check.rule import Rule
from boundary.model.findings import Finding

if TYPE_CHECKING:
    from collections.abc import Iterator

    from boundary.check.picture import Picture


def check(picture: Picture) -> Iterator[Finding]:
    """One finding for each pattern under modules, tables and public that no name fits."""
    for context, key, pattern in picture.owners.idle:
        yield Finding(
            rule=RULE.id,
            title=RULE.title,
            from_=context,
            to="",
            symbol=f"contexts.{context}.{key}",
            target=pattern,
            op="pattern",
            message=f"contexts.{context}.{key}: {pattern!r} matches nothing",
            ways=("correct the pattern or take it out",),
        )


RULE = Rule("BND901", "pattern that matches nothing", check, hygiene=True, waivable=False)
