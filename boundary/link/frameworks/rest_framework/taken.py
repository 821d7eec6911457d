"""Which fields does a serializer take in, and which relations does it save by them?

A field that only shows takes nothing in: `read_only=True`, the kinds that are never anything else, and what the `Meta`
says by `read_only_fields`, `extra_kwargs` and `depth`. Pairs with a model of the project's are only shown, too. What a
method of the serializer takes out of the data before it is saved (`data.pop("tags")`) is saved by nobody.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from boundary.link.calling.arguments import Arguments
from boundary.link.domain.asking import known, truth
from boundary.link.domain.values import BOTTOM, UNKNOWN, Instance
from boundary.link.frameworks.django.forms import listed_names, relations_of
from boundary.link.frameworks.django.models import models
from boundary.link.frameworks.django.related import save_contributed, save_pairs
from boundary.link.frameworks.django.tables import model_of, relation_of
from boundary.link.frameworks.rest_framework.shown import written_of
from boundary.link.frameworks.skeletons import argument, classes_in, members_in
from boundary.link.members import containers

if TYPE_CHECKING:
    from boundary.link.definitions.symbols import ClassInfo
    from boundary.link.domain.values import Value
    from boundary.link.frameworks.django.model_info import Relation
    from boundary.link.frameworks.protocol import Handler, NativeCall

FIELD: Final = "rest_framework.fields.Field"
DATA: Final = "_validated_data"
"""The attribute in which the skeleton keeps what a serializer has made of its input."""
NESTED: Final = "rest_framework.serializers.BaseSerializer"
SHOWING: Final = (
    "rest_framework.fields.ReadOnlyField",
    "rest_framework.fields.SerializerMethodField",
    "rest_framework.relations.HyperlinkedIdentityField",
    "rest_framework.relations.StringRelatedField",
)
"""Kinds of fields that only show."""


def only_shows(call: NativeCall, holder: Value, name: str) -> bool:
    """Whether a field that a serializer declares takes nothing in."""
    written = written_of(call, holder, name)
    is_subclass = call.interpreter.classes.is_subclass
    return written.shown or any(is_subclass(kind, one) for kind in written.kinds for one in SHOWING)


def relations_taken(call: NativeCall, serializer: ClassInfo) -> dict[str, Relation]:
    """The relations of a serializer's model that its `Meta` lists and does not only show, by name."""
    lookup = call.interpreter.classes.lookup
    found: dict[str, Relation] = {}
    for meta in classes_in(lookup(serializer, "Meta")[1]):
        if truth(lookup(meta, "depth")[1] or BOTTOM):
            continue
        listed, excluded = (listed_names(lookup(meta, name)[1]) for name in ("fields", "exclude"))
        left_out = (excluded or set()) | _shown(call, meta)
        for owner in classes_in(lookup(meta, "model")[1]):
            model = models(call.interpreter).by_class.get(owner)
            known = {one.name: one for one in relations_of(model) if _is_taken(one)}
            backwards = {name: relation_of(model, name) for name in listed or () if model is not None}
            known |= {name: one for name, one in backwards.items() if one is not None and _is_backwards(one, name)}
            found |= {name: one for name, one in known.items() if listed is None or name in listed}
        for name in left_out & found.keys():
            del found[name]
    return found


def _shown(call: NativeCall, meta: ClassInfo) -> set[str]:
    """The names that `read_only_fields` and `extra_kwargs` of a `Meta` say are only shown."""
    lookup = call.interpreter.classes.lookup
    given = containers.pairs(lookup(meta, "extra_kwargs")[1]) or {}
    shown = {
        name
        for name, options in given.items()
        if isinstance(name, str) and truth((containers.pairs(options) or {}).get("read_only", BOTTOM))
    }
    return shown | (listed_names(lookup(meta, "read_only_fields")[1]) or set())


def _is_taken(relation: Relation) -> bool:
    """Whether a relation of the model's own is taken in where a serializer does not say otherwise."""
    return relation.kind != "generic" and relation.through is None and relation.spec.editable


def _is_backwards(relation: Relation, name: str) -> bool:
    """Whether a name is that by which the rows at the other end know a relation, and stands for many rows."""
    many = relation.kind == "fk" or (relation.kind == "m2m" and relation.through is None)
    return many and relation.accessor == name and relation.name != name


def save_relations(call: NativeCall) -> Value:
    """`__save_relations__(self, instance, data)`: what the data holds for relations to many rows is set."""
    holder = frozenset(atom for atom in argument(call, 0) if isinstance(atom, Instance))
    data = argument(call, 2)
    given = names = {name for name in containers.pairs(data) or () if isinstance(name, str)}
    checked = call.interpreter.attributes.get(call.evaluator, holder, DATA, call.line)
    if not (known(checked) and known(data)):  # it is not known what was made of the input, though keys were added to it
        names = given | _names(call, holder)
    for atom in argument(call, 1):
        model = model_of(call.interpreter, atom.cls) if isinstance(atom, Instance) else None
        if not isinstance(atom, Instance) or model is None:
            continue
        for name in sorted(names):
            relation = relation_of(model, name)
            if relation is not None and not _is_nested(call, holder, name, given):
                _save(call, atom, name, relation)
        save_contributed(call, atom, names)
    return call.atoms.none


def _save(call: NativeCall, atom: Instance, name: str, relation: Relation) -> None:
    if relation.kind == "m2m" and relation.name == name:
        save_pairs(call, relation, guessed=atom.guessed)
    elif _is_backwards(relation, name):
        get = call.interpreter.attributes.get
        change = get(call.evaluator, get(call.evaluator, atom.alone, name, call.line), "set", call.line)
        call.interpreter.calls.call(call.evaluator, change, Arguments((UNKNOWN,)), call.line)


def _names(call: NativeCall, holder: Value) -> set[str]:
    """The attributes that a serializer takes something in for, where it is not known what was made of its input."""
    found: set[str] = set()
    for serializer in classes_in(holder):
        field = call.interpreter.library_class(FIELD)
        declared = members_in(call.interpreter, serializer, [field]) if field is not None else {}
        found |= {name for name in relations_taken(call, serializer) if name not in declared}
        found |= {written_of(call, holder, name).source for name in declared if not only_shows(call, holder, name)}
    return found


def _is_nested(call: NativeCall, holder: Value, name: str, given: set[str]) -> bool:
    """Whether a serializer stands for a relation: Django REST framework saves none of those by itself.

    Where it only shows the rows, another field may take their keys in (`source="tags"`), or a method of the serializer
    puts them into the data.
    """
    kinds = written_of(call, holder, name).kinds
    if not any(call.interpreter.classes.is_subclass(kind, NESTED) for kind in kinds):
        return False
    return not (only_shows(call, holder, name) and (name in given or name in _names(call, holder)))


NATIVES: Final[dict[str, Handler]] = {"builtins.__save_relations__": save_relations}
