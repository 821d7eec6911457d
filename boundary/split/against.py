"""How does a proposed split compare with another division?  The other one as a split of its own, and how far apart.

The reference is priced and measured like any proposal, so that every metric can be read side by side; each proposal is
told how far it is from it by MoJoFM and the adjusted Rand index, over tables, and over modules where there are any.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import msgspec

from boundary.split.given import DIGITS, division_of, split_of
from boundary.split.mojo import mojofm, rand_index

if TYPE_CHECKING:
    from collections.abc import Iterable

    from boundary.model.scan import Split
    from boundary.split.given import Division, Ground


def compared(splits: Iterable[Split], reference: Division, name: str, on: Ground) -> tuple[Split, ...]:
    """The reference as a split called `name`, then the others with their distance from it among their metrics."""
    return (split_of(name, reference, on), *(_measured(split, reference) for split in splits))


def _measured(split: Split, reference: Division) -> Split:
    own = division_of(split)
    found: dict[str, float] = {}
    if len(set(reference.tables.values())) > 1:
        found["mojofm"] = mojofm(own.tables, reference.tables)
        found["adjusted_rand_index"] = rand_index(own.tables, reference.tables)
    if own.modules and reference.modules:
        found["mojofm_modules"] = mojofm(own.modules, reference.modules)
        found["adjusted_rand_index_modules"] = rand_index(own.modules, reference.modules)
    rounded = {metric: round(value, DIGITS) for metric, value in found.items()}
    return msgspec.structs.replace(split, metrics={**split.metrics, **rounded})
