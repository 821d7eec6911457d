"""What does the syntax of a project show that its analysis lacks?  Asked file by file, and printed."""

from __future__ import annotations

import argparse
import ast
import warnings
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from boundary.model.scan import Scan


class Shown(NamedTuple):
    """What the syntax shows: its lines in the file, and the code."""

    first: int
    last: int
    text: str


def held_against(
    root: Path, found: Scan, shown: Callable[[ast.AST], Iterator[Shown]], lines: dict[str, set[int]]
) -> Iterator[tuple[str, Shown | None]]:
    """What is shown, by its file; None in its place where the analysis has something at one of its lines."""
    for file in sorted({module.file for module in found.modules if module.file.endswith(".py")}):
        try:
            tree = ast.parse((root / file).read_bytes())
        except (OSError, SyntaxError, ValueError):
            continue
        known = lines.get(file, set())
        for one in shown(tree):
            yield file, one if known.isdisjoint(range(one.first, one.last + 1)) else None


def main(
    description: str | None, missing: Callable[[Path], Iterator[tuple[str, Shown | None]]], said: str, show: int
) -> int:
    """Ask each checkout, and print what is missing; `said` is told how many there are and how many are missing."""
    parser = argparse.ArgumentParser(description=description, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("checkouts", nargs="+", type=Path)
    parser.add_argument("--show", type=int, default=show, help="so many of what is missing, for each checkout")
    asked = parser.parse_args()
    warnings.simplefilter("ignore")
    for root in asked.checkouts:
        held = list(missing(root))
        lost = [(file, one) for file, one in held if one is not None]
        print(f"{root.resolve().name}: {said.format(len(held), len(lost))}")  # noqa: T201
        for file, one in lost[: asked.show]:
            print(f"  {file}:{one.first} {one.text[:120]}")  # noqa: T201
    return 0
