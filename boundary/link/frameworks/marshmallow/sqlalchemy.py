"""What does `schema.load(data)` do and give?  Its hooks run; an object of the schema's model, new or given."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from boundary.link.calling.arguments import Arguments
from boundary.link.domain.asking import known, strings, truth
from boundary.link.domain.joining import join
from boundary.link.domain.values import BOTTOM, UNKNOWN, ClassAtom, Function, Instance
from boundary.link.frameworks.marshmallow.computed import MODEL_SCHEMA, compute, nested_in, place_of, rows_of
from boundary.link.frameworks.marshmallow.fields import loaded_fields
from boundary.link.frameworks.marshmallow.results import are_pairs, as_result
from boundary.link.frameworks.skeletons import decorated_names
from boundary.link.frameworks.sqlalchemy.flushed import ANY_NAME, mapping_of, objects_in, refreshed
from boundary.link.frameworks.sqlalchemy.models import mappings
from boundary.link.frameworks.sqlalchemy.results import read, stored
from boundary.link.members import containers
from boundary.link.syntax.kinds import ASSIGN, CALL, CONSTANT

if TYPE_CHECKING:
    from collections.abc import Collection

    from boundary.link.definitions.symbols import ClassInfo
    from boundary.link.domain.values import Value
    from boundary.link.frameworks.protocol import Handler, NativeCall
    from boundary.link.frameworks.sqlalchemy.mapping import Mapping
    from boundary.link.frameworks.sqlalchemy.related import Relation
    from boundary.link.syntax.scopes import Binding

LOADING: Final = ("pre_load", "validates_schema", "post_load")
NEWER: Final = "marshmallow_sqlalchemy.SQLAlchemySchema"
DUMPING: Final = ("pre_dump", "post_dump")
DEEPEST: Final = 3
"""Schemas are followed so deep into one another, which may nest one another in a circle."""


def run_hooks(call: NativeCall, schema: Instance, hooks: tuple[str, ...], data: Value = BOTTOM) -> Value:
    """The methods that carry a decorator of marshmallow run on the data; gives what the last kind of them returns."""
    module = call.interpreter.find_module("marshmallow")
    found: list[Value] = []
    for hook in hooks if module is not None else ():
        assert module is not None  # noqa: S101 - else there are no hooks
        decorators = call.interpreter.names.value(module, hook)
        wanted = {atom.function for atom in decorators if isinstance(atom, Function)}
        for name in decorated_names(call.interpreter, schema.cls, wanted):
            method = call.interpreter.attributes.get(call.evaluator, schema.alone, name, call.line)
            value = call.interpreter.calls.call(call.evaluator, method, Arguments((data or call.first,)), call.line)
            if hook == hooks[-1]:
                found.append(value)
    return join(found) or UNKNOWN


def plain_loaded(call: NativeCall) -> Value:
    """`load(data)` of a schema of no model: what its hooks make of what its fields give."""
    schema = call.receiver
    if not isinstance(schema, Instance):
        return UNKNOWN
    run_hooks(call, schema, LOADING[:1])
    data = loaded_fields(call, schema)
    made = run_hooks(call, schema, LOADING[1:], data)
    one = made if known(made) else data
    many = call.arguments.keywords.get("many")
    if many is None:
        many = call.interpreter.attributes.get(call.evaluator, schema.alone, "many", call.line)
    told = {truth(atom.alone) for atom in many}
    both = [call.atoms.container("list", one)] if True in told else []
    value = join([*both, *([one] if told != {True} else [])])
    return as_result(call, value) if are_pairs(call.interpreter) else value


def loaded(call: NativeCall) -> Value:
    """`load(data, session=..., instance=...)`: version 3 gives the object, version 2 a result whose `data` it is."""
    schema = call.receiver
    if not isinstance(schema, Instance):
        return UNKNOWN
    run_hooks(call, schema, LOADING)
    held = call.arguments.get(-1, "instance")
    if held is None:
        held = call.interpreter.attributes.get(call.evaluator, schema.alone, "instance", call.line)
    given = frozenset(atom for atom in held if isinstance(atom, Instance))
    call.interpreter.stores.set(call.evaluator, given, ANY_NAME, UNKNOWN, call.line)
    models = models_of(call, schema.cls)
    for relation in nested(call, schema.cls, models):
        if not relation.view_only:
            call.evaluator.touch(relation.target.table, "insert", call.line, confidence="inferred", because="cascade")
    made = [call.atoms.instance(one.cls, stored=False) for one in models if not given or given != held]
    value = join([given, *made])
    result = as_result(call, value)
    return (result if are_pairs(call.interpreter) else value | result) or UNKNOWN


def dumped(call: NativeCall) -> Value:
    """`schema.dump(order)`: its hooks run, and what it nests is read; what it gives is plain data, whose ever."""
    schema = call.receiver
    if isinstance(schema, Instance):
        run_hooks(call, schema, DUMPING)
        for atom in objects_in(call.first) if call.evaluator.expired else ():
            mapping = mapping_of(call.evaluator, atom)
            if mapping is not None:
                refreshed(call.evaluator, mapping, atom, call.line)
        models = models_of(call, schema.cls)
        for relation in shown(call, schema, models):
            read(call.evaluator, relation.reads | relation.target.loaded, call.line)
        rows = [found for atom in objects_in(call.first) if (found := mapping_of(call.evaluator, atom)) is not None]
        read_nested(call, schema.cls, list(dict.fromkeys([*models, *rows])))
        known_rows = rows_of(call, call.first) or join(stored(call.evaluator, one.cls) for one in models)
        compute(call, schema, known_rows)
    return call.atoms.external("marshmallow.Schema.dump()")


def read_nested(call: NativeCall, schema: ClassInfo, models: list[Mapping], depth: int = 0) -> None:
    """What a schema nests is read with what it is dumped from, and what the schemas nest that it nests.

    So is what the rows show by association proxies. Of what is no row (`Page(orders=orders)`), the schemas that are
    nested know their models themselves.
    """
    for relation in dict.fromkeys(nested(call, schema, models)):
        read(call.evaluator, relation.reads | relation.target.loaded, call.line)
        for inner in inner_schemas(call, schema, relation.name) if depth < DEEPEST else ():
            read_nested(call, inner, [relation.target], depth + 1)
    for relation in proxied(call, schema, models):
        read(call.evaluator, relation.reads | relation.target.loaded, call.line)
    for name in fields_of(call, schema) if not models and depth < DEEPEST else ():
        for inner in inner_schemas(call, schema, name):
            read_nested(call, inner, models_of(call, inner), depth + 1)


def inner_schemas(call: NativeCall, schema: ClassInfo, name: str) -> list[ClassInfo]:
    """The schemas of a field: `lines = Nested(LineSchema, many=True)`."""
    place = place_of(call, schema, name)
    return [one.cls for one in nested_in(call, place)] if place is not None else []


def nested(call: NativeCall, schema: ClassInfo, models: list[Mapping]) -> list[Relation]:
    """The relationships of a schema's model that the schema has fields for: `lines = Nested(LineSchema, many=True)`."""
    names = fields_of(call, schema)
    return [found for mapping in models for name in names if (found := mapping.relation(name)) is not None]


