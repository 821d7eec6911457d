"""Are rows of an unknown model written?  `model.objects.bulk_create(rows)`, whatever `model` is.

A call of something unknown is told where a transaction's own code makes it. That rows are written is certain here, and
it counts wherever a transaction comes to it.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from boundary.link.syntax.kinds import ATTRIBUTE, CALL

if TYPE_CHECKING:
    from boundary.link.evaluator.evaluation import Evaluator
    from boundary.model import code

MANAGERS: Final = frozenset({"objects", "_default_manager", "_base_manager"})
WRITES: Final = frozenset(
    f"{before}{name}"
    for before in ("", "a")
    for name in ("create", "bulk_create", "bulk_update", "get_or_create", "update_or_create", "update", "delete")
)


def writes_rows(evaluator: Evaluator, node: code.Call) -> bool:
    """Whether a call is a write by a manager of Django's, or by a queryset that a manager gave."""
    function = node.function
    if type(function) is not ATTRIBUTE or function.name not in WRITES:
        return False
    return _is_of_manager(function.value) and evaluator.interpreter.frameworks.imports("django")


def _is_of_manager(node: code.Expression) -> bool:
    while True:
        if type(node) is CALL:
            node = node.function
        elif type(node) is not ATTRIBUTE:
            return False
        elif node.name in MANAGERS:
            return True
        else:
            node = node.value
