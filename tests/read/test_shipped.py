"""Facts that came with the package: those of the folder beside them, or none."""

from __future__ import annotations

from typing import TYPE_CHECKING

import msgspec
import pytest

from boundary.api.linked import LIBRARY
from boundary.read.shipped import SUFFIX, Shipped, digest_of, ship
from boundary.read.skeletons import Skeletons
from boundary.read.sources import read_library

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from boundary.model.facts import SourceModule

SKELETONS = {"shop/__init__.py": "", "shop/models.py": "class Order:\n    def save(self): return 'saved'\n"}


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A folder of skeletons."""
    made = tmp_path / "library"
    for name, text in SKELETONS.items():
        path = made / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text)
    return made


def modules_of(folder: Path) -> list[SourceModule]:
    """All modules of a folder."""
    skeletons = Skeletons(folder, cache=False)
    return skeletons.needed((), always=skeletons.packages)


def told(modules: list[SourceModule]) -> list[str]:
    """All that modules say."""
    return sorted(map(repr, modules))


def assert_read(folder: Path) -> None:
    """What is there for a folder is what it says now."""
    assert told(modules_of(folder)) == told(read_library(folder, cache=False).modules)


def test_what_was_shipped_is_what_would_be_read(folder: Path) -> None:
    before = digest_of(folder)
    target = ship(folder)
    assert target == folder.with_suffix(SUFFIX)
    assert target.is_file()
    assert digest_of(folder) == before
    assert_read(folder)


def test_what_was_shipped_is_not_read_again(folder: Path) -> None:
    ship(folder)
    (folder / "shop/models.py").write_text("class Other:\n    def save(self): return 'saved'\n")  # of the same size
    assert "Order" in str(modules_of(folder))


def _damage_a_module(target: Path) -> None:
    """Leave nothing of one module's facts, as another build might that writes them otherwise."""
    held = msgspec.msgpack.decode(target.read_bytes(), type=Shipped)
    held.modules[-1] = msgspec.structs.replace(held.modules[-1], facts=b"\x93")
    target.write_bytes(msgspec.msgpack.encode(held))


@pytest.mark.parametrize(
    "change",
    [
        lambda folder: (folder / "shop/models.py").write_text("class Invoice: pass\n"),
        lambda folder: (folder / "shop/more.py").write_text("class Invoice: pass\n"),
        lambda folder: (folder / "shop/models.py").unlink(),
        lambda folder: folder.with_suffix(SUFFIX).write_bytes(b"\x93"),
        lambda folder: _damage_a_module(folder.with_suffix(SUFFIX)),
        lambda folder: folder.with_suffix(SUFFIX).unlink(),
    ],
    ids=["a file changed", "a file came", "a file went", "damaged", "a module damaged", "none"],
)
def test_what_does_not_fit_the_folder_is_read_from_it(folder: Path, change: Callable[[Path], object]) -> None:
    ship(folder)
    change(folder)
    assert_read(folder)


def test_what_cannot_be_read_is_not_shipped(folder: Path) -> None:
    (folder / "shop/models.py").write_text("class Order(:\n")
    with pytest.raises(ValueError, match=r"shop/models\.py"):
        ship(folder)
    assert not folder.with_suffix(SUFFIX).exists()


def test_the_source_tree_holds_none() -> None:
    assert not LIBRARY.with_suffix(SUFFIX).exists() or "site-packages" in LIBRARY.parts
