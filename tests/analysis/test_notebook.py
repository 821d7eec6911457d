"""Does a notebook see progress, and the explorer what it asks for?"""

from __future__ import annotations

import sys
from pathlib import Path
from types import SimpleNamespace
from typing import TYPE_CHECKING, Any

import pytest

from boundary.analysis import notebook, widget
from boundary.analysis.analysis import Analysis
from boundary.errors import MissingExtraError
from tests.analysis.hostile import evil_scan

if TYPE_CHECKING:
    from playwright.sync_api import Browser

SCRIPT = Path(widget.__file__).with_name("explore.js")
STYLE = SCRIPT.with_suffix(".css")

PAGE = """<!DOCTYPE html><html lang="en"><title>explorer</title><style>{style}</style><main></main>
<script type="module">
{script}
const held = {held};
const heard = {{}};
const answer = (number) => {{
  held.answer = "asked " + number;
  heard["change:answer"].forEach((told) => told());
}};
window.held = held;
window.model = {{
  get: (name) => held[name],
  set: (name, value) => {{ held[name] = value; if (name === "asked") answer(value); }},
  save_changes: () => {{}},
  on: (name, told) => {{ (heard[name] ||= []).push(told); }},
}};
render({{ model: window.model, el: document.querySelector("main") }});
</script></html>"""


def test_outside_of_a_notebook_nothing_is_shown() -> None:
    with notebook.progress_of(None) as told:
        assert told is None
    with notebook.progress_of(print) as given:
        assert given is print


def test_a_notebook_sees_a_line_that_goes_when_it_is_done(monkeypatch: pytest.MonkeyPatch) -> None:
    shown: list[Any] = []
    handle = SimpleNamespace(update=lambda data, *, raw: shown.append(data) if raw else None)

    def display(data: object, *, raw: bool, display_id: bool) -> SimpleNamespace:
        assert raw
        assert display_id
        shown.append(data)
        return handle

    python = SimpleNamespace(
        get_ipython=lambda: SimpleNamespace(kernel=object()), display=SimpleNamespace(display=display)
    )
    monkeypatch.setitem(sys.modules, "IPython", python)
    monkeypatch.setitem(sys.modules, "IPython.display", python.display)
    monkeypatch.setattr(notebook, "PATIENCE", 0.0)
    monkeypatch.setattr(notebook, "PAUSE", 0.0)
    with notebook.progress_of(None) as told:
        assert told is not None
        told("reading", 1200, 3000)
        told("linking <b>", 0, None)
    assert shown[0]["text/plain"] == "reading 1,200 of 3,000"
    assert 'max="3000" value="1200"' in shown[0]["text/html"]
    assert "linking &lt;b&gt; ..." in shown[1]["text/html"]
    assert shown[-1] == {"text/plain": ""}


def test_without_anywidget_a_sentence_names_the_extra(m: Analysis, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "anywidget", None)
    widget._kind.cache_clear()
    with pytest.raises(MissingExtraError, match=r"pip install 'boundary-contexts\[notebook\]'"):
        m.explore()


def test_the_explorer_answers_what_is_asked(m: Analysis) -> None:
    explorer = m.frontier[-1].explore()
    names = [one[0] for one in explorer.splits]
    assert names[explorer.split] == m.frontier[-1].name
    assert len(explorer.contexts) == len(m.frontier[-1])
    assert any(cell[3] for cell in explorer.cells)  # shared transactions
    explorer.split = 0
    assert len(explorer.contexts) == len(m.split())
    assert not any(cell[3] for cell in explorer.cells)
    explorer.asked = 0
    assert m.scan.transactions[0].id in explorer.answer


@pytest.mark.slow
@pytest.mark.needs_browser
def test_the_explorer_in_a_browser(tmp_path: Path, browser: Browser) -> None:
    import json

    explorer = Analysis(evil_scan()).frontier[-1].explore()
    held = {
        name: getattr(explorer, name) for name in ("splits", "split", "contexts", "cells", "transactions", "answer")
    }
    plain = json.dumps(held).replace("<", "\\u003c")
    script = SCRIPT.read_text(encoding="utf-8").replace("export default { render };", "")
    file = tmp_path / "explorer.html"
    file.write_text(PAGE.format(style=STYLE.read_text(encoding="utf-8"), script=script, held=plain), encoding="utf-8")
    trouble: list[str] = []
    page = browser.new_page()
    page.on("console", lambda message: trouble.append(message.text))
    page.on("pageerror", lambda error: trouble.append(str(error)))
    page.goto(file.as_uri())
    page.locator("table td button").first.click()
    assert "needs" in page.locator("[role=status]").first.inner_text()
    page.get_by_role("searchbox").fill("img nothing")
    assert "0 transactions" in page.locator(".boundary-explore").inner_text()
    page.get_by_role("searchbox").fill("img")
    page.locator("td button[aria-expanded]").click()
    assert page.locator("pre").inner_text() == "asked 0"
    assert page.evaluate("window.held.selected.kind") == "transaction"
    page.locator("th button").first.click()
    assert page.evaluate("window.held.selected.kind") == "context"
    assert page.locator("img, script[src]").count() == 0
    assert "<img src=x onerror=alert(1)>" in page.locator(".boundary-explore").inner_text()
    page.screenshot(path=str(tmp_path / "explorer.png"), full_page=True)
    page.close()
    assert trouble == []
