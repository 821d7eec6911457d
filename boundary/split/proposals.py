"""Which splits are proposed?  The strict one, the one that was asked for, and the frontier."""

from __future__ import annotations

from typing import TYPE_CHECKING

import msgspec

from boundary.split.frontier import frontier
from boundary.split.requested import requested

if TYPE_CHECKING:
    from boundary.config import Settings
    from boundary.model.scan import Scan, Split
    from boundary.model.wanted import Wanted


def proposals(scan: Scan, wanted: Wanted, settings: Settings) -> tuple[Split, ...]:
    """The splits of `scan`: "strict", then "requested" where `wanted` asks for one, then the frontier by price.

    Raises `InputError` where what is wanted cannot be.
    """
    asked = requested(scan, wanted, settings) if wanted.particular else ()
    strict, *finer = frontier(scan, grain=wanted.grain, seed=wanted.seed, guessed=wanted.guessed)
    numbered = (msgspec.structs.replace(each, name=f"frontier-{n}") for n, each in enumerate(finer, 1))
    return (strict, *asked, *numbered)
