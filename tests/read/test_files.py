"""Which files are found below a folder, and why others are not."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING

import pytest

from boundary.errors import ConfigurationError, InputError
from boundary.model.facts import Unreadable
from boundary.read.files import SourceFile, find, load
from tests.read.trees import grow

if TYPE_CHECKING:
    from pathlib import Path


def assert_finds(root: Path, expected: str, **settings: object) -> None:
    found = find(root, **settings)  # type: ignore[arg-type] # as given
    assert [source.file for source in found.python] == expected.split()


def reasons(root: Path) -> dict[str, str]:
    return {each.file: each.reason for each in find(root).unreadable}


def test_python_and_sql_in_order(tmp_path: Path) -> None:
    found = find(grow(tmp_path, "b.py a/c.py a/b.sql a/x.txt a/py README.md"))
    assert [source.file for source in found.python] == ["a/c.py", "b.py"]
    assert [source.file for source in found.sql] == ["a/b.sql"]


def test_sql_goes_by_many_endings(tmp_path: Path) -> None:
    found = find(grow(tmp_path, "a.pkb a.pks B.SQL c.sql.bak d.tps e.trg sql f.ddl"))
    assert [source.file for source in found.sql] == ["B.SQL", "a.pkb", "a.pks", "d.tps", "e.trg", "f.ddl"]


@pytest.mark.parametrize(
    "left_out",
    [
        "app/tests/factories.py",
        "tests/a/b.py",
        "app/test/a.py",
        "app/migrations/0001_initial.py",
        "test_a.py",
        "app/tests_a.py",
        "app/a_test.py",
        "app/tests.py",
        "app/conftest.py",
    ],
)
def test_tests_and_migrations_are_left_out_and_counted(tmp_path: Path, left_out: str) -> None:
    grow(tmp_path, f"app/models.py {left_out}")
    assert_finds(tmp_path, "app/models.py")
    assert find(tmp_path).excluded == 1
    assert left_out in {source.file for source in find(tmp_path, exclude=()).python}


def test_an_application_that_is_called_test_is_read(tmp_path: Path) -> None:
    names = "shop/__init__.py shop/test/__init__.py shop/test/models.py shop/test/ui/views.py"
    grow(tmp_path, f"{names} shop/test/ui/test_views.py shop/test/ui/tests/a.py")
    assert_finds(tmp_path, names)
    assert_finds(tmp_path, "shop/__init__.py", exclude=["**/test/**"])


@pytest.mark.parametrize("beside", ["conftest.py", "test_models.py", "tests.py", "settings.py", "test/a.py"])
def test_models_that_are_made_for_tests_are_left_out(tmp_path: Path, beside: str) -> None:
    grow(tmp_path, f"shop/models.py shop/test/__init__.py shop/test/models.py shop/test/{beside}")
    assert_finds(tmp_path, "shop/models.py")


def test_names_that_only_resemble_tests_are_read(tmp_path: Path) -> None:
    names = "app/testing/a.py app/contest.py attests/a.py app/migrations.py latest_test/a.py"
    assert_finds(grow(tmp_path, names), " ".join(sorted(names.split())))


def test_own_patterns_replace_the_default(tmp_path: Path) -> None:
    grow(tmp_path, "a.py gen/b.py gen/keep.py tests/c.py")
    assert_finds(tmp_path, "a.py gen/keep.py tests/c.py", exclude=["gen/*", "!gen/keep.py"])


def test_a_pattern_that_is_none_is_the_users_error(tmp_path: Path) -> None:
    with pytest.raises(ConfigurationError, match="exclude: '!'"):
        find(tmp_path, exclude=["!"])


@pytest.mark.parametrize(
    "folder",
    ["node_modules", "__pycache__", ".git", ".tox", "a.egg-info", "b-1.dist-info", "site-packages", "old.egg"],
)
def test_what_is_installed_or_hidden_is_no_source(tmp_path: Path, folder: str) -> None:
    assert_finds(grow(tmp_path, f"a.py {folder}/b.py x/{folder}/c.py"), "a.py")


def test_virtual_environments_and_builds_are_no_source(tmp_path: Path) -> None:
    grow(tmp_path, "a.py env/pyvenv.cfg env/b.py build/lib/a.py build/bdist.linux/b.py shop/build/c.py")
    assert_finds(tmp_path, "a.py shop/build/c.py")


def test_what_was_installed_into_a_folder_of_the_project_is_no_source(tmp_path: Path) -> None:
    grow(tmp_path, "a.py dist/django/b.py dist/django-5.dist-info/RECORD dist/pytz-1.dist-info/RECORD")
    grow(tmp_path, "wheel/shop/c.py wheel/shop-1.dist-info/RECORD")
    assert_finds(tmp_path, "a.py wheel/shop/c.py")
    assert_finds(tmp_path / "dist", "django/b.py")


def test_gitignore_of_every_level(tmp_path: Path) -> None:
    rules = {
        ".gitignore": "*_gen.py\n/local.py\nout/\n!kept_gen.py\n",
        "app/.gitignore": "!own_gen.py\nsecret.py\n",
    }
    names = "a_gen.py local.py app/local.py out/a.py app/out/b.py kept_gen.py app/own_gen.py app/secret.py secret.py"
    grow(grow(tmp_path, rules), names)
    assert_finds(tmp_path, "app/local.py app/own_gen.py kept_gen.py secret.py")
    assert len(find(tmp_path, ignored_too=True).python) == len(names.split())


def test_gitignore_above_the_folder_counts_up_to_the_top_of_the_repository(tmp_path: Path) -> None:
    grow(tmp_path, {".gitignore": "*.py\n", "repo/.gitignore": "gen/\n/app/b.py\n", "repo/.git/config": ""})
    grow(tmp_path, "repo/app/a.py repo/app/b.py repo/app/gen/c.py")
    assert_finds(tmp_path / "repo/app", "a.py")


def test_an_ignored_folder_that_is_named_is_read(tmp_path: Path) -> None:
    grow(tmp_path, {".gitignore": "vendor/\n", ".git/config": "", "vendor/shop/a.py": ""})
    assert_finds(tmp_path / "vendor/shop", "a.py")


def test_lines_that_are_no_pattern_count_for_nothing(tmp_path: Path) -> None:
    assert_finds(grow(tmp_path, {".gitignore": b"!\n\xff\xfe\nb.py\n", "a.py": "", "b.py": ""}), "a.py")


def test_symbolic_links_are_not_followed(tmp_path: Path) -> None:
    root = grow(tmp_path / "root", "app/a.py app/sub/b.py")
    grow(tmp_path, "outside/secret.py")
    (root / "app/sub/loop").symlink_to(root / "app")
    (root / "again").symlink_to(root / "app")
    (root / "out").symlink_to(tmp_path / "outside")
    (root / "nothing.py").symlink_to(root / "missing.py")
    (root / "self.py").symlink_to(root / "self.py")
    (root / "notes.txt").symlink_to(tmp_path / "outside")
    found = find(root)
    assert [source.file for source in found.python] == ["app/a.py", "app/sub/b.py"]
    assert reasons(root) == {
        "app/sub/loop": "is a symbolic link to a folder that holds it: a loop",
        "notes.txt": "is a symbolic link out of the analysed folder",
        "nothing.py": "is a symbolic link to nothing",
        "out": "is a symbolic link out of the analysed folder",
        "self.py": "is a symbolic link to itself",
    }
    assert [str(each) for each in found.skipped] == ["again: is a symbolic link to app, which is read there"]


def test_a_root_that_is_a_link(tmp_path: Path) -> None:
    grow(tmp_path / "real", "a.py")
    (tmp_path / "link").symlink_to(tmp_path / "real")
    assert_finds(tmp_path / "link", "a.py")


def test_what_is_no_regular_file(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "pipe.py")
    assert reasons(tmp_path) == {"pipe.py": "is not a regular file"}


@pytest.mark.may_skip
def test_a_name_that_is_no_text(tmp_path: Path) -> None:
    try:
        (tmp_path / os.fsdecode(b"caf\xe9.py")).touch()
    except OSError:
        pytest.skip("the file system takes only UTF-8")
    assert reasons(tmp_path) == {"caf\\xe9.py": "its name is not UTF-8"}


@pytest.mark.may_skip
@pytest.mark.skipif(os.geteuid() == 0, reason="root may read everything")
def test_what_may_not_be_opened(tmp_path: Path) -> None:
    grow(tmp_path, "a.py closed/b.py")
    (tmp_path / "closed").chmod(0)
    (tmp_path / "a.py").chmod(0)
    try:
        assert reasons(tmp_path) == {"closed": "folder cannot be listed: Permission denied"}
        assert load(find(tmp_path).python[0]) == Unreadable("a.py", "cannot be opened: Permission denied")
    finally:
        (tmp_path / "closed").chmod(0o700)


def test_a_folder_that_cannot_be_listed(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    grow(tmp_path, "a.py closed/b.py")
    scandir = os.scandir

    def refusing(path: str) -> object:
        if path.endswith("closed"):
            raise PermissionError(13, "Permission denied")
        return scandir(path)

    monkeypatch.setattr(os, "scandir", refusing)
    assert_finds(tmp_path, "a.py")
    assert reasons(tmp_path) == {"closed": "folder cannot be listed: Permission denied"}


def test_files_that_cannot_be_loaded(tmp_path: Path) -> None:
    grow(tmp_path, {"large.py": b"x" * 101})
    large, gone = SourceFile(str(tmp_path / "large.py"), "large.py"), SourceFile(str(tmp_path / "gone.py"), "gone.py")
    assert str(load(large, limit=100)) == "large.py: is larger than 0.0001 MB (0.0 MB)"
    assert load(large, limit=101) == b"x" * 101
    assert str(load(gone)) == "gone.py: cannot be opened: No such file or directory"


def test_a_single_file(tmp_path: Path) -> None:
    found = find(grow(tmp_path, "test_a.py b.py") / "test_a.py")
    assert ([source.file for source in found.python], found.root) == (["test_a.py"], tmp_path)


@pytest.mark.parametrize(
    ("path", "words"),
    [("missing", "missing: no such file or folder"), ("notes.txt", "neither a folder nor a Python or SQL file")],
)
def test_what_cannot_be_analysed(tmp_path: Path, path: str, words: str) -> None:
    grow(tmp_path, "notes.txt")
    with pytest.raises(InputError, match=words):
        find(tmp_path / path)


def test_a_link_to_itself_as_root(tmp_path: Path) -> None:
    (tmp_path / "loop").symlink_to(tmp_path / "loop")
    with pytest.raises(InputError, match="loop"):
        find(tmp_path / "loop")
