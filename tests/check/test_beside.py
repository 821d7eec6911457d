"""Is the base analysed while the work tree is, and is the judgement the same whatever becomes of that process?"""

from __future__ import annotations

import sys
import time
from typing import TYPE_CHECKING

import pytest

from boundary import api
from boundary.api import beside
from boundary.review import base

if TYPE_CHECKING:
    from boundary.model.findings import Judgement
    from tests.check.repository import Repository

CHANGE = "\n\ndef newly():\n    from shop.billing.models import Invoice\n    return Invoice.objects.create(total=1)\n"
ENDS = {
    "it fails": "raise SystemExit(1)",
    "it says nothing": "import os; os._exit(0)",
    "it is killed": "import os; os.kill(os.getpid(), 9)",
    "it is cut off": "import os, sys; sys.stdout.buffer.write(b'x'); sys.stdout.flush(); os._exit(2)",
}


def judged(repository: Repository) -> Judgement:
    return api.judge(repository.folder, base="HEAD", jobs=2, cache=False)


@pytest.fixture
def changed(monolith: Repository, monkeypatch: pytest.MonkeyPatch) -> Repository:
    """The monolith with a change that is not committed, and two processes for it however small it is."""
    monkeypatch.setattr(beside, "LEAST", 0)
    monolith.write({"shop/orders/newly.py": CHANGE})
    return monolith


@pytest.mark.slow
def test_the_other_process_answers(changed: Repository, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(beside, "MOST", -1)
    alone = judged(changed)
    assert [one.state for one in alone.findings].count("new") > 0
    monkeypatch.setattr(beside, "MOST", 40_000_000)

    def asked_here(*_: object) -> None:
        pytest.fail("the base was analysed in this process")

    monkeypatch.setattr(base, "_found", asked_here)
    assert judged(changed).findings == alone.findings


@pytest.mark.slow
@pytest.mark.parametrize("script", ENDS.values(), ids=ENDS)
def test_without_an_answer(changed: Repository, monkeypatch: pytest.MonkeyPatch, script: str) -> None:
    expected = judged(changed).findings
    monkeypatch.setattr(beside, "_START", script)
    assert judged(changed).findings == expected


@pytest.mark.slow
def test_where_no_process_can_be_started(changed: Repository, monkeypatch: pytest.MonkeyPatch) -> None:
    expected = judged(changed).findings
    monkeypatch.setattr(sys, "executable", "/nowhere/python")
    assert judged(changed).findings == expected


def test_an_interrupted_check_leaves_nobody_behind(changed: Repository, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(beside, "_START", "import time; time.sleep(60)")

    def interrupted(*_: object) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr(base, "seen_in", interrupted)
    before = time.monotonic()
    with pytest.raises(KeyboardInterrupt):
        judged(changed)
    assert time.monotonic() - before < 30
