"""What does REST framework say of a model's relations?  `model_meta.get_field_info(Order).relations`.

    info = model_meta.get_field_info(Order)
    for name, relation in info.relations.items():
        if relation.to_many and name in validated_data:
            getattr(order, name).set(validated_data.pop(name))

Each relation is known by its name, from this end (`forward_relations`) or by the name that it has here
(`reverse_relations`), with the model at its other end. Of columns nothing is said. What walks all `relations`
picks those that a serializer takes in, as above, the model's own; those of others are in `reverse_relations` alone.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from boundary.link.domain.joining import join
from boundary.link.domain.values import UNKNOWN, ClassAtom, Instance
from boundary.link.frameworks.django.forms import relations_of
from boundary.link.frameworks.django.models import models
from boundary.link.frameworks.protocol import Hook
from boundary.link.members import containers
from boundary.link.members.picking import FIELD

if TYPE_CHECKING:
    from collections.abc import Iterator

    from boundary.link.domain.values import Value
    from boundary.link.evaluator.evaluation import Evaluator
    from boundary.link.frameworks.django.model_info import ModelInfo, Relation
    from boundary.link.frameworks.protocol import Handler, NativeCall

MODULE: Final = "rest_framework.utils.model_meta"
INFO: Final = f"{MODULE}.FieldInfo"
RELATION: Final = f"{MODULE}.RelationInfo"
FORWARD: Final = frozenset({"forward_relations", "relations"})
REVERSE: Final = "reverse_relations"
DESCRIBED: Final = "model described"


def field_info(call: NativeCall) -> Value:
    """`get_field_info(Order)`, also of a row."""
    info, index = call.interpreter.library_class(INFO), models(call.interpreter)
    if info is None:
        return UNKNOWN
    held = [atom.cls for atom in call.first if isinstance(atom, (ClassAtom, Instance)) and atom.cls in index.by_class]
    return join(call.atoms.instance(info, model=cls, site=(DESCRIBED, cls.dotted)) for cls in held) or UNKNOWN


class InfoHook(Hook):
    """What is said of a model."""

    base = INFO

    def attribute(self, evaluator: Evaluator, atom: Instance, name: str, line: int) -> Value | None:
        """`info.relations`, `info.forward_relations`, `info.reverse_relations`."""
        del line
        cls = evaluator.interpreter.library_class(RELATION)
        model = models(evaluator.interpreter).by_class.get(atom.model) if atom.model is not None else None
        if cls is None or model is None or name not in {*FORWARD, REVERSE}:
            return None
        entries = [
            (
                evaluator.atoms.constant(called),
                evaluator.atoms.instance(cls, relation=relation, site=(DESCRIBED, called, forward)),
            )
            for called, relation, forward in _relations(model, name)
        ]
        return containers.make_dict(evaluator, entries)


def _relations(model: ModelInfo, name: str) -> Iterator[tuple[str, Relation, bool]]:
    """The relations of a model by the names that they have here, and whether they are its own."""
    if name in FORWARD:
        yield from ((one.name, one, True) for one in relations_of(model) if one.kind != "generic")
    if name == REVERSE:
        pointing = [one for held in model.lineage for one in held.incoming if not one.source.abstract]
        yield from ((one.accessor, one, False) for one in pointing if one.accessor and one.kind != "generic")


class RelationHook(Hook):
    """What is said of a relation."""

    base = RELATION

    def attribute(self, evaluator: Evaluator, atom: Instance, name: str, line: int) -> Value | None:
        """`relation.related_model`, `.to_many`, `.reverse`, `.model_field`, `.has_through_model`."""
        del line
        relation: Relation | None = atom.relation  # type: ignore[assignment]
        if relation is None or not isinstance(atom.site, tuple):
            return None
        forward = bool(atom.site[2])
        if name == "related_model":
            return evaluator.atoms.class_((relation.target if forward else relation.source).cls)
        if name == "model_field":
            return evaluator.atoms.wrapped(FIELD, UNKNOWN, (relation, True)) if forward else evaluator.atoms.none
        said = {
            "to_many": relation.kind == "m2m" or (relation.kind == "fk" and not forward),
            "reverse": not forward,
            "has_through_model": relation.through is not None,
        }
        return evaluator.atoms.constant(said[name]) if name in said else None


HOOKS: Final = (InfoHook(), RelationHook())
NATIVES: Final[dict[str, Handler]] = {f"{MODULE}.get_field_info": field_info}
