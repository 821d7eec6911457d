"""What do methods of strings give?  Pieces and holes, so that names made of texts can be followed."""

from __future__ import annotations

from typing import TYPE_CHECKING

from boundary.link import containers, operators, texts
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
    given = [operators.spelled(call.evaluator, one, call.line) for one in (*call.arguments.positional, keywords)]
    return texts.formatted(call.atoms, receiver, given)


def split_text(call: NativeCall) -> Value:
    """`"app.Model".split(".")`: the parts of a constant."""
    receiver = call.receiver
    separators = strings(call.arguments.get(0, "sep") or BOTTOM)
    if isinstance(receiver, Constant) and isinstance(receiver.value, str) and not call.arguments.positional[1:]:
        parts = receiver.value.split(separators[0] if separators else None)
        return containers.make(call.evaluator, "list", [call.atoms.constant(part) for part in parts])
    return UNKNOWN


def text(change: Callable[[str], str]) -> Handler:
    """A method of strings that can be computed on a constant, and on the pieces that are known of a string."""

    def handler(call: NativeCall) -> Value:
        return changed(call, change) if not list(call.arguments.every()) else UNKNOWN

    return handler


def changed(call: NativeCall, change: Callable[[str], str]) -> Value:
    """The receiver of a call, changed."""
    receiver = call.receiver
    if isinstance(receiver, Constant) and isinstance(receiver.value, str):
        return call.atoms.constant(change(receiver.value))
    if isinstance(receiver, Pattern):
        return call.atoms.pattern(tuple(None if piece is None else change(piece) for piece in receiver.pieces))
    return UNKNOWN


def stripped(call: NativeCall) -> Value:
    """`text.strip()`; what holes hold at the ends of a string is not known, and does not matter."""
    if isinstance(call.receiver, Pattern):
        return frozenset((call.receiver,))
    return text(str.strip)(call) or UNKNOWN


def recoded(call: NativeCall) -> Value:
    """`text.encode()`, `.decode()`: bytes say what their text says."""
    return changed(call, lambda text: text)


def tested(test: Callable[[str, str], bool]) -> Handler:
    """`text.startswith("a")` of a constant."""

    def handler(call: NativeCall) -> Value:
        receiver, parts = call.receiver, strings(call.first)
        if not isinstance(receiver, Constant) or len(parts) != len(call.first) or not parts:
            return UNKNOWN
        answers = {test(str(receiver.value), part) for part in parts}
        return call.atoms.constant(answers.pop()) if len(answers) == 1 else UNKNOWN

    return handler


def replaced(call: NativeCall) -> Value:
    """`text.replace("?", "%s")`."""
    old, new = (strings(call.arguments.get(position, "") or BOTTOM) for position in (0, 1))
    if len(old) != 1 or not old[0]:
        return UNKNOWN
    if len(new) == 1:
        return changed(call, lambda piece: piece.replace(old[0], new[0]))
    parts = frozenset((call.receiver,)) if isinstance(call.receiver, Pattern) else UNKNOWN
    if isinstance(call.receiver, Constant) and isinstance(call.receiver.value, str):
        pieces = [call.atoms.constant(piece) for piece in call.receiver.value.split(old[0])]
        between: list[Value] = [pieces[0]]
        for piece in pieces[1:]:
            between.extend((UNKNOWN, piece))
        return texts.concatenated(call.atoms, between)
    return parts


def text_of(call: NativeCall) -> Value:
    """`str(x)`: a constant as text; objects of the project say it themselves."""
    return texts.concatenated(call.atoms, [operators.spelled(call.evaluator, call.first, call.line)])


NATIVES: dict[str, Handler] = {
    "builtins.str": text_of,
    "builtins.repr": text_of,
    "builtins.format": text_of,
    "str.format": formatted,
    "str.join": joined,
    "str.split": split_text,
    "str.encode": recoded,
    "str.decode": recoded,
    "str.lower": text(str.lower),
    "str.upper": text(str.upper),
    "str.strip": stripped,
    "str.lstrip": stripped,
    "str.rstrip": stripped,
    "str.startswith": tested(str.startswith),
    "str.endswith": tested(str.endswith),
    "str.replace": replaced,
    "str.title": text(str.title),
    "str.capitalize": text(str.capitalize),
}
