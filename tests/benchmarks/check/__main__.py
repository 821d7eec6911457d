"""`python -m tests.benchmarks.check`: a table of planted violations and the tools that see them."""

from __future__ import annotations

import sys
import tempfile
from pathlib import Path
from typing import TYPE_CHECKING

from tests.benchmarks.check.tools import available, configuration
from tests.check.monolith import FILES, PLANTS

if TYPE_CHECKING:
    from collections.abc import Iterator


def table() -> Iterator[str]:
    """Plant each alone, run every tool before and after; the lines of the table, as Markdown."""
    tools = available()
    yield f"| planted | {' | '.join(tools)} |"
    yield f"| --- | {' | '.join('---' for _ in tools)} |"
    with tempfile.TemporaryDirectory() as folder:
        _write(Path(folder), {**FILES, **configuration()})
        before = {name: run(Path(folder)) for name, run in tools.items()}
    for plant in (each for each in PLANTS if "BND401" not in each.rules):  # the others can be told to ask that, too
        with tempfile.TemporaryDirectory() as folder:
            _write(Path(folder), {**FILES, **configuration(), **plant.planted_in(FILES)})
            cells = [_cell(name, run(Path(folder)) - before[name]) for name, run in tools.items()]
        yield f"| {plant.name} | {' | '.join(cells)} |"


def _cell(tool: str, complaints: frozenset[str]) -> str:
    """What a tool says that it did not say before: boundary by its rules, the others have but one."""
    if not complaints:
        return "no"
    return ", ".join(sorted({each.split()[0] for each in complaints})) if tool == "boundary" else "the import"


def _write(folder: Path, files: dict[str, str]) -> None:
    for name, text in files.items():
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        (folder / name).write_text(text, encoding="utf-8")


if __name__ == "__main__":
    for line in table():
        sys.stdout.write(f"{line}\n")
