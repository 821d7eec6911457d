"""What does a schema load that is written as a dict of fields?  `Schema.from_dict({...})`, what webargs is told.

`@use_kwargs({"order": RowField(Order)})` hands over what each field makes of its input, under its name. webargs is told
by such a dict, a schema, the class of one, or a function that gives one for a request.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from boundary.link.calling.arguments import NO_ARGUMENTS, Arguments
from boundary.link.domain.joining import join
from boundary.link.domain.values import UNKNOWN, ClassAtom, Container, Function, Instance, Wrapped, by_age
from boundary.link.frameworks.marshmallow.fields import deserialized
from boundary.link.members import containers

if TYPE_CHECKING:
    from boundary.link.domain.values import Atom, Value
    from boundary.link.evaluator.evaluation import Evaluator
    from boundary.link.frameworks.protocol import Handler, NativeCall

SCHEMA: Final = "schema of a dict"
LOAD: Final = "marshmallow.schema of a dict.load"


def from_dict(call: NativeCall) -> Value:
    """`Schema.from_dict({"order": RowField(Order)})`."""
    fields = frozenset(atom for atom in call.first if _is_dict(atom))
    return call.atoms.wrapped(SCHEMA, fields) if fields else UNKNOWN


def call_wrapped(evaluator: Evaluator, atom: Wrapped, arguments: Arguments, line: int) -> Value | None:
    """An object of the class that was made."""
    del evaluator, arguments, line
    return atom.alone if atom.kind == SCHEMA else None


def wrapped_attribute(evaluator: Evaluator, atom: Wrapped, name: str, line: int) -> Value | None:
    """`schema.load`."""
    del line
    if atom.kind != SCHEMA:
        return None
    return evaluator.atoms.native(LOAD, atom) if name in {"load", "loads"} else UNKNOWN


def loaded(call: NativeCall) -> Value:
    """`schema.load(data)`: what each field gives, under its name."""
    entries = [
        (call.atoms.constant(key), deserialized(call, key, field))
        for atom in by_age(call.receiver.inner)
        if isinstance(atom, Container)
        for key, field in atom.entries or ()
        if isinstance(key, str)
    ]
    return containers.make_dict(call.evaluator, entries) if entries else UNKNOWN


def parsed(call: NativeCall) -> Value:
    """`parser.parse(argmap, request)`."""
    return join(_parsed(call, atom) for atom in by_age(call.first)) or UNKNOWN


def _parsed(call: NativeCall, atom: Atom) -> Value:
    """What is loaded by what webargs is told."""
    given = call.arguments.get(1, "req") or UNKNOWN
    calls, line = call.interpreter.calls, call.line
    if isinstance(atom, Function):  # a schema for this request
        made = calls.call(call.evaluator, atom.alone, Arguments((given,)), line)
        return join(_parsed(call, one) for one in by_age(made) if not isinstance(one, Function))
    if _is_dict(atom):
        (atom,) = call.atoms.wrapped(SCHEMA, atom.alone)
    elif isinstance(atom, ClassAtom):
        made = calls.call(call.evaluator, atom.alone, NO_ARGUMENTS, line)
        return join(_parsed(call, one) for one in by_age(made) if isinstance(one, Instance))
    if not isinstance(atom, (Instance, Wrapped)):
        return UNKNOWN
    load = call.interpreter.attributes.get(call.evaluator, atom.alone, "load", line)
    return calls.call(call.evaluator, load, Arguments((given,)), line)


def _is_dict(atom: Atom) -> bool:
    return isinstance(atom, Container) and atom.kind == "dict" and bool(atom.entries)


NATIVES: Final[dict[str, Handler]] = {
    "marshmallow.Schema.from_dict": from_dict,
    LOAD: loaded,
    "webargs.core._parsed": parsed,
}
