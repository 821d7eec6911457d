"""What does a schema make of its input?  A dict of what its fields give, each under its name or its `attribute`.

`OrderSchema().load(data)` of a schema of no model is what its `post_load` makes of that dict. Fields that only show are
left out; keys that no field declares may be there, too.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from boundary.link.calling.arguments import Arguments
from boundary.link.domain.joining import join
from boundary.link.domain.values import UNKNOWN, Instance
from boundary.link.frameworks.skeletons import members_in
from boundary.link.members import containers
from boundary.link.syntax.kinds import ASSIGN, CALL, CONSTANT

if TYPE_CHECKING:
    from collections.abc import Hashable

    from boundary.link.definitions.symbols import ClassInfo
    from boundary.link.domain.values import Value
    from boundary.link.frameworks.protocol import NativeCall

FIELD: Final = "marshmallow.fields.Field"
METHOD: Final = "marshmallow.fields.Method"


def loaded_fields(call: NativeCall, schema: Instance) -> Value:
    """What the fields of a schema load, as a dict; nothing is known where it has none of its own."""
    kind = call.interpreter.library_class(FIELD)
    fields = members_in(call.interpreter, schema.cls, [kind]) if kind is not None else {}
    entries: list[tuple[Value, Value]] = []
    for name, field in fields.items():
        told = written(call, schema.cls, name)
        if told.get("dump_only") is not True:
            key = told.get("attribute")
            value = _method(call, schema, field, told) or deserialized(call, name, field)
            entries.append((call.atoms.constant(key if isinstance(key, str) else name), value))
    return containers.make_dict(call.evaluator, entries, UNKNOWN) if entries else UNKNOWN


def deserialized(call: NativeCall, name: str, field: Value) -> Value:
    """What a field makes of its input."""
    given = Arguments((UNKNOWN, call.atoms.constant(name), UNKNOWN))
    deserialize = call.interpreter.attributes.get(call.evaluator, field, "deserialize", call.line)
    return call.interpreter.calls.call(call.evaluator, deserialize, given, call.line) or UNKNOWN


def _method(call: NativeCall, schema: Instance, field: Value, told: dict[str, Hashable]) -> Value:
    """What a method of the schema gives for a field: `total = Method(deserialize="load_total")`."""
    name = told.get("deserialize")
    if not isinstance(name, str) or not any(isinstance(one, Instance) and one.cls.dotted == METHOD for one in field):
        return join(())
    method = call.interpreter.attributes.get(call.evaluator, schema.alone, name, call.line)
    return call.interpreter.calls.call(call.evaluator, method, Arguments((UNKNOWN,)), call.line)


def written(call: NativeCall, schema: ClassInfo, name: str) -> dict[str, Hashable]:
    """The constants that a field is made with, by the names of the arguments."""
    found: dict[str, Hashable] = {}
    for cls in call.interpreter.classes.mro(schema):
        for one in cls.bindings.get(name, ()):
            node = one.statement.value if type(one.statement) is ASSIGN else None
            for keyword in node.keywords if type(node) is CALL else ():
                if keyword.name and type(keyword.value) is CONSTANT:
                    found.setdefault(keyword.name, keyword.value.value)
        if name in cls.bindings:
            break
    return found
