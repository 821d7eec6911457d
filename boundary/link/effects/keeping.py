"""Which objects have rows after a call?  Those that it, or its caller, has added to a session that it flushed.

`order.save()` of a helper adds the order and commits: what the caller does to it from there on changes a row. What a
helper makes and hangs on the object that it gives back goes into the session together with that.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from boundary.link.calling.contexts import OUTSIDE
from boundary.link.domain.joining import join
from boundary.link.domain.values import Instance

if TYPE_CHECKING:
    from boundary.link.calling.contexts import Context
    from boundary.link.domain.values import Atom
    from boundary.link.evaluator.evaluation import Evaluator


def after_call(evaluator: Evaluator, callee: Context) -> None:
    """Take over what a call has added to a session, and what a flush in it has kept."""
    own, other = evaluator.context.flow, callee.flow
    if other is own:
        return
    kept = {**other.kept, **own.added} if other.flushes else {}
    own.add(other.added)
    for holder, held in other.hung.items():
        own.hang(holder, dict.fromkeys(held, OUTSIDE))
    if other.flushes:
        own.flushes = True
        own.keep(kept)
        _keep(evaluator, kept)


def _keep(evaluator: Evaluator, kept: dict[Atom, None]) -> None:
    """The variables that hold these objects hold ones that are stored."""
    for name, value in evaluator.env.items() if kept else ():
        if any(atom in kept for atom in value):
            evaluator.env[name] = join(
                evaluator.atoms.instance(atom.cls, exact=atom.exact, guessed=atom.guessed, stored=True)
                if isinstance(atom, Instance) and atom in kept
                else atom.alone
                for atom in value
            )
