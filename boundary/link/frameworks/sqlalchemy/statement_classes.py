"""What is a statement that is made of its class?  `Insert(orders)` is `insert(orders)`.

Projects import the classes under names of their own: `from sqlalchemy.dialects.postgresql import Insert as upsert`.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from boundary.link.frameworks.protocol import Hook
from boundary.link.frameworks.sqlalchemy.specs import CORE
from boundary.link.frameworks.sqlalchemy.statements import CLAUSE

if TYPE_CHECKING:
    from boundary.link.calling.arguments import Arguments
    from boundary.link.definitions.symbols import ClassInfo
    from boundary.link.domain.values import Value
    from boundary.link.evaluator.evaluation import Evaluator

FUNCTIONS: Final = {f"{CORE}.{name.title()}": f"{CORE}.{name}" for name in ("select", "insert", "update", "delete")}
"""The function that makes the same, by the class; one that the project extends is its own (`compiled.py`)."""


class StatementClassHook(Hook):
    """The classes of statements."""

    base = CLAUSE

    def construct(self, evaluator: Evaluator, cls: ClassInfo, arguments: Arguments, line: int) -> Value | None:
        """`Delete(Order)`."""
        function = FUNCTIONS.get(cls.dotted)
        return (
            None if function is None else evaluator.interpreter.calls.native(evaluator, function, None, arguments, line)
        )


HOOKS: Final = (StatementClassHook(),)
