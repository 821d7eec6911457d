"""Are a base and a baseline found wherever git keeps them?  Sub-folders, worktrees, submodules, detached, shallow."""

from __future__ import annotations

import json
import subprocess
from typing import TYPE_CHECKING, Any

import pytest

from boundary.cli.main import outcome
from boundary.config import Settings
from boundary.errors import HistoryError
from boundary.read.git import Repository as Git
from boundary.read.revision import revision, survey_revision
from boundary.read.sources import survey
from tests.check.monolith import FILES, PLANTS, SERVICES
from tests.check.repository import Repository

if TYPE_CHECKING:
    from pathlib import Path

Told = pytest.CaptureFixture[str]
PLANT = next(each for each in PLANTS if each.name == "raw SQL write")


def checked(folder: Path, capsys: Told, *arguments: str) -> tuple[int, set[str]]:
    """The exit code of a check in a folder, and the rules of what is new."""
    capsys.readouterr()
    code = outcome(["check", str(folder), "--format", "json", *arguments])
    said: dict[str, Any] = json.loads(capsys.readouterr().out or '{"findings": []}')
    return code, {one["rule"] for one in said["findings"] if one["state"] == "new"}


def test_a_revision_is_read_as_its_work_tree_is(monolith: Repository) -> None:
    monolith.write(
        {
            ".gitignore": "ignored/\n*.gen.py\n",
            "shop/sub/.gitignore": "!kept.gen.py\nlocal.py\n",
            "shop/sub/kept.gen.py": "X = 1\n",
            "shop/sub/local.py": "X = 1\n",
            "shop/queries/all.sql": "SELECT 1;\n",
            "shop/tests/test_x.py": "X = 1\n",
            "node_modules/x/y.py": "X = 1\n",
            "build/lib/z.py": "X = 1\n",
            ".hidden/h.py": "X = 1\n",
            "shop/größe.py": "X = 1\n",
            "env/pyvenv.cfg": "",
            "env/lib/e.py": "X = 1\n",
        }
    )
    (monolith.folder / "shop/link.py").symlink_to("settings.py")
    monolith.git("add", "--all", "--force")
    commit = monolith.commit("Everything, what is ignored too")
    settings = Settings()
    here = survey(monolith.folder, exclude=settings.exclude, cache=False)
    there = survey_revision(revision(Git(monolith.folder), monolith.folder, commit), cache=False)
    assert [(file.file, file.module, file.key) for file in there.python] == [
        (file.file, file.module, file.key) for file in here.python
    ]
    assert there.sql_files == here.sql_files
    assert there.digest == here.digest


@pytest.mark.slow
def test_a_folder_of_a_larger_repository(tmp_path: Path, capsys: Told) -> None:
    large = Repository(tmp_path / "large", {f"services/web/{name}": text for name, text in FILES.items()})
    large.branch("feature")
    web = large.folder / "services/web"
    for name, text in PLANT.planted_in(FILES).items():
        (web / name).write_text(text, encoding="utf-8")
    assert checked(web, capsys, "--base", "main") == (1, {"BND202"})
    assert large.run("baseline", "write", below="services/web") == 0
    large.commit("With a baseline")
    assert outcome(["baseline", "history", str(web)]) == 0
    assert checked(web, capsys, "--base", "HEAD") == (0, set())
    (large.folder / "services/new").mkdir()
    (large.folder / "services/new/a.py").write_text("X = 1\n", encoding="utf-8")
    (large.folder / "services/new/boundary.toml").write_text('[contexts.a]\nmodules = ["a"]\n', encoding="utf-8")
    capsys.readouterr()
    assert outcome(["check", str(large.folder / "services/new"), "--base", "main"]) == 3
    assert "services/new is not in " in capsys.readouterr().err


def test_the_configuration_of_a_folder_above(tmp_path: Path, capsys: Told) -> None:
    files = {f"services/web/{name}": text for name, text in FILES.items() if name != "pyproject.toml"}
    large = Repository(tmp_path / "large", {**files, "pyproject.toml": FILES["pyproject.toml"]})
    web = large.folder / "services/web"
    assert checked(web, capsys, "--base", "main") == (0, set())
    assert large.run("baseline", "write", below="services/web") == 0
    assert (large.folder / ".boundary/baseline/orders.jsonl").is_file()
    assert checked(web, capsys)[0] == 0


def test_a_linked_worktree_and_a_detached_head(monolith: Repository, capsys: Told) -> None:
    other = monolith.folder.parent / "other"
    monolith.git("worktree", "add", "--quiet", "--detach", str(other), "main")
    for name, text in PLANT.planted_in(FILES).items():
        (other / name).write_text(text, encoding="utf-8")
    assert checked(other, capsys, "--base", "auto") == (1, {"BND202"})


