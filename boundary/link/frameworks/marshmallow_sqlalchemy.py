"""What does `schema.load(data)` give?  A new object of the schema's model, or the instance that it fills."""

from __future__ import annotations

from typing import TYPE_CHECKING

from boundary.link.frameworks.sqlalchemy_models import mappings
from boundary.link.frameworks.sqlalchemy_rows import ANY_NAME
from boundary.link.values import UNKNOWN, ClassAtom, Instance, join

if TYPE_CHECKING:
    from boundary.link.frameworks.protocol import Handler, NativeCall
    from boundary.link.symbols import ClassInfo
    from boundary.link.values import Value


def loaded(call: NativeCall) -> Value:
    """`load(data, session=..., instance=...)`: version 3 gives the object, version 2 a result whose `data` it is."""
    schema = call.receiver
    if not isinstance(schema, Instance):
        return UNKNOWN
    held = call.arguments.get(-1, "instance")
    if held is None:
        held = call.interpreter.attributes.get(call.evaluator, frozenset((schema,)), "instance", call.line)
    given = frozenset(atom for atom in held if isinstance(atom, Instance))
    call.interpreter.attributes.set(call.evaluator, given, ANY_NAME, UNKNOWN, call.line)
    made = (
        []
        if given == held and given
        else [call.atoms.instance(cls, stored=False) for cls in models_of(call, schema.cls)]
    )
    value = join([given, *made])
    if not value:
        return UNKNOWN
    result = call.interpreter.library_class("marshmallow.UnmarshalResult")
    if result is None:
        return value
    loaded_ = call.atoms.instance(result, site=("made", "load", value))
    call.interpreter.attributes.set(call.evaluator, loaded_, "data", value, call.line)
    return value | loaded_


def models_of(call: NativeCall, schema: ClassInfo) -> list[ClassInfo]:
    """The mapped classes that `Meta.model` names."""
    _, meta = call.interpreter.classes.lookup(schema, "Meta")
    found: list[ClassInfo] = []
    for atom in meta:
        if isinstance(atom, ClassAtom):
            _, model = call.interpreter.classes.lookup(atom.cls, "model")
            found.extend(one.cls for one in mappings(call.interpreter).of_value(model))
    return found


NATIVES: dict[str, Handler] = {"marshmallow_sqlalchemy.ModelSchema.load": loaded}
