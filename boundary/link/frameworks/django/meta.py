"""What do the fields that `Model._meta` lists mean to generic code?  Names, models, the pairs that they save.

`for field in instance._meta.many_to_many: field.save_form_data(instance, data[field.name])` writes the link tables of
the instance's model, and `field.value_from_object(instance)` reads them. `get_fields()` lists the relations, and those
that point here, which say of themselves what they are (`one_to_many`, `auto_created`, `on_delete.__name__`), beside
columns, of which no more is said than their classes, and that they point at nothing. Nothing is said of `fields`: code
that lists those picks some by their class, and the rows at which the others point are not touched. Methods of the
project's own classes of fields run, each knowing the name of its field.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from boundary.link.calling.arguments import NO_ARGUMENTS
from boundary.link.domain.asking import strings, truth
from boundary.link.domain.joining import join
from boundary.link.domain.values import UNKNOWN, Wrapped
from boundary.link.frameworks.django.forms import relations_of
from boundary.link.frameworks.django.managers import manager_for
from boundary.link.frameworks.django.models import GENERIC_KEY, models
from boundary.link.frameworks.django.related import REPLACED, link
from boundary.link.members.picking import COLUMN, FIELD, RULE, class_of_field

if TYPE_CHECKING:
    from boundary.link.definitions.symbols import ClassInfo
    from boundary.link.domain.values import Value
    from boundary.link.evaluator.evaluation import Evaluator
    from boundary.link.frameworks.django.model_info import ModelInfo, Relation
    from boundary.link.frameworks.protocol import Handler, NativeCall

GET_FIELDS: Final = "django.db.models.options.get_fields"
GET_FIELD: Final = "django.db.models.options.get_field"
MANY: Final = frozenset({"many_to_many", "local_many_to_many"})
REVERSE: Final = frozenset({"related_objects"})
FLAGS: Final = frozenset(
    {"one_to_one", "one_to_many", "many_to_one", "many_to_many", "is_relation", "auto_created", "concrete", "null"}
)
NOTHING: Final = frozenset(
    {"is_relation", "one_to_one", "one_to_many", "many_to_one", "many_to_many", "related_model", "remote_field", "rel"}
)
"""What is false or nothing of a column."""
HELD: Final = "value_from_object"


def listed(evaluator: Evaluator, model: ModelInfo, name: str) -> Value | None:
    """What `_meta.<name>` lists or finds; None where it has nothing to do with fields."""
    if name in MANY:
        held = [(one, True) for one in relations_of(model) if one.kind == "m2m"]
        return _list(evaluator, held)
    if name == "get_field":
        return evaluator.atoms.native(GET_FIELD, model)
    if name == "get_fields":
        return evaluator.atoms.native(GET_FIELDS, model)
    if name in REVERSE:
        return _list(evaluator, _pointing_at(model))
    return None


def found_by_name(call: NativeCall) -> Value:
    """`_meta.get_field("order")`: a relation by its name, or by the name that it has on the other model."""
    model = call.receiver
    names = strings(call.arguments.get(0, "field_name") or UNKNOWN)
    held = [(one, True) for one in relations_of(model) if one.name in names]
    held.extend((one, False) for one, _ in _pointing_at(model) if one.accessor in names)
    return join(call.atoms.wrapped(FIELD, UNKNOWN, one) for one in held) or UNKNOWN


def all_fields(call: NativeCall) -> Value:
    """`_meta.get_fields()`: the relations of a model, those of others that end at it, and its columns.

    Those of others that give this model no name are listed on demand (`include_hidden`).
    """
    model: ModelInfo = call.receiver
    hidden = call.arguments.get(1, "include_hidden")
    hidden_too = hidden is not None and truth(hidden) is not False
    ahead = [(one, True) for one in relations_of(model)]
    pointing = [one for one, _ in _pointing_at(model) if one.kind != "generic"]
    back = [(one, False) for one in pointing if one.accessor or hidden_too]
    fields = [call.atoms.wrapped(FIELD, UNKNOWN, one) for one in (*ahead, *back)]
    resolved = _all_resolved(call.evaluator, model)
    fields.extend([call.atoms.wrapped(COLUMN, UNKNOWN, one) for one in _columns(model)] if resolved else [UNKNOWN])
    return call.atoms.container("list", join(fields), tuple(fields))


def _columns(model: ModelInfo) -> dict[ClassInfo | None, None]:
    """The classes of the columns of a model and of those that it extends; None is that of the key that Django adds."""
    kinds: dict[ClassInfo | None, None] = {None: None}
    for held in model.lineage:
        kinds.update((spec.kind, None) for name, spec in held.fields.items() if name not in held.relations)
    return kinds


def _all_resolved(evaluator: Evaluator, model: ModelInfo) -> bool:
    """Whether it is known of all of a model's relations where they lead, so that its other fields are columns."""
    kind_of, derives = models(evaluator.interpreter).relation_kind, evaluator.interpreter.classes.is_subclass
    return all(
        name in model.relations or (kind_of(spec) is None and spec.kind and not derives(spec.kind, GENERIC_KEY))
        for name, spec in model.fields.items()
    ) and all(_all_resolved(evaluator, parent) for parent in model.parents)


