"""What is a copy with other values in it?  An object like the one that was copied, which holds those as well.

`dataclasses.replace(job, order=order)`, `attrs.evolve(...)`, `copy.replace(...)`, `pair._replace(left=order)`.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from boundary.link.calling.arguments import Arguments
from boundary.link.domain.values import UNKNOWN, Instance
from boundary.link.members import containers

if TYPE_CHECKING:
    from collections.abc import Iterable

    from boundary.link.domain.values import ClassAtom, Value
    from boundary.link.evaluator.interpreter import Interpreter
    from boundary.link.frameworks.protocol import Handler, NativeCall

OF_TUPLES: Final = frozenset({"_replace", "_asdict"})


def replacer(interpreter: Interpreter, atom: Instance, name: str) -> Value | None:
    """`pair._replace` of a named tuple, and `pair._asdict`."""
    if name not in OF_TUPLES or not interpreter.objects.is_named_tuple(atom.cls):
        return None
    return interpreter.atoms.native(f"named tuple.{name}", atom)


def maker(interpreter: Interpreter, atom: ClassAtom, name: str) -> Value | None:
    """`Pair._make` of a named tuple."""
    made_so = name == "_make" and interpreter.objects.is_named_tuple(atom.cls)
    return interpreter.atoms.native("named tuple._make", atom) if made_so else None


def made_of(call: NativeCall) -> Value:
    """`Pair._make(row)`: a pair of the members."""
    members = containers.members(call.first)
    given = Arguments(members) if members is not None else Arguments((), {}, _members(call))
    return call.interpreter.objects.instantiate(call.evaluator, call.receiver.cls, given, call.line)


def _members(call: NativeCall) -> Value:
    return call.interpreter.items.iterate(call.evaluator, call.first, call.line)


def changed(call: NativeCall, value: Value, held: Iterable[tuple[str, Value]]) -> Value:
    """The value, in whose attributes these are stored; `__replace__` of the project makes its own."""
    given = Arguments((), dict(held))
    made = call.interpreter.objects.method(call.evaluator, value, "__replace__", call.line, given)
    if made:
        return made
    for name, one in given.keywords.items():
        call.interpreter.stores.set(call.evaluator, value, name, one, call.line, own=False)
    return value


def replaced(call: NativeCall) -> Value:
    """`dataclasses.replace(job, order=order)`."""
    return changed(call, call.first, call.arguments.keywords.items())


def replaced_itself(call: NativeCall) -> Value:
    """`pair._replace(left=order)`."""
    receiver = call.receiver
    return changed(call, receiver.alone, call.arguments.keywords.items()) if isinstance(receiver, Instance) else UNKNOWN


def as_dict(call: NativeCall) -> Value:
    """`pair._asdict()`: what it holds, by name."""
    atom = call.receiver
    parts = call.interpreter.objects.parts(call.evaluator, atom, call.line)
    names = [call.atoms.constant(name) for name in call.interpreter.objects.fields(atom.cls)]
    return containers.make_dict(call.evaluator, list(zip(names, parts or (), strict=False)))


NATIVES: Final[dict[str, Handler]] = {
    **dict.fromkeys(("dataclasses.replace", "copy.replace", "msgspec.structs.replace"), replaced),
    **dict.fromkeys(("attr.evolve", "attr.assoc", "attrs.evolve"), replaced),
    "named tuple._make": made_of,
    "named tuple._replace": replaced_itself,
    "named tuple._asdict": as_dict,
}
