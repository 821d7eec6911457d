"""What becomes of damaged, empty or hostile input?  A message with the file, the right code, the rest intact."""

from __future__ import annotations

import os
import shutil
from typing import TYPE_CHECKING

import pytest

from boundary import api
from boundary.api import linked
from boundary.cli.main import outcome
from boundary.config import Settings, with_environment

if TYPE_CHECKING:
    from pathlib import Path

MODELS = """
from django.db import models, transaction

class Order(models.Model):
    class Meta:
        app_label = "orders"

@transaction.atomic
def place():
    Order.objects.create()
"""


def shop(folder: Path) -> Path:
    package = folder / "orders"
    package.mkdir(parents=True)
    (folder / ".git").mkdir()
    (package / "__init__.py").touch()
    (package / "models.py").write_text(MODELS, encoding="utf-8")
    return folder


@pytest.fixture(autouse=True)
def own_cache(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "cache"))


@pytest.mark.slow
@pytest.mark.parametrize(
    "content",
    [
        pytest.param(b"def broken(:\n", id="syntax error"),
        pytest.param(b"x = 1\0\n", id="NUL byte"),
        pytest.param("name = 'Grüße'\n".encode("latin-1"), id="Latin-1 without a declaration"),
        pytest.param(b"# coding: klingon\n", id="unknown encoding"),
        pytest.param(b"x = " + b"(" * 10_000 + b")" * 10_000, id="nested brackets"),
    ],
)
def test_one_bad_file(content: bytes, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    folder = shop(tmp_path / "shop")
    (folder / "orders" / "bad.py").write_bytes(content)
    assert outcome(["report", str(folder), "--jobs", "1"]) == 0
    captured = capsys.readouterr()
    assert "orders/bad.py" in captured.out
    assert "1 unreadable" in captured.out.splitlines()[-1]
    assert "orders_order" in captured.out
    assert captured.err == ""


@pytest.mark.slow
def test_a_damaged_installation_is_no_whole_answer(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    library = tmp_path / "library"
    shutil.copytree(linked.LIBRARY, library)
    (library / "django" / "dispatch.py").write_text("def broken(:\n")
    monkeypatch.setattr(linked, "LIBRARY", library)
    folder = shop(tmp_path / "shop")
    for _ in range(2):
        assert outcome(["report", str(folder)]) == 0
        said = capsys.readouterr().out
        assert "boundary's own django/dispatch.py" in said
        assert "1 unreadable" in said.splitlines()[-1]


@pytest.mark.skipif(not hasattr(os, "symlink"), reason="no symbolic links here")
def test_a_symlink_loop(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    folder = shop(tmp_path / "shop")
    (folder / "orders" / "loop").symlink_to(folder, target_is_directory=True)
    (folder / "orders" / "self.py").symlink_to(folder / "orders" / "self.py")
    assert outcome(["report", str(folder), "--jobs", "1"]) == 0
    assert capsys.readouterr().out.count("orders/models.py:8") == 1


@pytest.mark.parametrize("files", [[], ["README.md"]])
def test_a_folder_without_sources(files: list[str], tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    folder = tmp_path / "empty"
    (folder / ".git").mkdir(parents=True)
    for name in files:
        (folder / name).write_text("nothing to read")
    assert outcome(["report", str(folder)]) == 3
    assert "no Python or SQL files below it" in capsys.readouterr().err


def test_a_repository_without_a_table(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (tmp_path / "tool" / ".git").mkdir(parents=True)
    (tmp_path / "tool" / "tool.py").write_text("print('no table')\n")
    assert outcome(["report", str(tmp_path / "tool"), "--jobs", "1"]) == 0
    assert "No table was found" in capsys.readouterr().out


@pytest.mark.slow
def test_a_second_run_gives_the_same_document(tmp_path: Path) -> None:
    folder = shop(tmp_path / "shop")
    first, second = (api.scan(folder, jobs=1) for _ in range(2))
    assert first.transactions == second.transactions
    assert first.splits == second.splits
    (folder / "orders" / "more.py").write_text("def one(): pass\n")
    assert len(api.scan(folder, jobs=1).modules) == len(first.modules) + 1


@pytest.mark.parametrize("named", [".venv/lib/python3.13/site-packages", ".venv"])
def test_the_environment_gives_definitions(named: str, tmp_path: Path) -> None:
    folder = shop(tmp_path / "shop")
    package = tmp_path / ".venv" / "lib" / "python3.13" / "site-packages" / "ledger"
    package.mkdir(parents=True)
    (package / "__init__.py").touch()
    base = "from django.db import models\nclass Entry(models.Model):\n    class Meta:\n        abstract = True\n"
    (package / "models.py").write_text(base, encoding="utf-8")
    own = "from ledger.models import Entry\nclass Line(Entry):\n    class Meta:\n        app_label = 'books'\n"
    (folder / "orders" / "books.py").write_text(own, encoding="utf-8")
    settings = with_environment(Settings(), tmp_path / named)
    without, given = (api.scan(folder, config=config, jobs=1) for config in (Settings(), settings))
    assert "books_line" not in {table.name for table in without.tables}
    assert "books_line" in {table.name for table in given.tables}


def test_an_environment_that_is_none(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    folder = shop(tmp_path / "shop")
    (folder / "boundary.toml").write_text('environment = "nowhere"')
    assert outcome(["report", str(folder)]) == 3
    assert "nowhere is not a folder of installed packages" in capsys.readouterr().err
