"""Which members does a comprehension keep, and which loops look at each member by itself?

The fields that a model lists say of themselves what they are (`field.one_to_many`), and code that works on any model
asks them. So they are kept apart where a loop goes through them, and where a comprehension picks some.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from boundary.link.emptiness import truth_of
from boundary.link.values import ANY, Container, Wrapped, join

if TYPE_CHECKING:
    from boundary.link.evaluation import Evaluator
    from boundary.link.symbols import ClassInfo
    from boundary.link.values import Atom, Value
    from boundary.model import code

FIELD: Final = "model field"
"""The kind of a value that is a field of a model, as `_meta` lists it."""
RULE: Final = "deletion rule"
"""The kind of a value that says what becomes of a field's row when the other one is deleted: a function of Django's."""
MOST_FIELDS: Final = 120
"""Of more fields than this none is looked at by itself."""


def fields_in(iterable: Value) -> tuple[Value, ...] | None:
    """The fields that a collection lists, or several together; None for collections of anything else.

    A field that says nothing of itself may be among them.
    """
    found: dict[Value, None] = {}
    for atom in iterable:
        if not isinstance(atom, Container) or atom.kind != "list" or atom.entries is None:
            return None
        found.update(dict.fromkeys(atom.entries))
    atoms = [atom for member in found for atom in member] if len(found) <= MOST_FIELDS else []
    fields = sum(_is_field(atom) for atom in atoms)
    return tuple(found) if fields > 0 and all(atom is ANY or _is_field(atom) for atom in atoms) else None


def _is_field(atom: Atom) -> bool:
    return isinstance(atom, Wrapped) and atom.kind == FIELD


def class_of_field(atom: Wrapped) -> ClassInfo | None:
    """The class of a field that a model lists, None for the other end of one."""
    relation, forward = atom.extra
    kind: ClassInfo | None = relation.spec.kind if forward else None
    return kind


def picked(evaluator: Evaluator, node: code.Comprehension, iterable: Value) -> Value | None:
    """`[field for field in fields if field.one_to_many]`: those that the conditions leave; None for all but fields."""
    members = fields_in(iterable) if len(node.clauses) == 1 and len(node.elements) == 1 else None
    if members is None:
        return None
    clause = node.clauses[0]
    kept: list[Value] = []
    for member in members:
        evaluator.assign(clause.target, member)
        told = [truth_of(evaluator, one, evaluator.evaluate(one)) for one in clause.conditions]
        if False not in told:
            kept.append(evaluator.evaluate(node.elements[0]))
    return evaluator.atoms.container(node.kind, join(kept), tuple(kept))
