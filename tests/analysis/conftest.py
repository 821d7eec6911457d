"""The sample as a notebook has it."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import pytest

import boundary

if TYPE_CHECKING:
    from boundary.analysis.analysis import Analysis

ROOT = Path(__file__).parent.parent.parent


@pytest.fixture(scope="session")
def kept(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A cache for the whole session, never that of whoever runs the tests."""
    return tmp_path_factory.mktemp("cache")


@pytest.fixture(scope="session")
def m(kept: Path) -> Analysis:
    return boundary.analyze(ROOT / "samples" / "shop", cache=kept)
