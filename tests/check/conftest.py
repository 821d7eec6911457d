"""A cache of its own for every test, and no variables of the CI that runs them."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING

import pytest

from tests.check.monolith import FILES
from tests.check.repository import Repository

if TYPE_CHECKING:
    from pathlib import Path

CI = ("CI", "GITHUB_", "BITBUCKET_", "SYSTEM_", "BUILDKITE_", "CHANGE_", "DRONE_", "PRE_COMMIT")


@pytest.fixture(scope="session")
def cache_home(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """One cache for all: what the frameworks' skeletons say is read once."""
    return tmp_path_factory.mktemp("cache")


@pytest.fixture(autouse=True)
def outside_of_ci(monkeypatch: pytest.MonkeyPatch, cache_home: Path) -> None:
    for name in list(os.environ):
        if name.startswith(CI):
            monkeypatch.delenv(name)
    monkeypatch.setenv("XDG_CACHE_HOME", str(cache_home))


@pytest.fixture
def monolith(tmp_path: Path) -> Repository:
    """The monolith in its repository, one commit old."""
    return Repository(tmp_path / "monolith", FILES)
