"""When does beanie ask MongoDB?  With each call, in the transaction of a session or in one of its own.

    await Order.find_one(Order.id == 1).update(Set({Order.state: "new"}))
    await order.save(session=session)

What is given a session is part of the transaction that is open on it; all else is a transaction of its own, wherever it
stands.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from boundary.link.frameworks.pymongo.statements import Statement

if TYPE_CHECKING:
    from collections.abc import Iterable

    from boundary.link.definitions.symbols import ClassInfo
    from boundary.link.evaluator.evaluation import Evaluator
    from boundary.model.scan import Operation

UNKNOWN_DOCUMENT: Final = "a document of which no collection is known"
"""What is told as a blind spot where a class is asked that has no collection."""


def act(
    evaluator: Evaluator,
    cls: ClassInfo | None,
    touched: Iterable[tuple[Operation, str]],
    line: int,
    *,
    joins: bool,
) -> None:
    """One statement about documents of a class; `joins` if it may be part of the transaction of a session.

    Several about different classes are told apart on the same line.
    """
    before = evaluator.on
    if not joins and cls is not None:
        evaluator.on = max([one.number for one in evaluator.atoms.class_(cls)])
    with Statement(evaluator, line, joins=joins):
        for op, table in touched:
            evaluator.touch(table, op, line)
    evaluator.on = before
