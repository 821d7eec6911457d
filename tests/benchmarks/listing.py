"""What does the syntax of a project show that its analysis lacks?  Asked file by file, and printed."""

from __future__ import annotations

import argparse
import ast
import tempfile
import warnings
from collections import defaultdict
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple
from unittest.mock import patch

from boundary.api import scan
from boundary.link.calling.contexts import OUTSIDE
from boundary.link.document.document import Document

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator

    from boundary.link.effects.effects import Effects
    from boundary.link.evaluator.interpreter import Interpreter
    from boundary.link.sql.database import Database
    from boundary.model.scan import Scan


class Shown(NamedTuple):
    """What the syntax shows: its lines in the file, and the code."""

    first: int
    last: int
    text: str


class Reached:
    """The lines of each file from which something is reached that does to a table one of what is asked for."""

    def __init__(self, ops: frozenset[str]) -> None:
        self.lines: dict[str, set[int]] = defaultdict(set)
        self._ops = ops

    def note(self, interpreter: Interpreter, effects: Effects) -> None:
        """Note them, from an analysis that has come to its end."""
        asked = sum(1 << number for number, (_, op) in enumerate(effects.keys) if op in self._ops)
        for context in interpreter.contexts:
            held = self.lines[context.module.file]
            held.update(touch.line for touch in context.touches if touch.op in self._ops)
            held.update(
                edge.line for edge in context.edges if effects.closed[effects.node(edge.callee, OUTSIDE)] & asked
            )


def reached_in(root: Path, asked: Iterable[frozenset[str]]) -> tuple[Scan, list[dict[str, set[int]]]]:
    """The document of a checkout; for each of `asked`, from which lines of its files one of these is reached."""
    reached = [Reached(ops) for ops in asked]

    class Noted(Document):
        def __init__(self, interpreter: Interpreter, database: Database, *, atomic_requests: frozenset[str]) -> None:
            super().__init__(interpreter, database, atomic_requests=atomic_requests)
            for one in reached:
                one.note(interpreter, self._effects)

    with tempfile.TemporaryDirectory() as cache, patch("boundary.link.program.Document", Noted):
        found = scan(root, cache=Path(cache))
    return found, [one.lines for one in reached]


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
