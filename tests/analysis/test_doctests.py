"""Is every example in a docstring true?  They run on samples/shop, as a reader would type them."""

from __future__ import annotations

import doctest
import importlib
import inspect
from pathlib import Path

import pytest

import boundary

ROOT = Path(__file__).parent.parent.parent
FOLDER = Path(boundary.__file__).parent / "analysis"
MODULES = [f"boundary.analysis.{path.stem}" for path in sorted(FOLDER.glob("*.py")) if path.stem != "__init__"]


@pytest.mark.parametrize("name", MODULES)
def test_examples(name: str, kept: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(ROOT)
    monkeypatch.setenv("XDG_CACHE_HOME", str(kept))
    module = importlib.import_module(name)
    done = doctest.testmod(module, optionflags=doctest.ELLIPSIS | doctest.IGNORE_EXCEPTION_DETAIL)
    assert done.failed == 0


def test_the_way_in_and_what_it_returns_have_examples() -> None:
    for one in (boundary.analyze, boundary.Analysis, boundary.Proposal, boundary.Frontier):
        assert ">>> " in (one.__doc__ or ""), one


@pytest.mark.parametrize("kind", [boundary.Analysis, boundary.Proposal, boundary.Frontier])
def test_whatever_can_be_asked_is_documented(kind: type) -> None:
    for name, member in inspect.getmembers(kind):
        if not name.startswith("_") and (callable(member) or isinstance(member, property)):
            assert (member.__doc__ or "").strip(), name
