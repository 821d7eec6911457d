"""What do the linker's tests share?  The collector rests while they link, as it does wherever the linker runs.

Nor does it look through the skeletons of all frameworks after each of them, which takes longer than many a test.
"""

from __future__ import annotations

import gc
from itertools import count
from typing import TYPE_CHECKING, Final

import pytest

from boundary.collector import collector_at_rest

if TYPE_CHECKING:
    from collections.abc import Iterator

TOGETHER: Final = 100
"""After so many tests what has been read of skeletons since is set aside, too."""
NUMBERS: Final = count()


@pytest.fixture(autouse=True)
def _at_rest() -> Iterator[None]:
    with collector_at_rest():
        yield
    if next(NUMBERS) % TOGETHER == 0:
        gc.collect()
        gc.freeze()
