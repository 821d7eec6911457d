"""Can a reader do with the page what it is for?  In Chromium, from disk, with no network."""

from __future__ import annotations

import os
import time
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

import msgspec
import pytest

from boundary import api
from boundary.model.scan import Access, Context, Frame, Scan, Split, Table, Transaction
from boundary.split.verify import cut_transactions
from tests.report.html.pages import assert_accessible, count, numbers, opened

if TYPE_CHECKING:
    from collections.abc import Callable

    from playwright.sync_api import Browser, Page

needs_browser = pytest.mark.needs_browser

SHOP = Path(__file__).parents[3] / "samples" / "shop"
LIMIT = 6_000_000
FRAMES = """() => new Promise((done) => {
  let shift = 0;
  let frames = 0;
  const off = [];
  new PerformanceObserver((list) => list.getEntries().forEach((entry) => (shift += entry.value)))
    .observe({ type: "layout-shift", buffered: false });
  const end = () => document.documentElement.scrollHeight - innerHeight;
  const step = Math.max(1, end() / 60);
  const next = () => {
    if (frames) off.push(Math.abs(scrollY - Math.min(frames * step, end())));
    frames += 1;
    if (frames > 60) return setTimeout(() => done({ shift, off: Math.max(...off) }), 100);
    scrollTo({ top: frames * step, behavior: "instant" });
    requestAnimationFrame(next);
  };
  scrollTo({ top: 0, behavior: "instant" });
  requestAnimationFrame(next);
})"""
"""Scrolls through the page in sixty frames: how far things jumped, and how far from where it was scrolled to it is."""
STILL = {"shift": 0, "off": pytest.approx(0, abs=1.5)}


def written(folder: Path, scan: Scan, source_url: str | None = None) -> Path:
    file = folder / 'a "page" of.html'
    file.write_text(api.render_html(scan, source_url=source_url), encoding="utf-8")
    return file


@needs_browser
@pytest.mark.slow
@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_a_walk_through_the_shop(browser: Browser, tmp_path: Path, scheme: str) -> None:
    scan = api.split(api.scan(SHOP))
    with opened(browser, written(tmp_path, scan), color_scheme=scheme) as page:
        walk(page, "checkout", "shop/orders/checkout.py:23")
        page.fill("#search", "")
        page.check("#only-cut")
        for number, split in enumerate(scan.splits):
            page.locator("input[name=split]").nth(number).check()
            assert count(page) == len(cut_transactions(scan, split))
        assert_accessible(page)


@pytest.mark.slow
@pytest.mark.may_skip  # the monolith is not ours to ship
def test_a_walk_through_a_large_monolith(browser: Browser, tmp_path: Path) -> None:
    document = os.environ.get("BOUNDARY_SALEOR")
    if not document:
        pytest.skip("BOUNDARY_SALEOR names no document that `boundary scan` wrote of saleor")
    file = written(tmp_path, api.load(document))
    assert file.stat().st_size < LIMIT
    started = time.perf_counter()
    with opened(browser, file) as page:
        page.wait_for_selector("#rows tbody tr")
        assert time.perf_counter() - started < 2
        walk(page, "checkout", None)
        assert_accessible(page)
        assert page.evaluate(FRAMES) == STILL


