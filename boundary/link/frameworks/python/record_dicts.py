"""Which dict is a record turned into?  `asdict(order_data)`: its fields by name, those that it inherits too.

Of dataclasses, of attrs and of msgspec. Records in fields are dicts as well; what is in collections stays what it is.
`astuple(order_data)` is a tuple of the same.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from boundary.link.definitions.record_classes import fields_of, is_record
from boundary.link.domain.joining import join
from boundary.link.domain.values import UNKNOWN, ClassAtom, Instance, Wrapped
from boundary.link.members import containers

if TYPE_CHECKING:
    from boundary.link.definitions.symbols import ClassInfo
    from boundary.link.domain.values import Value
    from boundary.link.evaluator.evaluation import Evaluator
    from boundary.link.frameworks.protocol import Handler, NativeCall

FIELD: Final = "field of a record"
DEEPEST: Final = 1
"""Records in fields are dicts with known keys; what is deeper is a dict of which nothing is known."""


def as_dict(call: NativeCall) -> Value:
    """`asdict(order_data)`, `attrs.asdict(order_data, recurse=False)`."""
    return join(_dict_of(call, atom, DEEPEST) for atom in call.first if isinstance(atom, Instance)) or UNKNOWN


def as_tuple(call: NativeCall) -> Value:
    """`astuple(order_data)`; what records in its fields would be is not told."""
    found = [_values(call, atom, 0) for atom in call.first if isinstance(atom, Instance)]
    made = [containers.make(call.evaluator, "tuple", list(held.values())) if held else UNKNOWN for held in found]
    return join(made) or UNKNOWN


def _dict_of(call: NativeCall, atom: Instance, depth: int) -> Value:
    entries = [(call.atoms.constant(name), value) for name, value in _values(call, atom, depth).items()]
    return containers.make_dict(call.evaluator, entries) if entries else UNKNOWN


def _values(call: NativeCall, atom: Instance, depth: int) -> dict[str, Value]:
    """What the fields of a record hold, by their names in order."""
    names = _fields(call, atom.cls) if depth >= 0 and not atom.cls.library else []
    get = call.interpreter.attributes.get
    return {name: _plain(call, get(call.evaluator, atom.alone, name, call.line), depth) for name in names}


def _plain(call: NativeCall, value: Value, depth: int) -> Value:
    """What a field holds, records in it as dicts."""
    found = [_dict_of(call, atom, depth - 1) for atom in value if isinstance(atom, Instance) and is_record(atom.cls)]
    return join([*found, frozenset(atom for atom in value if not (isinstance(atom, Instance) and is_record(atom.cls)))])


def _fields(call: NativeCall, cls: ClassInfo) -> list[str]:
    """The names of the fields of a record, in order."""
    above = call.interpreter.classes.mro(cls)
    return [one.name for one in fields_of(cls, above) if is_record(one.owner) and not one.passed_on]


def fields(call: NativeCall) -> Value:
    """`dataclasses.fields(order_data)`, `attrs.fields(OrderData)`: what is known of each is its name."""
    classes = [atom.cls for atom in call.first if isinstance(atom, (ClassAtom, Instance))]
    names = _fields(call, classes[0]) if len(classes) == 1 and not classes[0].library else []
    held = [call.atoms.wrapped(FIELD, call.atoms.constant(name)) for name in names]
    return containers.make(call.evaluator, "tuple", held) if held else UNKNOWN


def wrapped_attribute(evaluator: Evaluator, atom: Wrapped, name: str, line: int) -> Value | None:
    """`field.name`."""
    del line
    if atom.kind != FIELD:
        return None
    return atom.inner if name == "name" else evaluator.atoms.external(f"dataclasses.Field.{name}")


NATIVES: Final[dict[str, Handler]] = {
    **dict.fromkeys(("dataclasses.asdict", "attr.asdict", "attrs.asdict", "msgspec.structs.asdict"), as_dict),
    **dict.fromkeys(("dataclasses.astuple", "attr.astuple", "attrs.astuple", "msgspec.structs.astuple"), as_tuple),
    **dict.fromkeys(("dataclasses.fields", "attr.fields", "attrs.fields", "msgspec.structs.fields"), fields),
}
