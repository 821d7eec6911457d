"""What is different on a terminal?  A little colour, and not one character of text."""

from __future__ import annotations

import io
import re
from typing import TYPE_CHECKING

from boundary.report import text

if TYPE_CHECKING:
    import pytest

REPORT = "shop: 1 table\n\nTRANSACTIONS\nshop/orders/services.py:88 place_order " + "x" * 300 + "\n"


def shown(monkeypatch: pytest.MonkeyPatch, **environment: str) -> str:
    for name in ("NO_COLOR", "FORCE_COLOR"):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setenv("TERM", "xterm-256color")
    for name, value in environment.items():
        monkeypatch.setenv(name, value)
    stream = io.StringIO()
    monkeypatch.setattr(stream, "isatty", lambda: True)
    text.show(REPORT, stream)
    return stream.getvalue()


def test_colour_adds_nothing_but_colour(monkeypatch: pytest.MonkeyPatch) -> None:
    coloured = shown(monkeypatch)
    assert "\x1b[36mshop/orders/services.py:88\x1b[0m" in coloured
    assert "\x1b[1mTRANSACTIONS\x1b[0m" in coloured
    assert re.sub(r"\x1b\[\d*m", "", coloured) == REPORT


def test_no_color(monkeypatch: pytest.MonkeyPatch) -> None:
    assert "\x1b[3" not in shown(monkeypatch, NO_COLOR="1")