def walk(page: Page, word: str, call: str | None) -> None:
    """Search, sort, filter, choose a split, open a cell, open a transaction, follow its witness."""
    every = count(page)
    page.fill("#search", word)
    page.wait_for_function("n => parseInt(document.querySelector('#count').textContent) < n", arg=every)
    assert all(word in name.lower() for name in page.locator("#rows .name").all_text_contents()) or call is None
    page.fill("#search", "")
    page.wait_for_function("n => parseInt(document.querySelector('#count').textContent) === n", arg=every)

    assert numbers(page, 1) == sorted(numbers(page, 1), reverse=True)
    page.click("[data-sort=bound]")
    assert page.get_attribute("th:has([data-sort=bound])", "aria-sort") == "ascending"
    assert numbers(page, 1) == sorted(numbers(page, 1))
    assert page.evaluate("document.activeElement.dataset.sort") == "bound"
    page.click("[data-sort=bound]")

    before = page.locator("#context-list").text_content()
    page.locator("input[name=split]").last.check()
    assert page.locator("#context-list").text_content() != before
    assert page.locator("tr.chosen input").is_checked()
    assert "make them whole" in (page.locator("#told").text_content() or "")
    page.check("#only-cut")
    assert 0 < count(page) < every
    assert all(number > 1 for number in numbers(page, 2))
    page.uncheck("#only-cut")
    page.select_option("#in-context", index=2)
    assert 0 < count(page) < every
    page.select_option("#in-context", index=0)

    page.select_option("#kind", "shared transaction")
    page.locator("#matrix-cells td button").first.click()
    assert page.locator("#couplings li .place").first.text_content()
    assert page.evaluate("document.activeElement.id") == "couplings"

    page.fill("#search", word)
    page.wait_for_function("n => parseInt(document.querySelector('#count').textContent) < n", arg=every)
    page.locator(".unfold").first.click()
    assert page.locator(".unfold").first.get_attribute("aria-expanded") == "true"
    page.locator(".witness summary").first.click()
    step = page.locator(".witness[open] ol li").first
    where = step.locator(".place").text_content()
    assert call is None or where == call
    step.get_by_role("button").click()
    assert page.input_value("#search") == where
    assert count(page) >= 1


@pytest.mark.slow
@needs_browser
def test_the_keyboard_is_enough(browser: Browser, tmp_path: Path, split_shop: Scan) -> None:
    with opened(browser, written(tmp_path, split_shop)) as page:
        page.keyboard.press("Tab")
        assert page.evaluate("document.activeElement.className") == "skip"
        page.keyboard.press("Enter")
        assert page.evaluate("document.activeElement.id") == "main"
        page.locator("input[name=split]").first.focus()
        page.keyboard.press("ArrowDown")
        assert page.input_value("#pick") == "1"
        page.locator("#told a").focus()
        page.keyboard.press("Enter")
        assert page.locator("#told a:focus").count() == 1
        page.select_option("#pick", "0")
        assert page.evaluate("location.hash") == "#frontier-1"
        page.reload()
        assert page.input_value("#pick") == "1"
        knot = page.get_by_role("button", name="billing, 1 table")
        knot.focus()
        page.keyboard.press("Enter")
        assert page.locator(".knot:focus").get_attribute("aria-pressed") == "true"
        page.get_by_role("button", name="orders depends on billing").focus()
        page.keyboard.press("Enter")
        assert "shop/orders/services.py:101" in (page.locator("#couplings").text_content() or "")
        page.locator(".unfold").first.focus()
        page.keyboard.press("Enter")
        seam = page.locator(".opened .badge.seam").first
        assert seam.text_content() == "seam: event after commit, 4"


@pytest.mark.slow
@needs_browser
def test_hostile_names_are_shown_as_text(browser: Browser, tmp_path: Path, split_shop: Scan) -> None:
    evil = "<img src=x onerror=\"document.title='gone'\">'\"</script>\x1b[31m"
    shown = evil.replace("\x1b", "\\x1b")
    scan = msgspec.structs.replace(
        split_shop,
        root=evil,
        tables=(*split_shop.tables, Table(evil, model=evil, file=evil, line=1)),
        transactions=(
            Transaction(
                "t",
                "block",
                evil,
                evil,
                1,
                accesses=(Access(evil, "insert", evil, 2, evil, via=(Frame(evil, 1, evil),)),),
            ),
            *split_shop.transactions,
        ),
        splits=(
            Split("frontier-1", 1.0, (Context(evil, (evil,), (evil,), (evil,)), *split_shop.splits[1].contexts)),
            *split_shop.splits,
        ),
    )
    with opened(browser, written(tmp_path, scan, "https://host/{file}#L{line}")) as page:
        page.locator("input[name=split]").first.check()
        page.fill("#search", "onerror")
        page.wait_for_function("() => document.querySelector('#count').textContent.startsWith('1 ')")
        page.locator(".unfold").first.click()
        assert page.locator("h1").text_content() == shown
        assert shown in (page.locator("#context-list").text_content() or "")
        assert shown in (page.locator(".opened").text_content() or "")
        assert page.locator("img").count() == 0
        assert page.title() != "gone"


