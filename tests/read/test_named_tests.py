"""Files that are called like tests and hold none."""

from __future__ import annotations

import subprocess
from typing import TYPE_CHECKING

import pytest

from boundary.read.git import Repository
from boundary.read.named_tests import read_all_the_same
from boundary.read.revision import revision, survey_revision
from boundary.read.sources import survey
from tests.read.trees import grow

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path

NAMED = "shop/models/card_test.py"


def assert_reads(expected: str, python: Mapping[str, str], named: Mapping[str, str]) -> None:
    """Of the files called like tests these are read beside the others."""
    read = {file: content.encode() for file, content in python.items()}
    held = {file: content.encode() for file, content in named.items()}
    assert set(read_all_the_same(held, read, held.get)) == set(expected.split())


@pytest.mark.parametrize(
    ("importer", "line"),
    [
        ("shop/views.py", "from shop.models.card_test import CardTest"),
        ("shop/views.py", "import os, shop.models.card_test as tested"),
        ("shop/views.py", "def view():\n    from shop.models import card, card_test"),
        ("shop/views.py", "from shop.models import (\n    card,\n    card_test,\n)"),
        ("shop/views.py", "from .models.card_test import CardTest"),
        ("shop/models/__init__.py", "from .card_test import *"),
        ("shop/models/card.py", "from . import card_test"),
        ("shop/views/card.py", "from ..models.card_test import CardTest"),
        ("shop/models/card.py", "import card_test"),
        ("other/views.py", "from models.card_test import CardTest"),
    ],
)
def test_a_file_that_code_imports(importer: str, line: str) -> None:
    assert_reads(NAMED, {importer: f"{line}\n"}, {NAMED: "class CardTest: pass"})


@pytest.mark.parametrize(
    ("importer", "line"),
    [
        ("shop/views.py", "from shop.models.card_tests import CardTest"),
        ("shop/views.py", "from shop.cards.card_test import CardTest"),
        ("shop/views.py", "import card_test"),
        ("shop/views.py", "from .card_test import CardTest"),
        ("shop/views.py", "from ....models.card_test import CardTest"),
        ("shop/views.py", "card_test = 'shop.models.card_test'"),
        ("shop/views.py", "# from shop.models import card_test"),
    ],
)
def test_a_file_that_nobody_imports(importer: str, line: str) -> None:
    assert_reads("", {importer: f"{line}\n"}, {NAMED: "class CardTest: pass"})


@pytest.mark.parametrize(
    "content",
    ["import pytest", "from unittest import mock", "class Card(TestCase): pass", "async def test_it(): pass"],
)
def test_a_file_of_tests_that_code_imports(content: str) -> None:
    assert_reads("", {"shop/all.py": "from shop.models.card_test import *\n"}, {NAMED: content})


def test_a_model_of_an_application_about_tests() -> None:
    named = {"lab/models/test_case.py": "class TestCase(models.Model): pass"}
    assert_reads("lab/models/test_case.py", {"lab/models/__init__.py": "from .test_case import TestCase\n"}, named)


def test_a_summary_of_tests() -> None:
    named = {"lab/tests_summary.py": "def count(): ...", "lab/tests_cache.py": "class CacheTest(TestCase): ..."}
    assert_reads("lab/tests_summary.py", {"lab/tasks.py": "from lab import tests_summary, tests_cache\n"}, named)


def test_what_such_a_file_imports() -> None:
    named = {NAMED: "from shop.test_kinds import Kind\n", "shop/test_kinds.py": "Kind = 1", "shop/test_b.py": ""}
    assert_reads(f"{NAMED} shop/test_kinds.py", {"shop/views.py": "from shop.models import card_test\n"}, named)


def test_a_command() -> None:
    folder = "shop/management/commands"
    named = {f"{folder}/test_mail.py": "class Command(BaseCommand): pass", f"{folder}/test_b.py": "", "test_c.py": ""}
    assert_reads(f"{folder}/test_mail.py", {}, named)


def test_a_survey_reads_it_and_counts_it_no_more(tmp_path: Path) -> None:
    grow(
        tmp_path,
        {"shop/__init__.py": "", "shop/views.py": "from shop import card_test\n", "shop/card_test.py": "a = 1"},
    )
    grow(
        tmp_path, {"shop/test_views.py": "from shop import test_a\n", "shop/test_a.py": "", "shop/tests/b_test.py": ""}
    )
    now = survey(tmp_path, cache=False)
    assert [(one.file, one.module.name) for one in now.python] == [
        ("shop/__init__.py", "shop"),
        ("shop/card_test.py", "shop.card_test"),
        ("shop/views.py", "shop.views"),
    ]
    assert now.excluded == 3
    for command in (("init", "-q"), ("add", "."), ("-c", "user.name=a", "-c", "user.email=a@b", "commit", "-qm", "a")):
        subprocess.run(["git", *command], cwd=tmp_path, check=True)
    assert survey_revision(revision(Repository(tmp_path), tmp_path, "HEAD"), cache=False).digest == now.digest


def test_own_patterns_mean_what_they_say(tmp_path: Path) -> None:
    grow(tmp_path, {"views.py": "import card_test\n", "card_test.py": "a = 1"})
    assert [one.file for one in survey(tmp_path, exclude=["*_test.py"], cache=False).python] == ["views.py"]
