"""Is the answer about a whole checkout the same when its Python is spelled in another way?"""

from __future__ import annotations

import ast
import shutil
import warnings
from collections import defaultdict
from typing import TYPE_CHECKING, NamedTuple

from boundary.api import scan
from boundary.model.scan import RANK
from tests.benchmarks.speed.subject import LEFT_OUT

if TYPE_CHECKING:
    from collections.abc import Iterable
    from pathlib import Path

    from boundary.model.scan import Confidence
    from tests.benchmarks.spelled.spellings import Spelling

AS_THEY_ARE = frozenset({"alembic", "migrations", "versions"})
"""Folders of migrations, which tools write, and which are read as they write them."""


class Pair(NamedTuple):
    """A function of the project, and what a transaction that begins in it does to a table."""

    file: str
    function: str
    done: str


def spell(source: Path, folder: Path, spelling: Spelling | None) -> int:
    """Lay a copy of a checkout into `folder`, its Python spelled anew; how many files the spelling changed."""
    shutil.rmtree(folder, ignore_errors=True)
    shutil.copytree(source, folder, symlinks=True, ignore=shutil.ignore_patterns(*LEFT_OUT))
    changed = 0
    for file in folder.rglob("*.py"):
        if file.is_symlink() or not file.is_file() or not AS_THEY_ARE.isdisjoint(file.relative_to(folder).parts):
            continue
        try:
            with warnings.catch_warnings(action="ignore"):
                tree, plain = (ast.parse(file.read_bytes()) for _ in range(2))
        except (SyntaxError, ValueError):
            continue
        text = written = ast.unparse(plain) + "\n"
        if spelling is not None:
            text = ast.unparse(ast.fix_missing_locations(spelling(tree))) + "\n"
        changed += text != written
        file.write_text(text, encoding="utf-8", errors="surrogateescape")
    return changed


def answered(folder: Path) -> dict[Pair, Confidence]:
    """What the transactions do that begin in the functions of a checkout, with the confidence of each."""
    found: dict[Pair, Confidence] = {}
    for one in scan(folder, cache=False).transactions:
        if one.kind != "implicit":
            for access in one.accesses:
                pair = Pair(one.file, one.function, f"{access.op} {access.table}")
                held = found.get(pair, "guessed")
                found[pair] = min(held, access.confidence, key=RANK.__getitem__)
    return found


def told_as_before(found: dict[Pair, Confidence], plain: Iterable[Pair]) -> dict[Pair, Confidence]:
    """The same, told of the functions that the project has, where a spelling puts functions into others or classes."""
    own = {pair.function for pair in plain}
    named = {(pair.file, pair.function.rpartition(".")[2]): pair.function for pair in plain}
    told: dict[Pair, Confidence] = {}
    for pair, confidence in found.items():
        parts = pair.function.split(".")
        around = [".".join(parts[:count]) for count in range(len(parts), 0, -1)]
        meant = [one for one in around if one in own]
        meant += [named[pair.file, one] for one in reversed(parts) if (pair.file, one) in named]
        one = pair._replace(function=meant[0] if meant else pair.function)
        told[one] = min(told.get(one, "guessed"), confidence, key=RANK.__getitem__)
    return told


def compare(
    source: Path, folder: Path, plain: dict[Pair, Confidence], spelling: Spelling
) -> tuple[int, str, list[str]]:
    """How many files a spelling changes, what becomes of the pairs in a line, and those lost or new."""
    changed = spell(source, folder, spelling)
    found = told_as_before(answered(folder), plain)
    lost = [f"- {pair.file} {pair.function}: {pair.done} ({plain[pair]})" for pair in plain if pair not in found]
    new = [f"+ {pair.file} {pair.function}: {pair.done} ({found[pair]})" for pair in found if pair not in plain]
    otherwise = sum(found.get(pair, confidence) != confidence for pair, confidence in plain.items())
    line = f"{len(lost)} of {len(plain)} lost, {len(new)} new, {otherwise} believed otherwise"
    return changed, line, sorted(lost + new)


def by_function(lines: list[str]) -> dict[str, list[str]]:
    """The lines of each function."""
    found: dict[str, list[str]] = defaultdict(list)
    for line in lines:
        where, _, what = line[2:].partition(": ")
        found[where].append(f"{line[0]} {what}")
    return found
