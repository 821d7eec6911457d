"""`python -m tests.benchmarks.check`: a table of planted violations and the tools that see them."""

from __future__ import annotations

import sys
import tempfile
from pathlib import Path

from tests.benchmarks.check.tools import available, configuration
from tests.check.monolith import FILES, PLANTS


def main() -> None:
    """Plant each alone, run every tool before and after, print a row."""
    tools = available()
    _say(f"| planted | {' | '.join(tools)} |")
    _say(f"| --- | {' | '.join('---' for _ in tools)} |")
    with tempfile.TemporaryDirectory() as folder:
        _write(Path(folder), {**FILES, **configuration()})
        before = {name: run(Path(folder)) for name, run in tools.items()}
    for plant in PLANTS:
        cells = []
        with tempfile.TemporaryDirectory() as folder:
            _write(Path(folder), {**FILES, **configuration(), **plant.planted_in(FILES)})
            for name, run in tools.items():
                more = sorted(run(Path(folder)) - before[name])
                rules = ", ".join(sorted({each.split()[0] for each in more})) if name == "boundary" else "yes"
                cells.append(rules if more else "no")
        _say(f"| {plant.name} | {' | '.join(cells)} |")


def _write(folder: Path, files: dict[str, str]) -> None:
    for name, text in files.items():
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        (folder / name).write_text(text, encoding="utf-8")


def _say(line: str) -> None:
    sys.stdout.write(f"{line}\n")


if __name__ == "__main__":
    main()
