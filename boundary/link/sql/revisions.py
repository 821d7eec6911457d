"""Which modules are steps of the schema's history?  Migrations of Django and South, revisions of alembic, beanie's.

Each runs once, when a release is installed: it is no part of the program whose transactions count, wherever it lies. It
is read for what it does to the schema alone (`migrations.py`), as those are that lie in folders called `migrations`.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from boundary.link.syntax.kinds import ASSIGN, CALL, CLASS, FUNCTION, NAME
from boundary.link.syntax.walking import last_name

if TYPE_CHECKING:
    from collections.abc import Iterable

    from boundary.model import code
    from boundary.model.facts import SourceModule

MIGRATION: Final = "Migration"
"""What the class of a migration is called, and what the names of what it extends end in."""
ENGINE: Final = "migrate_engine"
"""What `upgrade` takes in the versions of sqlalchemy-migrate."""
IDENTIFIED: Final = frozenset({"revision", "down_revision"})
STEPS: Final = frozenset({"operations", "dependencies", "replaces", "forwards"})
DIRECTIONS: Final = frozenset({"Forward", "Backward"})
"""What the classes of a migration of beanie are called."""
MARKED: Final = frozenset({"iterative_migration", "free_fall_migration"})
"""What marks their methods."""


def parted(modules: Iterable[SourceModule]) -> tuple[list[SourceModule], list[SourceModule]]:
    """The modules that are no migrations, and those of the project that are."""
    followed: list[SourceModule] = []
    steps: list[SourceModule] = []
    for module in modules:
        (steps if not module.library and is_step(module.facts.body) else followed).append(module)
    return followed, steps


def is_step(body: Iterable[code.Statement]) -> bool:
    """Whether a module is a migration, as its statements say."""
    runs = False
    names: set[str] = set()
    for statement in body:
        if type(statement) is CLASS and statement.name == MIGRATION:
            if any(last_name(one).endswith(MIGRATION) for one in statement.bases) and _has_steps(statement):
                return True
        elif type(statement) is CLASS and statement.name in DIRECTIONS:
            if any(last_name(one.function) in MARKED for one in _decorators_in(statement)):
                return True
        elif type(statement) is FUNCTION:
            runs = runs or statement.name == "upgrade"
            if statement.name == "upgrade" and [one.name for one in statement.parameters] == [ENGINE]:
                return True
        elif type(statement) is ASSIGN:
            names.update(one.id for one in statement.targets if type(one) is NAME)
    return runs and names >= IDENTIFIED


def _decorators_in(cls: code.Class) -> list[code.Call]:
    """The calls by which methods of a class are decorated."""
    methods = [one for one in cls.body if type(one) is FUNCTION]
    return [each for one in methods for each in one.decorators if type(each) is CALL]


def _has_steps(cls: code.Class) -> bool:
    """Whether a class says what a migration says: its operations, what comes before it, how it goes forwards."""
    for one in cls.body:
        if type(one) is FUNCTION and one.name in STEPS:
            return True
        if type(one) is ASSIGN and any(type(target) is NAME and target.id in STEPS for target in one.targets):
            return True
    return False