def _pointing_at(model: ModelInfo) -> list[tuple[Relation, bool]]:
    """The relations of others that end at a model, or at one that it extends; each of them is named by its own end."""
    return [(one, False) for held in model.lineage for one in held.incoming if not one.source.abstract]


def _list(evaluator: Evaluator, relations: list[tuple[Relation, bool]]) -> Value:
    fields = [evaluator.atoms.wrapped(FIELD, UNKNOWN, one) for one in relations]
    kind = "list" if fields else "tuple"  # what lists none stays so: Django's own lists are not to be changed
    return evaluator.atoms.container(kind, join(fields), tuple(fields))


def wrapped_attribute(evaluator: Evaluator, atom: Wrapped, name: str, line: int) -> Value | None:
    """`field.name`, `field.related_model`, `field.save_form_data`, and what the field's class says itself."""
    if atom.kind == RULE:
        return evaluator.atoms.constant(atom.extra) if name == "__name__" else UNKNOWN
    if atom.kind == COLUMN:
        return evaluator.atoms.none if name in NOTHING else UNKNOWN
    return _of_relation(evaluator, atom, name, line) if atom.kind == FIELD else None


def _of_relation(evaluator: Evaluator, atom: Wrapped, name: str, line: int) -> Value:
    relation, forward = atom.extra
    if name == "name":
        named = relation.name if forward else relation.accessor
        return evaluator.atoms.constant(named) if named else UNKNOWN
    if name == "attname" and forward:
        return evaluator.atoms.constant(relation.attname)
    if name in {"related_model", "model"}:
        other = relation.target if forward is (name == "related_model") else relation.source
        return evaluator.atoms.class_(other.cls)
    if name in {"remote_field", "field"}:
        return evaluator.atoms.wrapped(FIELD, UNKNOWN, (relation, not forward))
    if name in {"related", "rel"}:  # of what stands on the class in its place; `field.rel` of Django before 2.0
        return evaluator.atoms.wrapped(FIELD, UNKNOWN, (relation, False))
    if name == "through" and relation.kind == "m2m":
        return evaluator.atoms.class_(models(evaluator.interpreter).through_class(relation))
    if name in FLAGS:
        return evaluator.atoms.constant(_flag(relation, name, forward=forward))
    if name == "on_delete":
        return _rule(evaluator, relation, forward=forward)
    if name in {"save_form_data", "get_accessor_name", "related_query_name", "get_queryset"}:
        return evaluator.atoms.native(f"django.db.models.fields.{name}", atom)
    return _of_its_class(evaluator, atom, name, line)


def _rule(evaluator: Evaluator, relation: Relation, *, forward: bool) -> Value:
    """What becomes of a row when the one that it points at is deleted: pairs of two rows have no such rule."""
    if relation.kind in {"fk", "o2o"}:
        return evaluator.atoms.wrapped(RULE, UNKNOWN, relation.spec.on_delete.removeprefix("DB_"))
    return UNKNOWN if forward or relation.kind == "generic" else evaluator.atoms.none


