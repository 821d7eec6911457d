"""What does a form or serializer make of the relations that its `Meta` lists?  Fields that choose among rows."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from boundary.link.calling.arguments import NO_ARGUMENTS, Arguments
from boundary.link.domain.asking import strings
from boundary.link.domain.joining import join
from boundary.link.domain.values import BOTTOM, UNKNOWN, Instance, made_of
from boundary.link.frameworks.django.managers import manager_for
from boundary.link.frameworks.django.models import models
from boundary.link.frameworks.django.tables import join_ordering, read
from boundary.link.frameworks.skeletons import classes_in, contributors
from boundary.link.members import containers

if TYPE_CHECKING:
    from collections.abc import Collection

    from boundary.link.definitions.symbols import ClassInfo
    from boundary.link.domain.values import Atom, Value
    from boundary.link.frameworks.django.model_info import ModelInfo, Relation
    from boundary.link.frameworks.protocol import Handler, NativeCall


def read_relations(call: NativeCall) -> Value:
    """`__read_relations__(Meta)`: the rows at which the relations of a form or serializer point are read."""
    for meta in classes_in(call.first):
        read_relations_of(call, meta, frozenset(), keys=True)
    return call.atoms.none


def read_relations_of(call: NativeCall, meta: ClassInfo, left_out: Collection[str], *, keys: bool) -> None:
    """The same of one `Meta`, but for some; without the rows that foreign keys point at where only keys are asked."""
    lookup = call.interpreter.classes.lookup
    names = listed_names(lookup(meta, "fields")[1])
    for owner in classes_in(lookup(meta, "model")[1]):
        for relation in relations_of(models(call.interpreter).by_class.get(owner)):
            listed = names is None or relation.name in names
            if relation.kind == "generic" or not listed or relation.name in left_out:
                continue
            _read_many(call, relation)
            if relation.kind != "m2m" and keys:
                read(call.evaluator, relation.target, call.line, guessed=False)
        _read_contributed(call, owner, names)


def read_listed(call: NativeCall) -> Value:
    """`__read_listed__(model, fields)`: the rows at which the relations of a model point that are listed.

    A foreign key is known by the name of its column, too: `fields = ["customer_id"]`.
    """
    names = listed_names(call.arguments.get(1, "") or BOTTOM) or set()
    for owner in classes_in(call.first):
        for relation in relations_of(models(call.interpreter).by_class.get(owner)):
            if relation.kind != "generic" and not names.isdisjoint({relation.name, relation.attname}):
                read(call.evaluator, relation.target, call.line, guessed=False)
    return call.atoms.none


def of_model(call: NativeCall) -> Value:
    """`__of_model__(row, Meta)`: a form of a model saves no row of another, whatever generic code may hand it."""
    wanted = _wanted(call)
    return (_fitting(call, wanted) if wanted else call.first) or call.interpreter.instances_of(wanted)


def fitting(call: NativeCall) -> Value:
    """`__fitting__(row, Meta)`: of rows of several models those of this one; of another's all, which do as well.

    What may be of any model below another one is of this one, if it is below that.
    """
    wanted = _wanted(call)
    return join(_narrowed(call, atom, wanted) for atom in _fitting(call, wanted)) or call.first


def _narrowed(call: NativeCall, atom: Atom, wanted: list[ClassInfo]) -> Value:
    if not isinstance(atom, Instance) or atom.exact:
        return atom.alone
    below = [one for one in wanted if one is not atom.cls and call.interpreter.classes.derives(one, atom.cls)]
    made = call.atoms.instance
    return join(made(one, exact=False, guessed=atom.guessed, stored=atom.stored) for one in below) or atom.alone


def _wanted(call: NativeCall) -> list[ClassInfo]:
    """The models that a `Meta` names."""
    classes, index = call.interpreter.classes, models(call.interpreter).by_class
    metas = classes_in(call.arguments.get(1, "") or BOTTOM)
    return [one for meta in metas for one in classes_in(classes.lookup(meta, "model")[1]) if one in index]


def _fitting(call: NativeCall, wanted: list[ClassInfo]) -> Value:
    classes, index = call.interpreter.classes, models(call.interpreter).by_class

    def fits(atom: Atom) -> bool:
        if not isinstance(atom, Instance) or atom.cls not in index:
            return True
        return any(classes.derives(atom.cls, one) or classes.derives(one, atom.cls) for one in wanted)

    return made_of([atom for atom in call.first if fits(atom)])


def _read_contributed(call: NativeCall, model: ClassInfo, names: set[str] | None) -> None:
    """What attributes of a library's, such as tags, read to fill the field that a model form makes of them."""
    for name, contributor in contributors(call.interpreter, model):
        if names is None or name in names:
            row = call.interpreter.frameworks.annotated(call.evaluator, model)
            given = Arguments((row,))
            call.interpreter.objects.method(call.evaluator, contributor, "value_from_object", call.line, given)


def as_dict(call: NativeCall) -> Value:
    """`model_to_dict(order, fields=[...])`: the rows that a row is related to in many-to-many relations are read."""
    names = listed_names(call.arguments.get(1, "fields") or BOTTOM)
    unlisted = listed_names(call.arguments.get(2, "exclude") or BOTTOM) or set()
    for atom in call.arguments.get(0, "instance") or BOTTOM:
        model = models(call.interpreter).by_class.get(atom.cls) if isinstance(atom, Instance) else None
        for relation in relations_of(model):
            if relation.name not in unlisted and (names is None or relation.name in names):
                _read_many(call, relation)
    return containers.make_dict(call.evaluator, [], UNKNOWN)