def test_hooks_that_set_where_git_looks(monolith: Repository, capsys: Told, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("GIT_DIR", ".git")
    monkeypatch.setenv("GIT_INDEX_FILE", ".git/index")
    assert checked(monolith.folder, capsys, "--base", "auto") == (0, set())


@pytest.mark.slow
def test_a_submodule(tmp_path: Path, capsys: Told) -> None:
    billing = {name.removeprefix("shop/billing/"): text for name, text in FILES.items() if "shop/billing/" in name}
    inner = Repository(tmp_path / "billing", billing)
    shop = Repository(tmp_path / "shop", {name: text for name, text in FILES.items() if "shop/billing/" not in name})
    shop.git("submodule", "--quiet", "add", str(inner.folder), "shop/billing")
    shop.commit("Billing is a submodule")
    assert checked(shop.folder, capsys, "--base", "main") == (0, set())
    shop.branch("feature")
    shop.write({SERVICES: PLANT.planted_in(FILES)[SERVICES]})
    assert checked(shop.folder, capsys, "--base", "main") == (1, {"BND202"})


@pytest.mark.slow
def test_a_shallow_clone_says_what_to_fetch(monolith: Repository, tmp_path: Path, capsys: Told) -> None:
    monolith.branch("feature")
    monolith.write({"shop/orders/notes.py": "X = 1\n"})
    monolith.commit("One more")
    shallow = tmp_path / "shallow"
    address = f"file://{monolith.folder}"
    subprocess.run(["git", "clone", "--quiet", "--depth=1", "--branch=feature", address, str(shallow)], check=True)
    capsys.readouterr()
    assert outcome(["check", str(shallow), "--base", "origin/main"]) == 3
    command = capsys.readouterr().err.strip().partition(": ")[2].partition(": ")[2]
    assert command.startswith("git fetch ")
    subprocess.run([*command.split(), "--quiet"], cwd=shallow, check=True)
    assert checked(shallow, capsys, "--base", "origin/main") == (0, set())


@pytest.mark.slow
def test_a_clone_without_contents_says_how_to_get_them(monolith: Repository, tmp_path: Path, capsys: Told) -> None:
    monolith.git("config", "uploadpack.allowFilter", "true")
    monolith.git("config", "uploadpack.allowAnySHA1InWant", "true")
    monolith.branch("feature")
    monolith.write({SERVICES: FILES[SERVICES] + "\n\nX = 1\n"})
    monolith.commit("One more")
    partial = tmp_path / "partial"
    address = f"file://{monolith.folder}"
    subprocess.run(
        ["git", "clone", "--quiet", "--filter=blob:none", "--branch=feature", address, str(partial)], check=True
    )
    capsys.readouterr()
    assert outcome(["check", str(partial), "--base", "origin/main"]) == 3
    command = capsys.readouterr().err.strip().rpartition(": ")[2]
    assert command.startswith("git diff --stat ")
    subprocess.run(command.split(), cwd=partial, check=True, capture_output=True)
    assert checked(partial, capsys, "--base", "origin/main") == (0, set())


def test_a_base_is_analysed_once(monolith: Repository, capsys: Told, monkeypatch: pytest.MonkeyPatch) -> None:
    assert checked(monolith.folder, capsys, "--base", "main")[0] == 0
    monkeypatch.setattr("boundary.read.revision.survey_revision", None)
    assert checked(monolith.folder, capsys, "--base", "main")[0] == 0


def test_no_repository_and_no_git(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    with pytest.raises(HistoryError, match="not a git repository"):
        Git(tmp_path)
    monkeypatch.setenv("PATH", str(tmp_path))
    with pytest.raises(HistoryError, match="git is not installed"):
        Git(tmp_path)


def test_a_repository_without_a_commit(tmp_path: Path, capsys: Told) -> None:
    empty = Repository(tmp_path / "empty")
    empty.write(FILES)
    capsys.readouterr()
    assert outcome(["check", str(empty.folder), "--base", "auto"]) == 3
    assert "no commit yet" in capsys.readouterr().err


@pytest.mark.parametrize("name", ["-x", "--upload-pack=touch owned", "a b", "HEAD~99", "$(touch owned)"])
def test_a_reference_is_never_an_option(monolith: Repository, name: str) -> None:
    assert Git(monolith.folder).commit(name) is None
    assert not (monolith.folder / "owned").exists()
