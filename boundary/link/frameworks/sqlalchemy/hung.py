"""What goes into a session together with an object?  What was put into its relationships before.

    order = Order(lines=[Line()])
    with Session.begin() as session:
        session.add(order)  # and the line

A unit of work has all that happened since the last commit, so it does not matter where in it an object was made. A
block has what happens inside of it: what was hung on an object before is written where the object is added.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from boundary.link.calling.contexts import OUTSIDE
from boundary.link.domain.values import Instance
from boundary.link.frameworks.sqlalchemy.related import Relation

if TYPE_CHECKING:
    from collections.abc import Iterator

    from boundary.link.definitions.symbols import ClassInfo
    from boundary.link.domain.values import Atom
    from boundary.link.evaluator.evaluation import Evaluator


def hang(evaluator: Evaluator, holder: Instance, atom: Instance) -> None:
    """An object that was made is put into a relationship of another one that was made, or into a collection of it."""
    relation = holder.relation
    cls = relation.source.cls if isinstance(relation, Relation) else holder.cls
    if holder.stored is False:
        evaluator.context.flow.hang(cls, {atom: evaluator.region})


def hung_before(evaluator: Evaluator, holder: Instance) -> Iterator[Instance]:
    """What hangs on an object that is added inside a transaction, as far as it was put there outside of that."""
    for atom, _, region in hanging(evaluator, holder) if evaluator.region != OUTSIDE else ():
        if region != evaluator.region:
            yield atom


def hanging(evaluator: Evaluator, holder: Instance) -> Iterator[tuple[Instance, ClassInfo, int]]:
    """What hangs on an object, with the class of what it was put into a relationship of, and the region."""
    hung, mro = evaluator.context.flow.hung, evaluator.interpreter.classes.mro
    stack: list[Instance] = [holder] if hung else []
    seen: set[Atom] = {holder}
    while stack:
        for cls in mro(stack.pop().cls):
            for atom, region in list(hung.get(cls, {}).items()):
                if atom not in seen and isinstance(atom, Instance):
                    seen.add(atom)
                    stack.append(atom)
                    yield atom, cls, region
