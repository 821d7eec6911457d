"""The packaging names plug-ins, whichever way it is written; what is broken names none."""

from __future__ import annotations

import subprocess
from typing import TYPE_CHECKING

import pytest

from boundary.read.git import Repository
from boundary.read.plugins import plugins_in
from boundary.read.revision import revision, survey_revision
from boundary.read.sources import survey
from tests.read.trees import grow

if TYPE_CHECKING:
    from pathlib import Path

PAYMENTS = {"shop.payments": {"card": "shop.card.Card", "cash": "shop.cash.Cash.pay"}}
CASES = {
    "project": """
[project.entry-points."shop.payments"]
card = "shop.card:Card"
cash = "shop.cash:Cash.pay [coins]"
""",
    "poetry": """
[tool.poetry.plugins."shop.payments"]
card = "shop.card:Card"
cash = "shop.cash:Cash.pay"
""",
}
SETUP = """
[metadata]
name = shop
[{section}]
shop.payments =
    card = shop.card:Card
    cash = shop.cash:Cash.pay
"""


@pytest.mark.parametrize("text", CASES.values(), ids=CASES)
def test_a_pyproject(text: str) -> None:
    assert plugins_in({"pyproject.toml": text.encode()}.get) == PAYMENTS


@pytest.mark.parametrize("section", ["entry_points", "options.entry_points"])
def test_a_setup_cfg(section: str) -> None:
    assert plugins_in({"setup.cfg": SETUP.format(section=section).encode()}.get) == PAYMENTS


@pytest.mark.parametrize(
    "text",
    [
        'setup(name="shop", entry_points={"shop.payments": ["card = shop.card:Card", "cash=shop.cash:Cash.pay"]})',
        'setuptools.setup(entry_points={"shop.payments": """\ncard = shop.card:Card\ncash=shop.cash:Cash.pay [a]"""})',
        'setup(entry_points="[shop.payments]\\ncard = shop.card:Card\\ncash = shop.cash:Cash.pay")',
        'named = {"shop.payments": ("card = shop.card:Card", "cash = shop.cash:Cash.pay")}\nsetup(entry_points=named)',
    ],
)
def test_a_setup_py(text: str) -> None:
    assert plugins_in({"setup.py": text.encode()}.get) == PAYMENTS


@pytest.mark.parametrize(
    "text",
    [
        "[project",
        "project = 1",
        "[project]\nentry-points = 1",
        "[tool]\npoetry = []",
        "\0",
        "setup(entry_points={**a})",
        'setup(entry_points=["[shop.payments]\\ncard = shop.card:Card"])',
        "a." * 501 + "b = 1",
        "a = " + "9" * 5_000,
        "a = " + "[" * 2_000,
        "x = " + "[" * 40 + "]" * 40 + '\nsetup(entry_points={"shop.payments": ["card = shop.card:Card"]})',
    ],
)
def test_what_names_none(text: str) -> None:
    held = {"pyproject.toml": text.encode(), "setup.cfg": text.encode(), "setup.py": text.encode()}
    assert plugins_in(held.get) == {}


def test_a_survey_has_them_and_its_digest_tells(tmp_path: Path) -> None:
    grow(tmp_path, {"shop/card.py": "class Card: pass"})
    before = survey(tmp_path, cache=False)
    grow(tmp_path, {"pyproject.toml": CASES["project"]})
    after = survey(tmp_path, cache=False)
    assert (before.plugins, after.plugins) == ({}, PAYMENTS)
    assert before.digest != after.digest
    for command in (("init", "-q"), ("add", "."), ("-c", "user.name=a", "-c", "user.email=a@b", "commit", "-qm", "a")):
        subprocess.run(["git", *command], cwd=tmp_path, check=True)
    was = survey_revision(revision(Repository(tmp_path), tmp_path, "HEAD"), cache=False)
    assert (was.plugins, was.digest) == (PAYMENTS, after.digest)
