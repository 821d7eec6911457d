"""What does a schema compute of what it shows?  Its methods, functions and own fields are handed each object.

Every other field shows an attribute, or what a path of them leads to (`String(attribute="customer.name")`).

    total = fields.Method("get_total")
    few = fields.Function(lambda order: len(order.notes))
    own = OwnField()  # of the project, with a `_serialize`

So it is with the schemas that it nests, and what they are dumped from. Fields that only load are left out, those that
`Meta` leaves out, and all of a schema that is only made with `only=`.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final, NamedTuple

from boundary.link.calling.arguments import NO_ARGUMENTS, Arguments
from boundary.link.definitions.symbols import ClassInfo  # noqa: TC001 - a compiled tuple looks the classes of its fields up
from boundary.link.domain.asking import strings
from boundary.link.domain.joining import join
from boundary.link.domain.values import ANY, BOTTOM, ClassAtom, Container, Function, Instance, by_age
from boundary.link.frameworks.marshmallow.fields import FIELD, METHOD, written
from boundary.link.frameworks.skeletons import members_in
from boundary.link.frameworks.sqlalchemy.flushed import objects_in
from boundary.link.members import containers
from boundary.link.syntax.kinds import ASSIGN, CALL
from boundary.link.syntax.walking import given
from boundary.model import code  # noqa: TC001 - as above

if TYPE_CHECKING:
    from boundary.link.domain.values import Atom, Value
    from boundary.link.frameworks.protocol import NativeCall

SCHEMA: Final = "marshmallow.Schema"
MODEL_SCHEMA: Final = "marshmallow_sqlalchemy.ModelSchema"
FUNCTION: Final = "marshmallow.fields.Function"
DEEPEST: Final = 3
"""Schemas are followed so deep into one another, which may nest one another in a circle."""


class Place(NamedTuple):
    """Where a field is made: the class that has it, and the call."""

    owner: ClassInfo
    made: code.Call


def compute(call: NativeCall, schema: Instance, rows: Value, depth: int = 0) -> None:
    """Run what a schema computes of the objects that it is handed."""
    kind = call.interpreter.library_class(FIELD)
    fields = members_in(call.interpreter, schema.cls, [kind]) if kind is not None and rows else {}
    for name in _shown(call, schema, list(fields)):
        told = written(call, schema.cls, name)
        if told.get("load_only") is True:
            continue
        place = place_of(call, schema.cls, name)
        source = told.get("attribute")
        for atom in fields[name]:
            if isinstance(atom, Instance):
                _field(call, schema, atom, place, source if isinstance(source, str) else name, rows, depth)


def _field(  # noqa: PLR0913, PLR0917 - one field, spelled out
    call: NativeCall, schema: Instance, field: Instance, place: Place | None, source: str, rows: Value, depth: int
) -> None:
    """Run what one field computes."""
    get = call.interpreter.attributes.get
    if field.cls.dotted in {METHOD, FUNCTION}:
        found = _argument(call, place, "serialize") if place is not None else BOTTOM
        for method in strings(found) if field.cls.dotted == METHOD else ():
            found = get(call.evaluator, schema.alone, method, call.line)
        functions = frozenset(one for one in found if isinstance(one, Function))
        call.interpreter.calls.call(call.evaluator, functions, Arguments((rows,)), call.line)
        return
    value = rows
    for name in source.split("."):
        value = get(call.evaluator, value, name, call.line)
    owner, _ = call.interpreter.classes.lookup(field.cls, "_serialize")
    if owner is not None and not owner.library:
        handed = Arguments((value, call.atoms.constant(source), rows))
        serialize = get(call.evaluator, field.alone, "_serialize", call.line)
        call.interpreter.calls.call(call.evaluator, serialize, handed, call.line)
    elif place is not None and depth < DEEPEST:
        for inner in nested_in(call, place):
            compute(call, inner, rows_of(call, value), depth + 1)


def rows_of(call: NativeCall, value: Value) -> Value:
    """The objects in what is dumped, one by one."""
    found: set[Atom] = set()
    for atom in objects_in(value):
        held = (
            atom.alone
            if not atom.cls.library
            else call.interpreter.items.iterate(call.evaluator, atom.alone, call.line)
        )
        found.update(one for one in held if isinstance(one, Instance) and not one.cls.library)
    return frozenset(found)


def nested_in(call: NativeCall, place: Place) -> list[Instance]:
    """The schemas of `Nested(LineSchema, many=True)`, `List(Nested(LineSchema()))`."""
    node = place.made
    while node.arguments and type(node.arguments[0]) is CALL and not _is_schema(call, place, node):
        node = node.arguments[0]
    if not node.arguments:
        return []
    return schemas_in(call, call.interpreter.class_evaluator(place.owner).evaluate(node.arguments[0]))


def schemas_in(call: NativeCall, value: Value) -> list[Instance]:
    """The schemas that a field is told: `LineSchema`, `LineSchema()`, `lambda: LineSchema()`, "LineSchema"."""
    found: list[Instance] = []
    for atom in by_age(value):
        if isinstance(atom, ClassAtom) and not atom.cls.library:
            found.extend(one for one in call.atoms.instance(atom.cls) if isinstance(one, Instance))
        elif isinstance(atom, Instance) and not atom.cls.library:
            found.append(atom)
        elif isinstance(atom, Function):
            made = call.interpreter.calls.call(call.evaluator, atom.alone, NO_ARGUMENTS, call.line)
            found.extend(schemas_in(call, frozenset(one for one in made if isinstance(one, (ClassAtom, Instance)))))
    for text in strings(value):
        found.extend(schemas_in(call, _named(call, text)))
    return found


def _named(call: NativeCall, text: str) -> Value:
    """The schemas of a name: marshmallow keeps all classes by theirs."""
    kind, classes = call.interpreter.library_class(SCHEMA), call.interpreter.classes
    named = [
        cls
        for cls in call.interpreter.program.classes
        if cls.name == text.rpartition(".")[2] and not cls.library and kind is not None and classes.derives(cls, kind)
    ]
    return join(call.atoms.class_(cls) for cls in named)


def _is_schema(call: NativeCall, place: Place, node: code.Call) -> bool:
    """Whether what a field is made of is a schema: `Nested(LineSchema())`, not the field of a list."""
    kind = call.interpreter.library_class(SCHEMA)
    held = call.interpreter.class_evaluator(place.owner).evaluate(node.arguments[0])
    classes = call.interpreter.classes
    return kind is not None and any(isinstance(one, Instance) and classes.derives(one.cls, kind) for one in held)


def place_of(call: NativeCall, schema: ClassInfo, name: str) -> Place | None:
    """Where a field of a schema is made."""
    owner, _ = call.interpreter.classes.lookup(schema, name)
    for one in owner.bindings.get(name, ()) if owner is not None else ():
        node = one.statement.value if type(one.statement) is ASSIGN else None
        if type(node) is CALL and owner is not None:
            return Place(owner, node)
    return None


def _argument(call: NativeCall, place: Place, name: str) -> Value:
    """The first argument of a field, or the one of a name."""
    node = given(place.made, 0, name)
    return call.interpreter.class_evaluator(place.owner).evaluate(node) if node is not None else BOTTOM


def _may_be_any(call: NativeCall, schema: Instance, only: Value) -> bool:
    """Whether `only=` may name any field of a schema that shows its model by itself: a list that is put together."""
    if not call.interpreter.classes.is_subclass(schema.cls, MODEL_SCHEMA):
        return False
    return any(not isinstance(one, Container) or ANY in one.element for one in only)


def _shown(call: NativeCall, schema: Instance, names: list[str]) -> list[str]:
    """The fields that neither `Meta` nor `only=` leaves out."""
    _, meta = call.interpreter.classes.lookup(schema.cls, "Meta")
    lookup = call.interpreter.classes.lookup
    said = [lookup(atom.cls, "fields")[1] for atom in meta if isinstance(atom, ClassAtom)]
    left_out = [lookup(atom.cls, "exclude")[1] for atom in meta if isinstance(atom, ClassAtom)]
    only = call.interpreter.attributes.get(call.evaluator, schema.alone, "only", call.line)
    if ANY not in only and not call.atoms.none <= only and not _may_be_any(call, schema, only):
        said.append(only)  # which these are is not known: the texts of a call are not kept
    for value in said:
        told = containers.texts_in(value)
        names = [name for name in names if not value or name in told]
    return [name for name in names if not any(name in containers.texts_in(value) for value in left_out)]
