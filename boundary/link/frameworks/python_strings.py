"""What do methods of strings give?  Pieces and holes, so that names made of texts can be followed."""

from __future__ import annotations

from typing import TYPE_CHECKING

from boundary.link import containers, texts
from boundary.link.values import BOTTOM, UNKNOWN, Constant, Pattern, strings

if TYPE_CHECKING:
    from collections.abc import Callable

    from boundary.link.frameworks.protocol import Handler, NativeCall
    from boundary.link.values import Value


def joined(call: NativeCall) -> Value:
    """`", ".join(parts)`: a string with holes where the parts are not known."""
    receiver = call.receiver
    parts = containers.members(call.first)
    separator = receiver.value if isinstance(receiver, Constant) else None
    if parts is None or not isinstance(separator, str):
        call.interpreter.objects.iterate(call.evaluator, call.first, call.line)
        return UNKNOWN
    pieces: list[Value] = []
    for index, part in enumerate(parts):
        if index:
            pieces.append(call.atoms.constant(separator))
        pieces.append(part)
    return texts.concatenated(call.atoms, pieces)


def formatted(call: NativeCall) -> Value:
    """`template.format(...)`."""
    keywords = containers.make_dict(
        call.evaluator, [(call.atoms.constant(name), value) for name, value in call.arguments.keywords.items()]
    )
    receiver = frozenset((call.receiver,)) if isinstance(call.receiver, (Constant, Pattern)) else UNKNOWN
    return texts.formatted(call.atoms, receiver, [*call.arguments.positional, keywords])


def split_text(call: NativeCall) -> Value:
    """`"app.Model".split(".")`: the parts of a constant."""
    receiver = call.receiver
    separators = strings(call.arguments.get(0, "sep") or BOTTOM)
    if isinstance(receiver, Constant) and isinstance(receiver.value, str) and not call.arguments.positional[1:]:
        parts = receiver.value.split(separators[0] if separators else None)
        return containers.make(call.evaluator, "list", [call.atoms.constant(part) for part in parts])
    return UNKNOWN


def text(change: Callable[[str], str]) -> Handler:
    """A method of strings that can be computed on a constant."""

    def handler(call: NativeCall) -> Value:
        receiver = call.receiver
        if isinstance(receiver, Constant) and isinstance(receiver.value, str) and not list(call.arguments.every()):
            return call.atoms.constant(change(receiver.value))
        return UNKNOWN

    return handler


NATIVES: dict[str, Handler] = {
    "str.format": formatted,
    "str.join": joined,
    "str.split": split_text,
    "str.lower": text(str.lower),
    "str.upper": text(str.upper),
    "str.strip": text(str.strip),
    "str.title": text(str.title),
    "str.capitalize": text(str.capitalize),
}
