"""Do the notebooks run, and is what they show in the repository what they would show now?

`pytest tests/notebooks --renew-golden` runs them and stores what they show; read the diff.
"""

from __future__ import annotations

import json
import os
import re
import subprocess
import sys
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest

if TYPE_CHECKING:
    from collections.abc import Iterator

ROOT = Path(__file__).parent.parent.parent
NOTEBOOKS = sorted((ROOT / "notebooks").glob("*.ipynb"))
FROM_PYPI = "4-a-real-project.ipynb"
LARGEST = 500_000
"""Bytes of the largest notebook: forges show no larger ones."""

SECONDS = re.compile(r"; \d+(\.\d+)? s\b")

Book = dict[str, Any]

pytestmark = pytest.mark.slow


@pytest.fixture(scope="session")
def cache(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return tmp_path_factory.mktemp("cache")


def named(notebooks: list[Path]) -> list[Any]:
    """The notebooks as parameters; one needs the network."""
    return [
        pytest.param(one, id=one.stem, marks=[pytest.mark.needs_network] if one.name == FROM_PYPI else [])
        for one in notebooks
    ]


@pytest.mark.parametrize("notebook", named(NOTEBOOKS))
def test_it_runs_and_shows_what_is_stored(
    notebook: Path, cache: Path, tmp_path: Path, request: pytest.FixtureRequest
) -> None:
    if notebook.name == FROM_PYPI and not reaches_pypi(tmp_path):
        pytest.skip("PyPI is not reached")
    done = executed(notebook, tmp_path, cache)
    if request.config.getoption("--renew-golden"):
        notebook.write_text(json.dumps(tidy(done), indent=1, ensure_ascii=False) + "\n", encoding="utf-8", newline="\n")
    assert list(comparable(done)) == list(comparable(read(notebook)))


@pytest.mark.parametrize("notebook", NOTEBOOKS, ids=lambda one: one.stem)
def test_what_is_stored_is_small_and_of_no_machine(notebook: Path) -> None:
    text = notebook.read_text(encoding="utf-8")
    assert notebook.stat().st_size < LARGEST
    for trace in (str(ROOT), "/tmp/", str(Path.home()) + "/", "\\u001b", "Traceback"):  # noqa: S108 - looked for
        assert trace not in text, trace
    assert not SECONDS.search(text)
    book = read(notebook)
    assert all(cell["outputs"] or silent(cell) for cell in book["cells"] if cell["cell_type"] == "code")
    assert all(
        "image/png" in data for data in shown(book) if "image/svg+xml" in data and len(data["image/svg+xml"]) > 9000
    )
    assert book["metadata"]["kernelspec"]["name"] == "python3"


def silent(cell: Book) -> bool:
    """Whether a cell shows nothing on purpose: its last line is no expression."""
    last = "".join(cell["source"]).rstrip().splitlines()[-1]
    return last.startswith((" ", "import ", "repair(", "boundary.", "fixed,")) or " = " in last or last == ")"


# --- running ----------------------------------------------------------------------------------------------


def reaches_pypi(folder: Path) -> bool:
    asked = [
        sys.executable,
        "-m",
        "pip",
        "download",
        "--quiet",
        "--no-deps",
        "--dest",
        str(folder),
        "graphviz-pure",
    ]
    return subprocess.run(asked, capture_output=True, timeout=120, check=False).returncode == 0


def executed(notebook: Path, folder: Path, cache: Path) -> Book:
    """The notebook with what it shows now, run in a process of its own: a kernel warns of what is not ours."""
    target = folder / notebook.name
    environment = {key: value for key, value in os.environ.items() if not key.startswith(("GIT_", "BOUNDARY_"))}
    environment |= {"XDG_CACHE_HOME": str(cache), "PYTHONWARNINGS": "ignore", "NO_COLOR": "1"}
    script = Path(__file__).with_name("execute.py")
    done = subprocess.run(
        [sys.executable, script, notebook, target], env=environment, capture_output=True, text=True, check=False
    )
    assert done.returncode == 0, done.stderr[-3000:]
    return read(target)


def read(notebook: Path) -> Book:
    book: Book = json.loads(notebook.read_text(encoding="utf-8"))
    return book


# --- comparing --------------------------------------------------------------------------------------------


def tidy(book: Book) -> Book:
    """The notebook without what changes from run to run: versions, warnings, progress, images that nobody looks at."""
    for cell in book["cells"]:
        cell["metadata"] = {}
        if cell["cell_type"] == "code":
            cell["outputs"] = [timeless(one) for one in cell["outputs"] if not passing(one)]
    book["metadata"] = {"kernelspec": book["metadata"]["kernelspec"], "language_info": {"name": "python"}}
    return book


def timeless(output: Book) -> Book:
    """An output without seconds, which nobody could compare."""
    for kind, content in output.get("data", {}).items():
        if kind in {"text/plain", "text/html"}:
            output["data"][kind] = SECONDS.sub("", "".join(content)).splitlines(keepends=True)
    if "text" in output:
        output["text"] = SECONDS.sub("", "".join(output["text"])).splitlines(keepends=True)
    return output


def passing(output: Book) -> bool:
    """Whether an output says nothing of the monolith: stderr, and a line of progress that has gone."""
    return output.get("name") == "stderr" or output.get("data", {}).get("text/plain") in ("", [""], [])


def comparable(book: Book) -> Iterator[tuple[str, ...]]:
    """What has to be equal, cell by cell: the source, then all that is shown, as words."""
    for cell in book["cells"]:
        yield cell["cell_type"], "".join(cell["source"])
        for output in cell.get("outputs", []):
            if passing(output):
                continue
            if output["output_type"] == "stream":
                yield "stream", words("".join(output["text"]))
            for kind, content in sorted(output.get("data", {}).items()):
                yield kind, "" if kind == "image/png" else seen(kind, "".join(content))


def shown(book: Book) -> Iterator[dict[str, str]]:
    for cell in book["cells"]:
        for output in cell.get("outputs", []):
            yield {kind: "".join(content) for kind, content in output.get("data", {}).items()}


def seen(kind: str, content: str) -> str:
    """An SVG by the words in it, which are the same whichever program has laid it out; all else as it is."""
    if kind == "image/svg+xml":
        return " ".join(sorted(re.findall(r"<(?:text|title)[^>]*>([^<]*)<", content)))
    return words(content)


def words(text: str) -> str:
    """The text without seconds and addresses in memory."""
    text = SECONDS.sub("", text)
    text = re.sub(r"0x[0-9a-f]+", "0x", text)
    return re.sub(r"<Figure size [^>]*>", "<Figure>", text)
