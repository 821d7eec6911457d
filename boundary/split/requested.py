"""Which split meets the wishes best?"""

from __future__ import annotations

from typing import TYPE_CHECKING

from boundary.split.contract import tables_of
from boundary.split.pins import pins_of

if TYPE_CHECKING:
    from boundary.config import Settings
    from boundary.model.scan import Scan, Split
    from boundary.model.wanted import Wanted


def requested(scan: Scan, wanted: Wanted, settings: Settings) -> tuple[Split, ...]:
    """The split that `wanted` asks for."""
    pins_of(wanted, tables_of(scan))
    del settings
    return ()