@needs_browser
def test_without_javascript(browser: Browser, tmp_path: Path, split_shop: Scan) -> None:
    with opened(browser, written(tmp_path, split_shop), java_script_enabled=False) as page:
        assert page.locator("#contexts .static").is_visible()
        assert "place_order" in page.locator("#transactions .static").inner_text()
        assert page.locator("table.splits tbody tr").count() == 2
        assert not page.locator("input[name=split]").first.is_visible()


@pytest.mark.slow
@needs_browser
def test_a_phone(browser: Browser, tmp_path: Path, split_shop: Scan) -> None:
    with opened(browser, written(tmp_path, split_shop), viewport={"width": 360, "height": 740}) as page:
        page.locator(".unfold").first.click()
        page.locator("#matrix-cells td button").first.click()
        assert page.evaluate("document.documentElement.scrollWidth") <= 360
        assert_accessible(page)


@needs_browser
@pytest.mark.slow
def test_five_hundred_tables_and_twenty_thousand_transactions(browser: Browser, tmp_path: Path) -> None:
    file = written(tmp_path, planted(500, 20_000))
    started = time.perf_counter()
    with opened(browser, file) as page:
        page.wait_for_selector("#rows tbody tr")
        seconds = {"open": time.perf_counter() - started}
        acts: dict[str, Callable[[], None]] = {
            "search": partial(page.fill, "#search", "table_490"),
            "choose": page.locator("input[name=split]").last.check,
            "sort": partial(page.click, "[data-sort=name]"),
            "cell": page.locator("#matrix-cells td button").first.click,
        }
        for name, act in acts.items():
            started = time.perf_counter()
            act()
            page.wait_for_timeout(150)
            page.evaluate("1")
            seconds[name] = time.perf_counter() - started
        assert 0 < count(page) < 20_000
        shown = page.locator(".unfold").count()
        page.locator("#rows .more button").press("Enter")
        assert page.locator(".unfold").count() > shown
        assert page.evaluate("[...document.querySelectorAll('.unfold')].indexOf(document.activeElement)") == shown
        assert page.evaluate(FRAMES) == STILL
        # generous: other work shares the machine
        assert seconds.pop("open") < 8
        assert max(seconds.values()) < 4, seconds


def planted(tables: int, transactions: int) -> Scan:
    """Fifty contexts of ten tables; each transaction keeps to one, but for every hundredth."""
    names = [f"table_{number}" for number in range(tables)]

    def transaction(number: int) -> Transaction:
        home = number % (tables // 10) * 10
        touched = [names[home + step] for step in range(1 + number % 5)]
        if number % 100 == 0:
            touched.append(names[(home + 10) % tables])
        way = (Frame(f"app/services_{home}.py", number, f"app.services_{home}.do_{number}"),)
        accesses = tuple(Access(name, "insert", f"app/{name}.py", 7, f"app.{name}.save", via=way) for name in touched)
        return Transaction(f"t{number}", "block", way[0].function, way[0].file, number, number, accesses=accesses)

    contexts = tuple(Context(f"context_{start}", tuple(names[start : start + 10])) for start in range(0, tables, 10))
    halves = (Context("first", tuple(names[: tables // 2])), Context("second", tuple(names[tables // 2 :])))
    return Scan(
        root="planted",
        tables=tuple(Table(name) for name in names),
        transactions=tuple(map(transaction, range(transactions))),
        splits=(Split("strict", 0.0, halves), Split("frontier-1", 9.0, contexts)),
    )
