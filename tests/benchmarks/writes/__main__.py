"""What the syntax of a project says of its writes, held against what the analysis reaches from there.

    python -m tests.benchmarks.writes CHECKOUT... [--show 40]

Listed are calls of `save`, `create`, `delete` and the like, in all files that the document lists as modules, from
which nothing is reached that writes a table. Many are no writes of rows (files, caches, what a base that
is not read would do); the rest is worth reading: each is usually a rule of the language or of a library that is not
known yet, and this list is the fastest way to them.
"""

from __future__ import annotations

import ast
import re
import tempfile
from pathlib import Path
from typing import TYPE_CHECKING
from unittest.mock import patch

from boundary.api import scan
from boundary.link.document import Document
from tests.benchmarks.listing import Shown, held_against, main

if TYPE_CHECKING:
    from collections.abc import Iterator

    from boundary.link.effects import Effects
    from boundary.link.interpreter import Interpreter
    from boundary.link.sql.database import Database

WRITES = re.compile(
    r"a?(save|create|get_or_create|update_or_create|bulk_create|bulk_update|bulk_save_objects|delete|merge)|execute(many)?"
)
LOOK_LIKE_IT = re.compile(r"\bcache\b|\bimage\b|\bclient\b|storage|commit=False|router\.", re.IGNORECASE)


class Reached:
    """The lines of each file from which something is reached that writes a table."""

    def __init__(self) -> None:
        self.lines: dict[str, set[int]] = {}

    def note(self, interpreter: Interpreter, effects: Effects) -> None:
        """Note them, from an analysis that has come to its end."""
        for context in interpreter.contexts:
            held = self.lines.setdefault(context.module.file, set())
            held.update(touch.line for touch in context.touches if touch.op != "read")
            held.update(edge.line for edge in context.edges if effects.binding(edge.callee))


def called(tree: ast.AST) -> Iterator[Shown]:
    """The calls of a file that look like writes."""
    for node in ast.walk(tree):
        if isinstance(node, ast.Call) and isinstance(node.func, ast.Attribute) and WRITES.fullmatch(node.func.attr):
            text = ast.unparse(node)
            if not LOOK_LIKE_IT.search(text):
                yield Shown(node.lineno, node.end_lineno or node.lineno, text)


def missing(root: Path) -> Iterator[tuple[str, Shown | None]]:
    """Each call that looks like a write, by its file; None in its place where one is reached."""
    reached = Reached()

    class Noted(Document):
        def __init__(self, interpreter: Interpreter, database: Database, *, atomic_requests: frozenset[str]) -> None:
            super().__init__(interpreter, database, atomic_requests=atomic_requests)
            reached.note(interpreter, self._effects)

    with tempfile.TemporaryDirectory() as cache, patch("boundary.link.program.Document", Noted):
        found = scan(root, cache=Path(cache))
    return held_against(root, found, called, reached.lines)


if __name__ == "__main__":
    raise SystemExit(main(__doc__, missing, "{} look like writes, {} reach none", 40))
