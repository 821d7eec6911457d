"""What does a test leave of a variable?  What may pass it. Where nothing can, the branch does not run."""

from __future__ import annotations

from typing import TYPE_CHECKING

from boundary.link.domain.values import made_of

if TYPE_CHECKING:
    from collections.abc import Callable

    from boundary.link.domain.values import Atom, Value
    from boundary.link.evaluator.evaluation import Evaluator


def agreeing(
    evaluator: Evaluator, name: str, value: Value | None, verdict: Callable[[Atom], bool | None], *, holds: bool
) -> dict[str, Value] | None:
    """The local variables, where of one is left that of which a test is not known to say otherwise."""
    kept = [atom for atom in value if verdict(atom) is not (not holds)] if value is not None else []
    return refined(evaluator, name, value, kept)


def refined(evaluator: Evaluator, name: str, value: Value | None, kept: list[Atom]) -> dict[str, Value] | None:
    """The local variables, where of one that is `value` only some alternatives are left."""
    env = dict(evaluator.env)
    if value is None or name in evaluator.context.enclosed:  # an inner function may have set it since
        return env
    if len(kept) < len(value):
        if not kept:
            return None
        env[name] = made_of(kept)
    return env
