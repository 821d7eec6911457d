"""The hash of code that came with it is believed as long as the code is as much as it was."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from boundary.read.code_digests import SHIPPED, code_digest, ship, shipped_digests

if TYPE_CHECKING:
    from pathlib import Path

CODE = {"__init__.py": "", "read/files.py": "FILES = 1\n", "link/library/django.py": "class Model: ...\n"}
PARTS = ("read/files.py",)


@pytest.fixture
def home(tmp_path: Path) -> Path:
    """A package, with its hashes beside it."""
    made = tmp_path / "package"
    for name, text in CODE.items():
        path = made / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text)
    ship(made, PARTS)
    return made


def test_what_came_is_what_is_hashed(home: Path) -> None:
    assert shipped_digests(home) == {"": code_digest(home), " ".join(PARTS): code_digest(home, *PARTS)}
    assert code_digest(home) != code_digest(home, *PARTS)


def test_skeletons_are_no_code(home: Path) -> None:
    before = code_digest(home)
    (home / "link/library/django.py").write_text("")
    assert code_digest(home) == before
    assert shipped_digests(home)


@pytest.mark.parametrize("name", ["read/files.py", "read/more.py"])
def test_code_that_has_changed_is_hashed_anew(home: Path, name: str) -> None:
    (home / name).write_text("FILES = 22\n")
    assert not shipped_digests(home)


@pytest.mark.parametrize("content", [b"", b"\x93", b"\x93\x01\x02\x03", b"no"])
def test_damage_is_nothing(home: Path, content: bytes) -> None:
    (home / SHIPPED).write_bytes(content)
    assert not shipped_digests(home)
