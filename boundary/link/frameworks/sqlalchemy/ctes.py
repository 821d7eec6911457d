"""What does a statement do that is a part of another?  `update(Order).returning(Order.id).cte("closed")` writes, too.

It is executed with the statement that reads its rows, which mostly stands a line below: what it writes is noted where
it is made a part, and what is read of it are the tables that it asks for.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from boundary.link.domain.values import UNKNOWN, Instance
from boundary.link.frameworks.sqlalchemy.results import run
from boundary.link.frameworks.sqlalchemy.statements import CTE, Shape, clause_of

if TYPE_CHECKING:
    from boundary.link.domain.values import Value
    from boundary.link.frameworks.protocol import Handler, NativeCall


def part_of_another(call: NativeCall) -> Value:
    """`delete(Line).where(...).returning(Line.order_id).cte()`."""
    atom = call.receiver
    if not isinstance(atom, Instance) or not isinstance(atom.site, Shape):
        return UNKNOWN
    run(call.evaluator, atom, atom.site, call.line)
    return clause_of(call.evaluator, atom.joins)


NATIVES: Final[dict[str, Handler]] = {CTE: part_of_another}
