"""Which code runs outside of every transaction?  What a library opens in the rest is a savepoint of a larger one.

`instance.delete()` opens a transaction of its own, unless one is open: what a caller inside of one deletes there is a
part of what that caller does. Each `atomic` that the project writes itself stays a transaction, whoever calls it.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from boundary.link.calling.contexts import OUTSIDE

if TYPE_CHECKING:
    from collections.abc import Iterable

    from boundary.link.calling.contexts import Context


def in_transaction(context: Context, region: int) -> bool:
    """Whether a region of a context stands in a transaction of the same function: what opens there is a savepoint."""
    while region != OUTSIDE:
        if context.regions[region].durable:
            return True
        region = context.regions[region].parent
    return False


def outermost(contexts: Iterable[Context], wrapped: set[int]) -> set[int]:
    """The contexts (by id) that some way from where the outside calls in reaches without an open transaction.

    `wrapped` are those that are entered in one already, in a request's. One search from the roots, linear in the number
    of calls.
    """
    return _reached([one for one in contexts if one.root and id(one) not in wrapped])


def _reached(starts: list[Context]) -> set[int]:
    """What contexts call outside of transactions, directly or not, and what they defer."""
    found = {id(one) for one in starts}
    stack = list(starts)
    while stack:
        context = stack.pop()
        for edge in context.edges:
            if id(edge.callee) not in found and (edge.deferred or not in_transaction(context, edge.region)):
                found.add(id(edge.callee))
                stack.append(edge.callee)
    return found
