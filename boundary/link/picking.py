"""Which members does a comprehension keep, and which loops look at each member by itself?

The fields that a model lists say of themselves what they are (`field.one_to_many`), and code that works on any model
asks them. So they are kept apart where a loop goes through them, and where a comprehension picks some.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from boundary.link import containers
from boundary.link.emptiness import truth_of
from boundary.link.values import ANY, Wrapped, join

if TYPE_CHECKING:
    from boundary.link.evaluation import Evaluator
    from boundary.link.values import Value
    from boundary.model import code

FIELD: Final = "model field"
"""The kind of a value that is a field of a model, as `_meta` lists it."""
RULE: Final = "deletion rule"
"""The kind of a value that says what becomes of a field's row when the other one is deleted: a function of Django's."""
MOST_FIELDS: Final = 120
"""Of more fields than this none is looked at by itself."""


def are_fields(members: tuple[Value, ...] | None) -> bool:
    """Whether members of a collection are fields, which say what they are; one that says nothing may be among them."""
    if not members or len(members) > MOST_FIELDS:
        return False
    atoms = [atom for member in members for atom in member]
    fields = sum(isinstance(atom, Wrapped) and atom.kind == FIELD for atom in atoms)
    return fields > 0 and all(atom is ANY or (isinstance(atom, Wrapped) and atom.kind == FIELD) for atom in atoms)


def picked(evaluator: Evaluator, node: code.Comprehension, iterable: Value) -> Value | None:
    """`[field for field in fields if field.one_to_many]`: those that the conditions leave; None for all but fields."""
    members = containers.members(iterable) if len(node.clauses) == 1 and len(node.elements) == 1 else None
    if members is None or not are_fields(members):
        return None
    clause = node.clauses[0]
    kept: list[Value] = []
    for member in members:
        evaluator.assign(clause.target, member)
        told = [truth_of(evaluator, one, evaluator.evaluate(one)) for one in clause.conditions]
        if False not in told:
            kept.append(evaluator.evaluate(node.elements[0]))
    return evaluator.atoms.container(node.kind, join(kept), tuple(kept))
