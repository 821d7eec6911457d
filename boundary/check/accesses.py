"""Which accesses cross a boundary?  Those whose code and whose table belong to different contexts."""

from __future__ import annotations

from typing import TYPE_CHECKING

from boundary.check.picture import site
from boundary.model.findings import Finding

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from boundary.check.picture import Picture
    from boundary.check.rule import Rule
    from boundary.model.scan import Access


def crossing(picture: Picture, rule: Rule, wanted: Callable[[Access], bool], verb: str) -> Iterator[Finding]:
    """A finding for every access of the wanted kind whose table another context owns; `verb` is its op in words."""
    for access, here, there in picture.accesses:
        if not wanted(access):
            continue
        done = "locks" if access.op == "lock" else verb
        yield Finding(
            rule=rule.id,
            title=rule.title,
            from_=here,
            to=there,
            symbol=access.function,
            target=access.table,
            op=done.removesuffix("s"),
            message=f"{access.function} {done} {access.table}, which {there} owns",
            sites=(site(access),),
            ways=(f"call a public function of {there}", f"move {access.table} to {here}"),
            confidence=access.confidence,
        )
