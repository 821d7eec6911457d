"""What does `collections.namedtuple` make?  A class whose objects hold what they are given, by name and by position."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from boundary.link.definitions.symbols import ClassInfo
from boundary.link.domain.asking import strings
from boundary.link.domain.values import UNKNOWN
from boundary.link.members import containers

if TYPE_CHECKING:
    from boundary.link.domain.values import Value
    from boundary.link.frameworks.protocol import Handler, NativeCall


def namedtuple(call: NativeCall) -> Value:
    """`namedtuple("Pair", "left right")`: one class for each name and list of fields in a module."""
    names = strings(call.first)
    fields = _fields(call.arguments.get(1, "field_names") or UNKNOWN)
    if len(names) != 1 or not fields:
        return call.atoms.external("collections.namedtuple()")
    module = call.evaluator.module
    held: dict[object, ClassInfo] = call.interpreter.frameworks.state.setdefault("named tuples", {})
    key = module.name, names[0], fields
    if key not in held:
        held[key] = ClassInfo(names[0], names[0], module, None, None, None, {})
        held[key].data["fields"] = fields
    return call.atoms.class_(held[key])


def _fields(value: Value) -> tuple[str, ...]:
    """The names of the fields, from a text or a list; none where they are not all known."""
    members = containers.members(value)
    if members is None:
        texts = strings(value)
        return tuple(texts[0].replace(",", " ").split()) if len(texts) == len(value) == 1 else ()
    names = [strings(one) for one in members]
    return tuple(one[0] for one in names) if all(len(one) == 1 for one in names) else ()


NATIVES: Final[dict[str, Handler]] = {"collections.namedtuple": namedtuple}
