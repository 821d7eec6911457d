"""What does saving a cluster of django-modelcluster save with it?  Its children, and its many-to-many relations.

What points at the cluster by a `ParentalKey` is kept in memory until the cluster is saved, and what a
`ParentalManyToManyField` holds is, too: `save` deletes those that are gone and saves the others.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from boundary.link.domain.values import Instance
from boundary.link.frameworks.django.related import REPLACED, link
from boundary.link.frameworks.django.tables import model_of
from boundary.link.frameworks.skeletons import argument

if TYPE_CHECKING:
    from boundary.link.domain.values import Value
    from boundary.link.frameworks.django.model_info import ModelInfo, Relation
    from boundary.link.frameworks.protocol import Handler, NativeCall

KEY: Final = "modelcluster.fields.ParentalKey"
MANY: Final = "modelcluster.fields.ParentalManyToManyField"


def children(call: NativeCall) -> Value:
    """`__children__(cluster)`: rows of the models that point at the cluster's by a parental key."""
    found = [
        call.atoms.instance(one.source.cls, guessed=atom.guessed)
        for atom in argument(call, 0)
        if isinstance(atom, Instance)
        for model in _lineage(call, atom)
        for one in model.incoming
        if _is_made_with(call, one, KEY)
    ]
    return call.atoms.container("list", frozenset().union(*found), tuple(found))


def commit_many(call: NativeCall) -> Value:
    """`__commit_many__(cluster)`: the pairs of its parental many-to-many fields are replaced."""
    for atom in argument(call, 0):
        if not isinstance(atom, Instance):
            continue
        for model in _lineage(call, atom):
            for relation in model.relations.values():
                if relation.kind == "m2m" and _is_made_with(call, relation, MANY):
                    for op in REPLACED:
                        link(call, relation, op, guessed=atom.guessed)
    return call.atoms.none


def _lineage(call: NativeCall, atom: Instance) -> list[ModelInfo]:
    """The model of a row and those that it extends."""
    model = model_of(call.interpreter, atom.cls)
    return model.lineage if model is not None else []


def _is_made_with(call: NativeCall, relation: Relation, field: str) -> bool:
    kind = relation.spec.kind
    return kind is not None and call.interpreter.classes.is_subclass(kind, field)


NATIVES: Final[dict[str, Handler]] = {"builtins.__children__": children, "builtins.__commit_many__": commit_many}
