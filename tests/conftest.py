"""What do all tests share?  The option that renews the golden files."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption("--renew-golden", action="store_true", help="write the golden files anew; read the diff after it")


@pytest.fixture
def assert_golden(request: pytest.FixtureRequest) -> Callable[[Path, str], None]:
    """Compare a result with its golden file, or write that anew under --renew-golden."""

    def compare(file: Path, result: str) -> None:
        if request.config.getoption("--renew-golden"):
            file.parent.mkdir(parents=True, exist_ok=True)
            file.write_text(result, encoding="utf-8", newline="\n")
        assert result == file.read_text(encoding="utf-8")

    return compare
