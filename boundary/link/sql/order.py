"""In which order do files of SQL build the schema?  Versions in their names, as the migration tools read them.

Known are Flyway (`V1_2__x.sql`, `R__x.sql`, `U1__x.sql`), golang-migrate and sqlx (`0001_x.up.sql`, `.down.sql`),
Liquibase's formatted SQL, dbmate and goose, timestamps, and plain numbers. Files without a version come first, in the
order of their paths: they hold what the versions then change.
"""

from __future__ import annotations

import re
from pathlib import PurePosixPath
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from collections.abc import Iterable

    from boundary.model.sql import SqlSource

_FLYWAY: Final = re.compile(r"(?P<kind>[VB])(?P<version>\d+(?:[._]\d+)*)__", re.ASCII)
_REPEATED: Final = re.compile(r"R__")
_UNDONE: Final = re.compile(r"U\d[\d._]*__|.*[._-](?:down|rollback|undo|revert)\.sql$", re.IGNORECASE)
_NUMBERED: Final = re.compile(r"[vV]?(?P<version>\d+(?:[._-]\d+)*)(?=[._\- a-zA-Z])", re.ASCII)
_UNDOING_FOLDERS: Final = frozenset({"down", "rollback", "rollbacks", "revert", "undo", "verify"})
_HISTORIES: Final = re.compile(
    r"(?:\w*migrations?|migrate|changelogs?|changesets?|changes|upgrades?|patch(?:es)?|deltas?|evolutions?"
    r"|db_?-?scripts?(?:_\w+)?)$",
    re.IGNORECASE,
)
_MAYBE_HISTORIES: Final = re.compile(r"(?:updates?|versions?|releases?|ddl|schema)$", re.IGNORECASE)
_STAMP: Final = 8
"""A number of so many digits is a date or a time ..."""
_TIME: Final = 14
"""... and of so many a time to the second."""

Version = tuple[int, tuple[int, ...], str]


def undoes(file: str) -> bool:
    """Whether a file takes a version back: it is not part of the way to the latest schema."""
    path = PurePosixPath(file)
    return bool(_UNDONE.match(path.name)) or any(part.lower() in _UNDOING_FOLDERS for part in path.parts[:-1])


def is_migration(file: str) -> bool:
    """Whether a file is one step of the schema's history, run once when a release is installed."""
    path = PurePosixPath(file)
    if _FLYWAY.match(path.name) or _REPEATED.match(path.name) or undoes(file) or path.name.endswith(".up.sql"):
        return True
    if any(_HISTORIES.match(part) for part in path.parts[:-1]):
        return True
    numbered = _NUMBERED.match(path.name)
    if numbered is None:
        return False
    first = re.match(r"\d+", numbered["version"])
    stamped = first is not None and len(first.group()) >= _STAMP
    return stamped or any(_MAYBE_HISTORIES.match(part) for part in path.parts[:-1])


def tears_down(source: SqlSource) -> bool:
    """Whether a script only tears down what others have made: with it at the end there would be no schema at all."""
    actions = {change.action for change in source.facts.changes}
    drops = bool(actions) and all(action.startswith("drop ") for action in actions)
    return drops and not source.facts.routines and not is_migration(source.file)


def in_order(sources: Iterable[SqlSource]) -> list[SqlSource]:
    """The files that lead to the latest schema, in the order in which they run."""
    kept = (one for one in sources if not undoes(one.file) and not tears_down(one))
    return sorted(kept, key=lambda one: version(one.file))


def version(file: str) -> Version:
    """What a file is sorted by: unversioned first, then by version, what runs after every change of its own last."""
    name = PurePosixPath(file).name
    if _REPEATED.match(name):
        return 2, (), file
    if not is_migration(file):
        return 0, (), _natural(file)
    found = _FLYWAY.match(name) or _NUMBERED.match(name)
    numbers = re.findall(r"\d+", found["version"]) if found is not None else ()
    return 1, tuple(int(one.ljust(_TIME, "0") if len(one) >= _STAMP else one) for one in numbers), _natural(file)


def _natural(file: str) -> str:
    """The path with its numbers made as wide as each other, so that 2 comes before 10."""
    return re.sub(r"\d+", lambda found: found.group().zfill(12), file)
