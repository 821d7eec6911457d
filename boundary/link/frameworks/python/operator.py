"""What do the functions of `operator` make?  Functions that get an attribute, an item, or call a method."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from boundary.link.domain.asking import strings
from boundary.link.domain.joining import join
from boundary.link.domain.values import BOTTOM, UNKNOWN
from boundary.link.evaluator import operations
from boundary.link.members import containers

if TYPE_CHECKING:
    from boundary.link.calling.arguments import Arguments
    from boundary.link.domain.values import Value
    from boundary.link.frameworks.protocol import Handler, NativeCall


def getter(kind: str) -> Handler:
    """`attrgetter("a.b")`, `itemgetter("a", "b")`, `methodcaller("save", force=True)`."""

    def handler(call: NativeCall) -> Value:
        return call.atoms.native(f"operator.{kind}()", call.arguments)

    return handler


def attributes(call: NativeCall) -> Value:
    """`attrgetter("a.b", "c")(x)`: the attribute, of several a tuple."""
    found: list[Value] = []
    for name in call.receiver.positional:
        value = call.first
        paths = strings(name)
        for part in paths[0].split(".") if len(paths) == 1 else ():
            value = call.interpreter.attributes.get(call.evaluator, value, part, call.line)
        found.append(value if len(paths) == 1 else UNKNOWN)
    return found[0] if len(found) == 1 else containers.make(call.evaluator, "tuple", found)


def items(call: NativeCall) -> Value:
    """`itemgetter("a", "b")(x)`: the item, of several a tuple."""
    found = [containers.subscript(call.evaluator, call.first, key, call.line) for key in call.receiver.positional]
    return found[0] if len(found) == 1 else containers.make(call.evaluator, "tuple", found)


def called(call: NativeCall) -> Value:
    """`methodcaller("save", force=True)(x)`."""
    given: Arguments = call.receiver
    rest = given.behind_first()
    methods = [
        call.interpreter.attributes.get(call.evaluator, call.first, name, call.line)
        for name in strings(given.get(0, "name") or BOTTOM)
    ]
    return call.interpreter.calls.call(call.evaluator, join(methods), rest, call.line) or UNKNOWN


def item(call: NativeCall) -> Value:
    """`operator.getitem(orders, key)`."""
    return containers.subscript(call.evaluator, call.first, call.arguments.get(1, "") or UNKNOWN, call.line)


def between(sign: str) -> Handler:
    """`operator.or_(a, b)`, `operator.ior(a, b)`: the operator itself."""

    def handler(call: NativeCall) -> Value:
        values = [call.first, call.arguments.get(1, "") or UNKNOWN]
        return operations.applied(call.evaluator, sign, values, call.line)

    return handler


SIGNS: Final = {"add": "+", "and_": "&", "concat": "+", "mul": "*", "or_": "|", "sub": "-", "xor": "^"}
SIGNS_IN_PLACE: Final = {f"i{name.rstrip('_')}": sign for name, sign in SIGNS.items()}
NATIVES: Final[dict[str, Handler]] = {
    **{f"operator.{name}": between(sign) for name, sign in {**SIGNS, **SIGNS_IN_PLACE}.items()},
    "operator.getitem": item,
    "operator.attrgetter": getter("attrgetter"),
    "operator.itemgetter": getter("itemgetter"),
    "operator.methodcaller": getter("methodcaller"),
    "operator.attrgetter()": attributes,
    "operator.itemgetter()": items,
    "operator.methodcaller()": called,
}
