"""What do the linker's tests share?  The collector rests while they link, as it does wherever the linker runs."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from boundary.collector import collector_at_rest

if TYPE_CHECKING:
    from collections.abc import Iterator


@pytest.fixture(autouse=True)
def _at_rest() -> Iterator[None]:
    with collector_at_rest():
        yield
