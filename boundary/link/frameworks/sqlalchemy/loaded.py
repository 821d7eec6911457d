"""What runs when a row is loaded?  `@reconstructor`, and who listens to that: `@event.listens_for(Order, "load")`.

A constructor does not run for a row that comes from the database; these do, in the transaction that asks for it.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from boundary.link.calling.arguments import NO_ARGUMENTS, Arguments
from boundary.link.domain.values import UNKNOWN
from boundary.link.frameworks.sqlalchemy import unsaid
from boundary.link.frameworks.sqlalchemy.events import listeners
from boundary.link.frameworks.sqlalchemy.states import state_of
from boundary.link.syntax.walking import methods_decorated

if TYPE_CHECKING:
    from boundary.link.definitions.symbols import ClassInfo
    from boundary.link.domain.values import Value
    from boundary.link.evaluator.evaluation import Evaluator

LOAD: Final = "load"
RECONSTRUCTOR: Final = frozenset({"reconstructor"})
RECONSTRUCTORS: Final = "sqlalchemy reconstructors"


def tell(evaluator: Evaluator, cls: ClassInfo, row: Value) -> None:
    """A row of a mapped class comes from the database."""
    above = evaluator.interpreter.classes.mro(cls)
    line = evaluator.calling.line if evaluator.calling is not None else 0
    for name in _reconstructors(cls, above):
        method = evaluator.interpreter.attributes.get(evaluator, row, name, line)
        unsaid.run(evaluator, method, NO_ARGUMENTS, line)
    for one in listeners(evaluator.interpreter).get(LOAD, ()):
        if one.everyone or one.cls in above:
            target = state_of(evaluator, row) if one.raw else row
            with evaluator.believed(None, "signal"):
                unsaid.run(evaluator, one.function, Arguments((target, UNKNOWN)), line)


def _reconstructors(cls: ClassInfo, above: list[ClassInfo]) -> list[str]:
    """The methods of a class that run on its rows when these are loaded (found once)."""
    known: list[str] | None = cls.answers.get(RECONSTRUCTORS)
    if known is None:
        found = [methods_decorated(one, RECONSTRUCTOR, bare=True) for one in above if not one.library]
        known = cls.answers[RECONSTRUCTORS] = list(dict.fromkeys(name for names in found for name in names))
    return known
