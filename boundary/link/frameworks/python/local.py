"""What is in a variable of a thread or of a context?  What any code has stored in this very one.

`state = threading.local()` ... `state.order = order`; `current = ContextVar("current")` ... `current.set(order)` ...
`current.get()`. Each is told by the place where it is made, since all are of one class.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from boundary.link.frameworks.skeleton_objects import Distinct

if TYPE_CHECKING:
    from collections.abc import Hashable

    from boundary.link.calling.arguments import Arguments
    from boundary.link.evaluator.evaluation import Evaluator

BASES: Final = ("threading.local", "contextvars.ContextVar")


class Placed(Distinct):
    """Objects that are kept apart by where they are made."""

    def site(self, evaluator: Evaluator, arguments: Arguments, line: int) -> Hashable:
        """`ContextVar("current")`: one object for each line of a module."""
        del arguments
        return ("made", evaluator.module.name, line)


HOOKS: Final = tuple(Placed(base) for base in BASES)
