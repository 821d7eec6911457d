"""Why can two tables not be divided?  The shortest chain of transactions from one to the other."""

from __future__ import annotations

from collections import defaultdict, deque
from typing import TYPE_CHECKING

import msgspec

from boundary.model.scan import Transaction

if TYPE_CHECKING:
    from boundary.model.scan import Scan


class Step(msgspec.Struct, frozen=True):
    """One link of the chain: all transactions that write or lock both `source` and `target`."""

    source: str
    target: str
    transactions: tuple[Transaction, ...]


def between(scan: Scan, first: str, last: str) -> list[Step] | None:
    """The fewest steps from table `first` to table `last`, or None when no transactions lead there.

    Breadth-first over tables and transactions in turn, so linear in the number of (transaction, table) pairs.
    """
    writers = defaultdict(list)
    for transaction in scan.distinct():
        for table in transaction.bound_tables:
            writers[table].append(transaction)
    before: dict[str, str | None] = {first: None}
    waiting, entered = deque([first]), set[int]()
    while waiting and last not in before:
        here = waiting.popleft()
        for transaction in writers[here]:
            if id(transaction) in entered:
                continue
            entered.add(id(transaction))
            for table in sorted(transaction.bound_tables):
                if table not in before:
                    before[table] = here
                    waiting.append(table)
    return _steps(before, last, writers) if last in before else None


def _steps(before: dict[str, str | None], last: str, writers: dict[str, list[Transaction]]) -> list[Step]:
    """The way back from `last`, turned round."""
    steps: list[Step] = []
    target = last
    while (source := before[target]) is not None:
        both = tuple(one for one in writers[source] if target in one.bound_tables)
        steps.append(Step(source, target, both))
        target = source
    return steps[::-1]
