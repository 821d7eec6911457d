"""Which statements are in no transaction around them?  Those to a database that knows nothing of the one that is open.

    with transaction.atomic():
        order.save()
        mongo.orders.insert_one({})
        dynamodb.Table("orders").put_item(Item={})

Each of the last two is a transaction of its own, which is not listed unless it is about several tables.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from boundary.link.calling.contexts import OWN

if TYPE_CHECKING:
    from collections.abc import Iterable

    from boundary.link.evaluator.evaluation import Evaluator
    from boundary.model.scan import Operation


class Statement:
    """What is recorded inside is one statement; `joins` if it may be part of the transaction that is open.

    With `listed` it is a transaction that counts, since it does several things at once.
    """

    def __init__(self, evaluator: Evaluator, line: int, *, joins: bool = False, listed: bool = False) -> None:
        self._evaluator = evaluator
        self._line = line
        self._apart = not joins
        self._listed = listed
        self._before = evaluator.region, evaluator.pending

    def __enter__(self) -> None:
        if self._apart:
            self._evaluator.open_region("implicit", self._line, self._line, "default", real=self._listed, on=OWN)

    def __exit__(self, *_: object) -> None:
        if self._apart:
            self._evaluator.region, self._evaluator.pending = self._before


def act(evaluator: Evaluator, touched: Iterable[tuple[Operation, str]], line: int, *, joins: bool = False) -> None:
    """One statement that does this to these tables."""
    with Statement(evaluator, line, joins=joins):
        for op, table in touched:
            evaluator.touch(table, op, line)