def _of_its_class(evaluator: Evaluator, atom: Wrapped, name: str, line: int) -> Value:
    """What the project's own class of fields adds to one, or says instead: methods that work on rows by its name."""
    kind = class_of_field(atom)
    owner = evaluator.interpreter.classes.lookup(kind, name)[0] if kind is not None else None
    if kind is None or owner is None or owner.library:
        return evaluator.atoms.native(f"django.db.models.fields.{name}", atom) if name == HELD else UNKNOWN
    (field,) = evaluator.atoms.instance(kind, site=atom.extra[0].spec)
    return evaluator.interpreter.attributes.of(evaluator, field, name, line) or UNKNOWN


def _flag(relation: Relation, name: str, *, forward: bool) -> bool:
    """What a field says that it is, seen from one end or from the other."""
    if name == "null":
        return relation.spec.nullable
    if name in {"auto_created", "concrete"}:
        return (name == "concrete" and relation.kind != "generic") is forward
    if relation.kind in {"o2o", "m2m"}:
        return name in {"is_relation", "one_to_one" if relation.kind == "o2o" else "many_to_many"}
    one = forward is (relation.kind == "fk")
    return name in {"is_relation", "many_to_one" if one else "one_to_many"}


def save_form_data(call: NativeCall) -> Value:
    """`field.save_form_data(instance, rows)`: a many-to-many field sets its pairs, others an attribute."""
    if isinstance(call.receiver, Wrapped):
        relation, forward = call.receiver.extra
        if forward and relation.kind == "m2m":
            with call.evaluator.implicit(call.line):
                for op in REPLACED:
                    link(call, relation, op, guessed=False)
    return call.atoms.none


def value_from_object(call: NativeCall) -> Value:
    """`field.value_from_object(instance)`: the list of the rows that a many-to-many field has, of others a column."""
    if not isinstance(call.receiver, Wrapped):
        return UNKNOWN
    relation, forward = call.receiver.extra
    if not forward or relation.kind != "m2m":
        return UNKNOWN
    interpreter, row = call.interpreter, call.arguments.get(0, "obj") or UNKNOWN
    held = interpreter.attributes.get(call.evaluator, row, relation.name, call.line)
    ask = interpreter.attributes.get(call.evaluator, held, "all", call.line)
    rows = interpreter.calls.call(call.evaluator, ask, NO_ARGUMENTS, call.line)
    return call.atoms.container("list", interpreter.items.iterate(call.evaluator, rows, call.line))


def accessor_name(call: NativeCall) -> Value:
    """`field.get_accessor_name()`: the attribute by which the rows that point here are found."""
    if not isinstance(call.receiver, Wrapped):
        return UNKNOWN
    relation, _ = call.receiver.extra
    return call.atoms.constant(relation.accessor) if relation.accessor else UNKNOWN


def query_name(call: NativeCall) -> Value:
    """`field.related_query_name()`: the name by which queries come back from the other end."""
    if not isinstance(call.receiver, Wrapped):
        return UNKNOWN
    relation: Relation = call.receiver.extra[0]
    model = relation.source.cls.name.lower()
    named = relation.accessor if relation.accessor != f"{model}_set" else model
    return call.atoms.constant(relation.spec.related_query_name or named or model)


def rows_at_the_end(call: NativeCall) -> Value:
    """`User.profile.get_queryset()`: the rows at the other end of what stands on a class for a relation to one."""
    if not isinstance(call.receiver, Wrapped):
        return UNKNOWN
    relation, forward = call.receiver.extra
    if relation.kind not in {"fk", "o2o"}:
        return UNKNOWN
    return manager_for(call.evaluator, (relation.target if forward else relation.source).cls)


NATIVES: Final[dict[str, Handler]] = {
    GET_FIELD: found_by_name,
    GET_FIELDS: all_fields,
    "django.db.models.fields.save_form_data": save_form_data,
    "django.db.models.fields.value_from_object": value_from_object,
    "django.db.models.fields.get_accessor_name": accessor_name,
    "django.db.models.fields.related_query_name": query_name,
    "django.db.models.fields.get_queryset": rows_at_the_end,
}
