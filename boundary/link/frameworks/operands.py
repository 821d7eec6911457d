"""Is an operator one of a library's expressions?  `Order.q.total > 1`, `(a) & (b)`: where one of them is an operand."""

from __future__ import annotations

from typing import TYPE_CHECKING

from boundary.link.domain.values import Instance

if TYPE_CHECKING:
    from collections.abc import Iterable

    from boundary.link.domain.values import Value
    from boundary.link.evaluator.evaluation import Evaluator


def expressions_among(evaluator: Evaluator, dotted: str, values: Iterable[Value]) -> list[Instance]:
    """The objects of a library's class among operands."""
    held = [one for value in values for one in value if isinstance(one, Instance)]
    made = evaluator.interpreter.library_class(dotted) if held else None
    derives = evaluator.interpreter.classes.derives
    return [one for one in held if derives(one.cls, made)] if made is not None else []
