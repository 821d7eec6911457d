"""Where files have only been laid out anew, the earlier answer holds at other lines: the one that would be found."""

from __future__ import annotations

import re
import shutil
from pathlib import Path
from typing import TYPE_CHECKING, Any

import msgspec
import pytest

from boundary import api
from boundary.link.program import link
from boundary.model.facts import ModuleFacts
from boundary.read.moved import line_map
from boundary.read.reader import Job, read_plainly
from boundary.read.sources import read_tree
from tests.read.trees import grow

if TYPE_CHECKING:
    from collections.abc import Callable

    from boundary.model.scan import Scan

SHOP = Path(__file__).parent.parent.parent / "samples" / "shop"

CODE = "import os\n\n\ndef pay(order):\n    order.save()\n    return os.name\n"


def facts(text: str) -> ModuleFacts:
    """The facts of a file with this text."""
    outcome = read_plainly(Job("shop.py", text.encode()))
    assert outcome.facts is not None, outcome.reason
    return ModuleFacts.decoded(outcome.facts)


@pytest.mark.parametrize(
    ("text", "moved"),
    [
        ("# why\n" + CODE, {1: 2, 4: 5, 5: 6, 6: 7}),
        (CODE.replace("    order", '    """Pay."""\n    order'), {1: 1, 4: 4, 5: 6, 6: 7}),
        (CODE.replace("order.save()", "order.save(  )  # now"), {1: 1, 4: 4, 5: 5, 6: 6}),
        (CODE + "\n\n# the end\n", {1: 1, 4: 4, 5: 5, 6: 6}),
    ],
)
def test_lines_that_moved(text: str, moved: dict[int, int]) -> None:
    assert line_map(facts(CODE), facts(text)) == moved


def test_annotations_in_quotes_move_with_their_lines() -> None:
    text = "def pay(\n    order: 'Order | None',\n    bill: 'Bill[int]') -> 'Receipt | None':\n    pass\n"
    assert line_map(facts(text), facts(f"# why\n{text}")) == {1: 2, 2: 3, 3: 4, 4: 5}


@pytest.mark.parametrize(
    "text",
    [
        CODE.replace("save", "delete"),
        CODE.replace("order.save()", "order.save(force_insert=True)"),
        CODE + "pay(1)\n",
        CODE.replace("    order.save()\n    return", "    order.save(); return"),
        "def pay(order):\n    order.save()\n    return os.name\n",
    ],
)
def test_what_is_more_than_lines(text: str) -> None:
    assert line_map(facts(CODE), facts(text)) is None


def commented(text: str) -> str:
    """The text with a comment and an empty line before everything that stands at the left."""
    return re.sub(r"^(?=def |class |@|[a-z_]+ = )", "# a comment\n\n", text, flags=re.MULTILINE) + "\n# the end\n"


def rescanned(
    tmp_path: Path, change: Callable[[str], str], monkeypatch: pytest.MonkeyPatch
) -> tuple[bytes, bytes, int]:
    """What a second run says after `change`, what a run without memory says, and how often the second one linked."""
    root = tmp_path / "shop"
    shutil.copytree(SHOP, root, ignore=shutil.ignore_patterns("tests", "__pycache__", ".*"))
    api.scan(root, cache=tmp_path / "cache")
    for file in sorted(root.rglob("*.py")):
        file.write_text(change(file.read_text()))
    linked: list[Scan] = []

    def counting(*given: Any, **named: Any) -> Scan:  # noqa: ANN401 - whatever `link` is given
        linked.append(link(*given, **named))
        return linked[-1]

    monkeypatch.setattr("boundary.link.program.link", counting)
    again = api.scan(root, cache=tmp_path / "cache")
    count = len(linked)
    afresh = api.scan(root, cache=False)
    return timeless(again), timeless(afresh), count


def timeless(scan: Scan) -> bytes:
    """The document without the seconds that it took, as it is printed."""
    done = msgspec.structs.replace(scan.completeness, seconds=0.0)
    return msgspec.json.format(msgspec.json.encode(msgspec.structs.replace(scan, completeness=done)))


@pytest.mark.slow
def test_a_project_that_is_laid_out_anew(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("boundary.read.moved.MOST_CHANGED", 1000)
    again, afresh, linked = rescanned(tmp_path, commented, monkeypatch)
    assert linked == 0
    assert again.decode().splitlines() == afresh.decode().splitlines()


def test_what_is_known_of_the_other_files_stays(tmp_path: Path) -> None:
    root = grow(tmp_path / "shop", {f"{name}.py": f"{name} = 1\n" for name in "abcdefgh"})
    api.scan(root, cache=tmp_path / "cache")
    (root / "a.py").write_text("# why\na = 1\n")
    api.scan(root, cache=tmp_path / "cache")
    assert read_tree(root, cache=tmp_path / "cache").cached == 8


@pytest.mark.slow
def test_a_project_that_does_something_else(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("boundary.read.moved.MOST_CHANGED", 1000)
    again, afresh, linked = rescanned(tmp_path, lambda text: text + "\n\ndef more():\n    return 1\n", monkeypatch)
    assert linked == 1
    assert again.decode().splitlines() == afresh.decode().splitlines()


def test_the_folder_of_the_cache_may_be_named_by_a_text(tmp_path: Path) -> None:
    root = grow(tmp_path / "shop", {"a.py": "x = 1\n"})
    first = api.scan(root, cache=str(tmp_path / "cache"))
    assert list((tmp_path / "cache").iterdir())
    assert api.scan(root, cache=tmp_path / "cache").modules == first.modules
