"""What do methods of collections go through that take in, drop or compare the members of another one?

`found.update(order.lines)` and `rows.extend(rows_of(order))` go through what they are given: a queryset is read there.
What they put into the collection is seen by the statement that they stand in (`boundary/link/members/filling.py`).
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from boundary.link.frameworks.python.collections import copied, iterated, of_known

if TYPE_CHECKING:
    from boundary.link.domain.values import Value
    from boundary.link.frameworks.protocol import Handler, NativeCall


OPERATORS: Final = {"set.difference": "-", "set.intersection": "&"}
"""The operators that are these methods."""


def taken(call: NativeCall) -> Value:
    """`rows.extend(x)`, `found.update(x, y)`: changes the collection, gives nothing."""
    iterated(call)
    return call.atoms.none


def compared(call: NativeCall) -> Value:
    """`found.difference(x)`: some of the members that the set has already."""
    iterated(call)
    return of_known(call, OPERATORS[call.name]) or copied(call)


NATIVES: Final[dict[str, Handler]] = {
    "list.extend": taken,
    "list.extendleft": taken,
    "dict.update": taken,
    "set.update": taken,
    "set.difference_update": taken,
    "set.intersection_update": taken,
    "set.symmetric_difference_update": taken,
    **dict.fromkeys(OPERATORS, compared),
    "set.issubset": iterated,
    "set.issuperset": iterated,
    "set.isdisjoint": iterated,
}
