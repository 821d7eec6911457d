"""When is a lazy query asked?  Where a test goes through it; never where a statement makes it and drops it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from boundary.link.domain.values import Instance

if TYPE_CHECKING:
    from boundary.link.domain.values import Atom, Value
    from boundary.link.evaluator.evaluation import Evaluator


def is_lazy(evaluator: Evaluator, atom: Atom) -> bool:
    """Whether an atom is a query that is asked when somebody goes through it."""
    if type(atom) is not Instance or atom.model is None:
        return False
    return any(hook.lazy for hook in evaluator.interpreter.frameworks.hooks(evaluator.interpreter, atom.cls))


def dropped(evaluator: Evaluator, value: Value, before: int) -> None:
    """A statement gave this value to nobody: a query that it was locks no rows.

    `before` counts the accesses of the context when the statement began. A program with units of work has noted the
    lock in the order of events by now, and keeps it.
    """
    touches = evaluator.context.touches
    if len(touches) == before or evaluator.follows_work or not value:
        return
    if all(is_lazy(evaluator, atom) for atom in value):
        for touch in [one for one in list(touches)[before:] if one.op == "lock"]:
            del touches[touch]
