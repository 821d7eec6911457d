"""Is every example in a docstring true?  They run on samples/shop, as a reader would type them."""

from __future__ import annotations

import doctest
import importlib
import inspect
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

import boundary
from boundary.analysis.answers import Checked, WhatIf
from boundary.analysis.shown import Drawing, Shown

if TYPE_CHECKING:
    from boundary.analysis.analysis import Analysis

ROOT = Path(__file__).parent.parent.parent
FOLDER = Path(boundary.__file__).parent / "analysis"
MODULES = [f"boundary.analysis.{path.stem}" for path in sorted(FOLDER.glob("*.py")) if path.stem != "__init__"]


@pytest.mark.slow
@pytest.mark.parametrize("name", MODULES)
def test_examples(name: str, given: dict[str, object], kept: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(ROOT)
    monkeypatch.setenv("XDG_CACHE_HOME", str(kept))
    module = importlib.import_module(name)
    flags = doctest.ELLIPSIS | doctest.IGNORE_EXCEPTION_DETAIL
    done = doctest.testmod(module, optionflags=flags, extraglobs=given)
    assert done.failed == 0


@pytest.fixture(scope="module")
def given(m: Analysis) -> dict[str, object]:
    """What the examples of single methods begin with, as the example of their class has it."""
    s = m.split(8)
    return {"boundary": boundary, "m": m, "s": s, "w": s.whatif("move orders_event shipping"), "checked": s.check()}


def test_the_way_in_and_what_it_returns_have_examples() -> None:
    for one in (boundary.analyze, boundary.Analysis, boundary.Proposal, boundary.Frontier):
        assert ">>> " in (one.__doc__ or ""), one


@pytest.mark.parametrize(
    "kind", [boundary.Analysis, boundary.Proposal, boundary.Frontier, WhatIf, Checked, Drawing, Shown]
)
def test_whatever_can_be_asked_has_an_example(kind: type) -> None:
    for name, member in inspect.getmembers(kind):
        if name.startswith("_") or name in {"count", "index"}:  # those of a sequence
            continue
        if callable(member) or isinstance(member, property | cached_property):
            assert ">>> " in (member.__doc__ or ""), name
