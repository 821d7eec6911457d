"""What is a copy with other values in it?  An object like the one that was copied, which holds those as well.

`dataclasses.replace(job, order=order)`, `attrs.evolve(...)`, `copy.replace(...)`, `pair._replace(left=order)`.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from boundary.link.calling.arguments import Arguments
from boundary.link.domain.values import UNKNOWN, Instance

if TYPE_CHECKING:
    from collections.abc import Iterable

    from boundary.link.domain.values import Value
    from boundary.link.evaluator.interpreter import Interpreter
    from boundary.link.frameworks.protocol import Handler, NativeCall

NAMED: Final = "named tuple._replace"
BASE: Final = "typing.NamedTuple"


def replacer(interpreter: Interpreter, atom: Instance, name: str) -> Value | None:
    """`pair._replace` of a named tuple."""
    if name != "_replace":
        return None
    is_named = any("fields" in one.data or BASE in one.externals for one in interpreter.classes.mro(atom.cls))
    return interpreter.atoms.native(NAMED, atom) if is_named else None


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


NATIVES: Final[dict[str, Handler]] = {
    **dict.fromkeys(("dataclasses.replace", "copy.replace", "msgspec.structs.replace"), replaced),
    **dict.fromkeys(("attr.evolve", "attr.assoc", "attrs.evolve"), replaced),
    NAMED: replaced_itself,
}