def serialized(call: NativeCall) -> Value:
    """`serialize("json", orders)`: the rows that each is related to in many-to-many relations are read."""
    place = 1 if call.name.endswith("serializers.serialize") else 0
    for atom in call.interpreter.items.iterate(
        call.evaluator, call.arguments.get(place, "queryset") or BOTTOM, call.line
    ):
        if isinstance(atom, Instance):
            for relation in relations_of(models(call.interpreter).by_class.get(atom.cls)):
                _read_many(call, relation)
    return UNKNOWN


def _read_many(call: NativeCall, relation: Relation) -> None:
    """The rows at the other end of a many-to-many relation, in their own order."""
    if relation.kind == "m2m":
        read(call.evaluator, relation.target, call.line, guessed=False)
        if relation.link_table is not None:
            call.evaluator.touch(relation.link_table, "read", call.line)
        join_ordering(call.evaluator, relation.target, call.line, guessed=False)


def model_fields(call: NativeCall) -> Value:
    """`__model_fields__(Meta)`: the fields that a model form makes of its model's relations, by name."""
    lookup = call.interpreter.classes.lookup
    made: list[tuple[Value, Value]] = []
    for meta in classes_in(call.first):
        listed, excluded = (listed_names(lookup(meta, name)[1]) for name in ("fields", "exclude"))
        unlisted = excluded or set()
        kinds, widgets = (containers.pairs(lookup(meta, name)[1]) or {} for name in ("field_classes", "widgets"))
        for owner in classes_in(lookup(meta, "model")[1]):
            for relation in relations_of(models(call.interpreter).by_class.get(owner)):
                name = relation.name
                if relation.kind != "generic" and (listed is None or name in listed) and name not in unlisted:
                    field = _relation_field(call, meta, relation, kinds.get(name), widgets.get(name))
                    made.append((call.atoms.constant(name), field))
    return containers.make_dict(call.evaluator, made, UNKNOWN)


def listed_names(value: Value) -> set[str] | None:
    """The names that an option of a `Meta` lists; None where it is not given, names all or is not understood.

    A filter set lists its fields in a dict, with the lookups of each.
    """
    keyed = {name for name in containers.pairs(value) or () if isinstance(name, str)}
    members = [containers.members(atom.alone) for atom in value]
    found = keyed | {text for part in members for one in part or () for text in strings(one)}
    return found if found or (members and None not in members) else None


def shown_fields(call: NativeCall) -> Value:
    """`__shown_fields__(fieldsets)`: the names of the fields that an admin page shows; None where it shows all."""
    names: list[Value] = []
    for atom in call.first:
        for fieldset in containers.members(atom.alone) or (UNKNOWN,):
            parts = containers.members(fieldset) or ()
            options = containers.pairs(parts[1]) if len(parts) > 1 else None
            rows = containers.members((options or {}).get("fields", UNKNOWN))
            if rows is None:
                return call.atoms.none
            for row in rows:  # several fields in one line
                names.extend(containers.members(row) or (row,))
    if any(len(strings(one)) != len(one) for one in names):
        return call.atoms.none
    return containers.make(call.evaluator, "tuple", names)


def all_in(call: NativeCall) -> Value:
    """`__all_in__(shown, hidden)`: whether a page lets nothing be typed in: each field that it shows is only shown."""
    shown, hidden = call.first, call.arguments.get(1, "hidden") or UNKNOWN
    names = [text for member in containers.members(shown) or () for text in strings(member)]
    kept = {text for member in containers.members(hidden) or () for text in strings(member)}
    return call.atoms.constant(bool(names) and kept.issuperset(names))


def _relation_field(
    call: NativeCall, meta: ClassInfo, relation: Relation, kind: Value | None, widget: Value | None
) -> Value:
    """The form's field for a relation: a choice among the rows of the default manager."""
    usual = "ModelMultipleChoiceField" if relation.kind == "m2m" else "ModelChoiceField"
    plain = call.interpreter.library_class(f"django.forms.models.{usual}")
    manager = manager_for(call.evaluator, relation.target.cls)
    start = call.interpreter.attributes.get(call.evaluator, manager, "get_queryset", call.line)
    given = {
        "queryset": call.interpreter.calls.call(call.evaluator, start, NO_ARGUMENTS, call.line),
        "label": call.atoms.constant(f"{meta.dotted}.{relation.name}"),  # tells fields apart that are written alike
        **({"widget": widget} if widget else {}),
    }
    cls = kind or (call.atoms.class_(plain) if plain is not None else UNKNOWN)
    return call.interpreter.calls.call(call.evaluator, cls, Arguments((), given), call.line)


def relations_of(model: ModelInfo | None) -> list[Relation]:
    """A model's relations, inherited ones too."""
    if model is None:
        return []
    return [*model.relations.values(), *(one for parent in model.parents for one in relations_of(parent))]


NATIVES: Final[dict[str, Handler]] = {
    "builtins.__read_relations__": read_relations,
    "builtins.__read_listed__": read_listed,
    "builtins.__of_model__": of_model,
    "builtins.__fitting__": fitting,
    "builtins.__model_fields__": model_fields,
    "builtins.__shown_fields__": shown_fields,
    "builtins.__all_in__": all_in,
    "django.forms.models.model_to_dict": as_dict,
    "django.core.serializers.serialize": serialized,
    "django.core.serializers.base.Serializer.serialize": serialized,
}
