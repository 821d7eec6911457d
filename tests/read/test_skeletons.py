"""The skeletons that code needs: those of the packages that it mentions, and what these mention."""

from __future__ import annotations

from pathlib import Path

import msgspec
import pytest

from boundary.api import linked, scan
from boundary.api.linked import LIBRARY
from boundary.read.shipped import ship
from boundary.read.skeletons import Skeletons

SAMPLES = Path(__file__).parents[2] / "samples"
FILES = {
    "shop/__init__.py": "",
    "shop/models.py": "from stock.places import Place\n",
    "stock/places.py": "SETTING = 'mail.backends.Console'\n",
    "mail/backends.py": "import shop\n",
    "alone.py": "class Alone: pass\n",
    "threading.py": "class Thread: pass\n",
}
THREADING = ["threading"]
SHOP = ["mail.backends", "shop", "shop.models", "stock.places", "threading"]


@pytest.fixture(params=["read", "shipped"])
def skeletons(tmp_path: Path, request: pytest.FixtureRequest) -> Skeletons:
    """A folder of skeletons, read now or before."""
    folder = tmp_path / "library"
    for name, text in FILES.items():
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text)
    if request.param == "shipped":
        ship(folder)
    return Skeletons(folder, cache=False)


@pytest.mark.parametrize(
    ("texts", "needed"),
    [
        ((), THREADING),
        (("shops", "shopping.cart", "my.shop", "a shop"), THREADING),
        (("alone",), ["alone", "threading"]),
        (("alone.Alone",), ["alone", "threading"]),
        (("shop",), SHOP),
        (("stock.anything",), SHOP),
        (("mail", "alone"), ["alone", *SHOP]),
    ],
)
def test_a_package_is_needed_that_is_mentioned(skeletons: Skeletons, texts: tuple[str, ...], needed: list[str]) -> None:
    assert [one.name for one in skeletons.needed([texts])] == needed


def test_a_package_may_be_needed_always(skeletons: Skeletons) -> None:
    found = skeletons.needed((), always=("alone", "nowhere"))
    assert [one.name for one in found] == ["alone", "threading"]
    assert all(one.library for one in found)


def test_what_was_needed_before_is_not_decoded_again(skeletons: Skeletons) -> None:
    before = skeletons.needed([["shop"]])
    assert all(one is other for one, other in zip(before, skeletons.needed([["stock"]]), strict=True))


def test_a_project_need_not_import_what_it_mentions(tmp_path: Path) -> None:
    path = tmp_path / "models.py"
    path.write_text(
        "from importlib import import_module\n"
        "class Place(import_module('treebeard.mp_tree').MP_Node): pass\n"
        "def add(): Place.add_root()\n"
    )
    found = scan(tmp_path, cache=False)
    assert ("insert", "models_place") in [(one.op, one.table) for one in found.accesses]


def test_most_skeletons_are_not_needed() -> None:
    assert len(Skeletons(LIBRARY).needed([["django", "treebeard"]])) < len(list(LIBRARY.rglob("*.py"))) / 3


@pytest.mark.parametrize("sample", sorted(one.name for one in SAMPLES.iterdir() if one.is_dir()))
def test_other_skeletons_change_nothing(sample: str, monkeypatch: pytest.MonkeyPatch) -> None:
    few = scan(SAMPLES / sample, cache=False)
    monkeypatch.setattr(linked, "_needed", lambda skeletons, *_: skeletons.needed((), always=skeletons.packages))
    every = scan(SAMPLES / sample, cache=False)
    spent = [msgspec.structs.replace(one.completeness, seconds=0.0) for one in (few, every)]
    few, every = [msgspec.structs.replace(one, completeness=at) for one, at in zip((few, every), spent, strict=True)]
    assert few == every
