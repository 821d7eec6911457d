"""A page in a real browser: from disk, without a network, watched for everything that a reader must not meet."""

from __future__ import annotations

from contextlib import contextmanager
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from playwright.sync_api import Browser, Page

GRAVE = {"serious", "critical"}


@contextmanager
def opened(browser: Browser, file: Path, **options: Any) -> Iterator[Page]:  # noqa: ANN401 - playwright's own options
    """Open a file from disk; what the page asks for, says on the console or dies of fails the test at the end."""
    context = browser.new_context(offline=True, **options)
    trouble: list[str] = []
    page = context.new_page()
    page.set_default_timeout(15_000)
    page.on("console", lambda message: trouble.append(f"console: {message.text}"))
    page.on("pageerror", lambda error: trouble.append(f"error: {error}"))
    page.on("request", lambda asked: trouble.append(asked.url) if asked.url != file.as_uri() else None)
    page.goto(file.as_uri())
    yield page
    context.close()
    assert trouble == []


def assert_accessible(page: Page) -> None:
    """axe-core has nothing serious to say."""
    from axe_playwright_python.sync_playwright import Axe

    found = Axe().run(page).response["violations"]
    grave = [(one["id"], one["nodes"][0]["html"][:200]) for one in found if one["impact"] in GRAVE]
    assert grave == []


def count(page: Page) -> int:
    """How many transactions the live region tells of."""
    return int((page.locator("#count").text_content() or "").split()[0].replace(",", ""))


def numbers(page: Page, column: int) -> list[int]:
    """A column of figures of the transactions that are shown; the first is column 1."""
    cells = page.locator(f"#rows tbody tr > td.number:nth-child({column + 1})").all_text_contents()
    return [int(cell.split()[-1].replace(",", "")) for cell in cells]
