"""What do all tests share?  Golden files and how to renew them, the browser, the promise that CI skips nothing."""

from __future__ import annotations

import os
import shutil
from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from collections.abc import Callable, Generator, Iterator
    from pathlib import Path

    from playwright.sync_api import Browser

BROWSERS = ("chromium", "chromium-browser", "google-chrome")


def required() -> list[str]:
    """What BOUNDARY_REQUIRE says is there: of all that needs it no test may skip."""
    return os.environ.get("BOUNDARY_REQUIRE", "").split()


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption("--renew-golden", action="store_true", help="write the golden files anew; read the diff after it")
    parser.addoption("--slow", action="store_true", help="all tests, with those that are marked slow")


@pytest.hookimpl(trylast=True)
def pytest_collection_modifyitems(config: pytest.Config, items: list[pytest.Item]) -> None:
    """Who asks for no tests in particular gets those that are fast; in CI, and by name, slow ones run, too."""
    particular = config.args != config.getini("testpaths") or config.option.keyword or config.option.markexpr
    if particular or config.option.slow or "everything" in required():
        return
    slow = [item for item in items if item.get_closest_marker("slow")]
    config.hook.pytest_deselected(items=slow)
    items[:] = [item for item in items if not item.get_closest_marker("slow")]


@pytest.hookimpl(wrapper=True)
def pytest_runtest_makereport(item: pytest.Item) -> Generator[None, pytest.TestReport, pytest.TestReport]:
    """Where BOUNDARY_REQUIRE names what is there (`server`, `browser`), a test that needs it must not skip.

    `everything` means every test but those marked `may_skip`.
    """
    report = yield
    asked = any(item.get_closest_marker(f"needs_{name}") for name in required())
    asked |= "everything" in required() and not item.get_closest_marker("may_skip")
    if asked and report.skipped and not hasattr(report, "wasxfail"):
        report.outcome = "failed"
        report.longrepr = f"skipped although BOUNDARY_REQUIRE asks for it: {report.longrepr}"
    return report


@pytest.fixture
def assert_golden(request: pytest.FixtureRequest) -> Callable[[Path, str], None]:
    """Compare a result with its golden file, or write that anew under --renew-golden."""

    def compare(file: Path, result: str) -> None:
        if request.config.getoption("--renew-golden"):
            file.parent.mkdir(parents=True, exist_ok=True)
            file.write_text(result, encoding="utf-8", newline="\n")
        assert result == file.read_text(encoding="utf-8")

    return compare


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    """Chromium as the system has it, else playwright's own."""
    driver = pytest.importorskip("playwright.sync_api", reason="playwright is not installed")
    program = next((found for found in map(shutil.which, BROWSERS) if found), None)
    with driver.sync_playwright() as started:
        try:
            running = started.chromium.launch(executable_path=program, args=["--no-sandbox"])
        except driver.Error as error:
            pytest.skip(f"no Chromium: {str(error).splitlines()[0]}")
        yield running
        running.close()
