"""Which split is meant?  One of a document, by name or number of contexts, or a division that is there already."""

from __future__ import annotations

import difflib
from typing import TYPE_CHECKING, Literal, overload

from boundary.errors import UnknownNameError
from boundary.split import references
from boundary.split.given import ground, split_of

if TYPE_CHECKING:
    from collections.abc import Sequence

    from boundary.config import Settings
    from boundary.model.scan import Scan, Split

PRESENT = ("declared", "packages", "layers")
"""Divisions that are there already: what the configuration declares, the packages, the technical layers."""

REQUESTED, CHEAPEST = "requested", "requested-cheapest"
"""What was asked for: as the evidence says, and by the price alone."""


@overload
def named(scan: Scan, name: str, settings: Settings) -> Split | None: ...
@overload
def named(scan: Scan, name: str, settings: Settings, *, needed: Literal[True]) -> Split: ...
def named(scan: Scan, name: str, settings: Settings, *, needed: bool = False) -> Split | None:
    """The split of that name, or None; `settings` declare contexts and say what seams cost.

    Raises `UnknownNameError` where "declared" is meant and nothing is, and where a split is `needed` and not there.
    """
    for split in scan.splits:
        if split.name == name:
            return split
    if name == "declared" and not settings.contexts:
        raise UnknownNameError("the configuration declares no contexts; `boundary init` writes those of a split")
    if name in PRESENT:
        division = (
            references.declared(scan, settings.contexts) if name == "declared" else getattr(references, name)(scan)
        )
        return split_of(name, division, ground(scan, settings))
    if not needed:
        return None
    known = [*(split.name for split in scan.splits), *PRESENT]
    near = difflib.get_close_matches(name, known, n=1)
    hint = f"did you mean {near[0]}?" if near else f"there are {', '.join(known)}"
    raise UnknownNameError(f"no split is called {name!r}; {hint}")


def with_contexts(splits: Sequence[Split], contexts: int) -> Split:
    """The split with so many contexts: the one that was searched for, else the cheapest of the frontier.

    "requested-cheapest" is nobody's choice unless by its name: by price alone, contexts are tables that nobody writes.
    Raises `UnknownNameError` where there is none.
    """
    found = [split for split in splits if len(split.contexts) == contexts and split.name != CHEAPEST]
    if not found:
        counts = ", ".join(map(str, sorted({len(split.contexts) for split in splits})))
        raise UnknownNameError(f"no split has {contexts} contexts; there are splits with {counts}")
    return min(found, key=lambda split: (split.name != REQUESTED, split.price))
