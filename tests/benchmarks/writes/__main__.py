"""What the syntax of a project says of its writes, held against what the analysis reaches from there.

    python -m tests.benchmarks.writes CHECKOUT... [--show 40]

Listed are calls of `save`, `create`, `delete` and the like, and what is added to a session, in all files that the
document lists as modules, from which nothing is reached that writes a table; and of `execute`, where none is read
either. Many are no writes of rows (files, caches, what a base that is not read would do); the rest is worth reading:
each is usually a rule of the language or of a library that is not known yet, and this list is the fastest way to them.
"""

from __future__ import annotations

import ast
import re
from functools import partial
from typing import TYPE_CHECKING

from boundary.model.scan import BINDING
from tests.benchmarks.listing import Shown, held_against, main, reached_in

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path

WRITES = re.compile(
    r"a?(save|create|get_or_create|update_or_create|bulk_create|bulk_update|bulk_save_objects|delete|merge)"
)
RUNS = re.compile(r"execute(many)?")
ADDS = re.compile(r"add|add_all|bulk_(insert|update)_mappings")
SESSION = re.compile(r"\b\w*(session|db)\w*(\(\))?", re.IGNORECASE)
"""What adds rows, as far as its name tells: many others have an `add`."""
LOOK_LIKE_IT = re.compile(
    r"\bcache\b|\bimage\b|\bclient\b|storage|commit=False|load=False|router\.|\b(CREATE|DROP|ALTER|SET|PRAGMA)\b",
    re.IGNORECASE,
)


def called(tree: ast.AST, looks_like_one: Callable[[ast.Attribute], bool]) -> Iterator[Shown]:
    """The calls of a file that look like one of these."""
    for node in ast.walk(tree):
        if isinstance(node, ast.Call) and isinstance(node.func, ast.Attribute) and looks_like_one(node.func):
            text = ast.unparse(node)
            if not LOOK_LIKE_IT.search(text):
                yield Shown(node.lineno, node.end_lineno or node.lineno, text)


def writes(function: ast.Attribute) -> bool:
    """Whether what is called looks like a write; an `add`, by the last name of what adds."""
    if ADDS.fullmatch(function.attr):
        return SESSION.fullmatch(ast.unparse(function.value).rsplit(".", 1)[-1]) is not None
    return WRITES.fullmatch(function.attr) is not None


def runs(function: ast.Attribute) -> bool:
    """Whether what is called looks like something that executes a statement."""
    return RUNS.fullmatch(function.attr) is not None


def missing(root: Path) -> Iterator[tuple[str, Shown | None]]:
    """Each call that looks like a write, by its file; None in its place where one is reached."""
    found, lines = reached_in(root, (BINDING, BINDING | {"read"}))
    for asked, reached in zip((writes, runs), lines, strict=True):
        yield from held_against(root, found, partial(called, looks_like_one=asked), reached)


if __name__ == "__main__":
    raise SystemExit(main(__doc__, missing, "{} look like writes, {} reach none", 40))