def proxied(call: NativeCall, schema: ClassInfo, models: list[Mapping]) -> list[Relation]:
    """The relationships behind association proxies that a schema has fields for: `note = auto_field()`."""
    found: list[Relation] = []
    for mapping in models:
        lines = [one.data.get("proxies", {}) for one in call.interpreter.classes.mro(mapping.cls)]
        specs = [held[name] for name in fields_of(call, schema) for held in lines if name in held]
        found += [one for spec in specs if (one := mapping.relation(spec.through)) is not None]
    return list(dict.fromkeys(found))


def fields_of(call: NativeCall, schema: ClassInfo) -> list[str]:
    """What the classes of a schema bind, and the attributes that fields stand for."""
    owners = [one for one in call.interpreter.classes.mro(schema) if not one.library]
    bound = [one for owner in owners for one in owner.bindings.items()]
    return sorted({one for name, held in bound for one in (name, *attributes(held))})


def shown(call: NativeCall, schema: Instance, models: list[Mapping]) -> list[Relation]:
    """The relationships that a schema shows by itself: all of its model that `Meta` and `only=` leave in.

    `SQLAlchemyAutoSchema` does so where it is told to. A constructor of the project's own may choose (`view="short"`).
    """
    newer = call.interpreter.classes.is_subclass(schema.cls, NEWER)
    if newer and truth(option(call, schema.cls, "include_relationships")) is not True:
        return []
    if not call.interpreter.classes.is_subclass(schema.cls, MODEL_SCHEMA):
        return []
    left_out = containers.members(option(call, schema.cls, "exclude")) or ()
    left_in = containers.members(option(call, schema.cls, "fields"))
    only = chosen(call, schema)
    return [
        relation
        for mapping in models
        for relation in mapping.all_relations()
        if relation.name not in {one for value in left_out for one in strings(value)}
        and (left_in is None or relation.name in {one for value in left_in for one in strings(value)})
        and (only is None or relation.name in only)
    ]


def chosen(call: NativeCall, schema: Instance) -> Collection[str] | None:
    """The fields that `only=` names; None for all, which a schema shows that nobody tells any.

    Where a constructor of the project's own tells it what is not known here, none is believed to be shown.
    """
    only = call.interpreter.attributes.get(call.evaluator, schema.alone, "only", call.line)
    if call.atoms.none <= only:
        return None
    told = containers.texts_in(only)
    owner, _ = call.interpreter.classes.lookup(schema.cls, "__init__")
    return told if told or owner is None or not owner.library else None


def option(call: NativeCall, schema: ClassInfo, name: str) -> Value:
    """What a schema's `Meta` says."""
    _, meta = call.interpreter.classes.lookup(schema, "Meta")
    found = [call.interpreter.classes.lookup(atom.cls, name)[1] for atom in meta if isinstance(atom, ClassAtom)]
    return join(found)


def attributes(bindings: list[Binding]) -> list[str]:
    """The attribute that a field stands for by another name: `rows = Nested(LineSchema, attribute="lines")`."""
    calls = [one.statement.value for one in bindings if type(one.statement) is ASSIGN]
    keywords = [keyword for call in calls if type(call) is CALL for keyword in call.keywords]
    return [
        one.value.value
        for one in keywords
        if one.name == "attribute" and type(one.value) is CONSTANT and isinstance(one.value.value, str)
    ]


def models_of(call: NativeCall, schema: ClassInfo) -> list[Mapping]:
    """The mapped classes that `Meta.model` names."""
    _, meta = call.interpreter.classes.lookup(schema, "Meta")
    found: list[Mapping] = []
    for atom in meta:
        if isinstance(atom, ClassAtom):
            _, model = call.interpreter.classes.lookup(atom.cls, "model")
            found.extend(mappings(call.interpreter).of_value(model))
    return found


NATIVES: Final[dict[str, Handler]] = {
    "marshmallow.Schema.load": plain_loaded,
    "marshmallow.Schema.loads": plain_loaded,
    "marshmallow.Schema.dump": dumped,
    "marshmallow_sqlalchemy.ModelSchema.load": loaded,
}
