"""In which order are a class and what it inherits from looked through?  C3, as Python does it."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence

    from boundary.link.definitions.symbols import ClassInfo


def linearise(cls: ClassInfo, bases: Sequence[ClassInfo], orders: list[list[ClassInfo]]) -> list[ClassInfo]:
    """C3 linearisation (Barrett et al. 1996); where the orders contradict, depth first and each class once."""
    if len(bases) <= 1:
        return [cls, *orders[0]] if orders else [cls]
    sequences = [list(order) for order in [*orders, list(bases)] if order]
    result = [cls]
    while sequences:
        for sequence in sequences:
            head = sequence[0]
            if not any(head in other[1:] for other in sequences):
                break
        else:
            rest = dict.fromkeys(one for sequence in sequences for one in sequence)
            return [*result, *(one for one in rest if one not in result)]
        result.append(head)
        sequences = [rest for rest in ([one for one in sequence if one is not head] for sequence in sequences) if rest]
    return result
