"""BND907: a module or a table that two contexts claim alike.

    [tool.boundary.contexts.orders]
    tables = ["shop_*"]
    [tool.boundary.contexts.billing]
    tables = ["shop_*"]

Why it matters: its owner is then whichever comes first. Where one pattern describes a name more closely than the other
(no `*`, or more letters), that one counts and there is nothing to tell.

Ways out: name it in one context only.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from boundary.check.rule import Rule
from boundary.model.findings import Finding

if TYPE_CHECKING:
    from collections.abc import Iterator

    from boundary.check.picture import Picture


def check(picture: Picture) -> Iterator[Finding]:
    """One finding for each name that two contexts claim equally closely."""
    for name, contexts in picture.owners.clashes:
        yield Finding(
            rule=RULE.id,
            title=RULE.title,
            from_="",
            to="",
            symbol=name,
            target=" and ".join(contexts),
            op="claim",
            message=f"{name} is claimed by {' and '.join(contexts)}",
            ways=("name it in one context only",),
        )


RULE = Rule("BND907", "claimed by two contexts", check, hygiene=True, waivable=False)
