"""What do methods of strings give?  Pieces and holes, so that names made of texts can be followed."""

from __future__ import annotations

import re
from itertools import takewhile
from typing import TYPE_CHECKING, Final

from boundary.link.domain import texts
from boundary.link.domain.asking import is_constant, strings
from boundary.link.domain.values import BOTTOM, UNKNOWN, Constant, Container, Pattern, by_age
from boundary.link.evaluator import operators
from boundary.link.members import containers

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from boundary.link.domain.values import Atom, Value
    from boundary.link.frameworks.protocol import Handler, NativeCall

BLANK: Final = frozenset(" \n\t")
SUBQUERY: Final = re.compile(r"\bselect\b.+\bfrom\b|\bjoin\b", re.IGNORECASE | re.DOTALL)
"""What a part of a statement says where it mentions a table."""


def joined(call: NativeCall) -> Value:
    """`", ".join(parts)`: a string with holes where the parts are not known.

    Of a list that branches have filled each in its way, the first parts are known as far as they are the same; where
    they are conditions of a statement, all of them may be there.
    """
    receiver = call.receiver
    separator = receiver.value if isinstance(receiver, Constant) else None
    rows = [_row(atom) for atom in call.first]
    if (None in rows or len(rows) > 1) and isinstance(separator, str) and BLANK & set(separator):
        conditions = _conditions(call.first)
        if conditions:
            return texts.concatenated(call.atoms, _between(call.atoms.constant(separator), conditions))
    if (None in rows or len(rows) > 1) and separator == "" and (words := _words(call.first)):
        return texts.concatenated(call.atoms, words)
    parts = _shared([row for row in rows if row is not None])
    if None in rows or not (parts or len(rows) == 1) or not isinstance(separator, str):
        call.interpreter.items.iterate(call.evaluator, call.first, call.line)
        return UNKNOWN
    pieces = _between(call.atoms.constant(separator), list(parts))
    if len(rows) > 1:
        if parts and BLANK & set(separator):  # what follows is a word of its own
            pieces.append(call.atoms.constant(separator))
        pieces.append(UNKNOWN)
    return texts.concatenated(call.atoms, pieces)


def _row(atom: Atom) -> tuple[Value, ...] | None:
    """What is joined, where it is known one by one."""
    if isinstance(atom, Container) and atom.kind == "generator":
        return atom.entries
    return containers.members(atom.alone)


def _between(separator: Value, parts: list[Value]) -> list[Value]:
    """Parts with a separator between each two."""
    pieces: list[Value] = []
    for index, part in enumerate(parts):
        if index:
            pieces.append(separator)
        pieces.append(part)
    return pieces


def _conditions(value: Value) -> list[Value]:
    """All that one of several lists holds, or one that many branches have filled, where it mentions a table."""
    held: dict[Value, None] = {}
    for atom in by_age(value):
        for one in by_age(atom.element) if isinstance(atom, Container) else ():
            held[one.alone if isinstance(one, (Constant, Pattern)) else UNKNOWN] = None
    texts_in = [text for one in held for atom in one for text in _known(atom)]
    return list(held) if any(SUBQUERY.search(text) for text in texts_in) else []


def _words(value: Value) -> list[Value]:
    """The same of parts that keep their blanks themselves: `"".join(parts)` of `"SELECT ..."`, `" AND a = 1"`."""
    held: dict[Value, None] = {}
    for atom in sorted(by_age(value), key=lambda one: -len(_row(one) or ())):
        members = _row(atom)
        if members is None and isinstance(atom, Container):
            members = tuple([one.alone for one in by_age(atom.element)])
        for one in [one for member in members or () for one in by_age(member)]:
            held[one.alone if isinstance(one, (Constant, Pattern)) else UNKNOWN] = None
    pieces = [(one, known) for one in held for atom in one if (known := _known(atom))]
    begins = [one for one, known in pieces if known[0][:1] not in BLANK and known[-1][-1:] not in BLANK]
    if len(begins) > 1 or not any(SUBQUERY.search(text) for _, known in pieces for text in known):
        return []
    return [*begins, *(one for one in held if one not in begins)]


def _known(atom: Atom) -> list[str]:
    """What is known of a text."""
    if isinstance(atom, Pattern):
        return [piece for piece in atom.pieces if piece is not None]
    return [atom.value] if isinstance(atom, Constant) and isinstance(atom.value, str) else []


def _shared(rows: list[tuple[Value, ...]]) -> tuple[Value, ...]:
    """The members with which all of these lists begin."""
    if len(rows) == 1:
        return rows[0]
    return tuple(ones[0] for ones in takewhile(lambda ones: len(set(ones)) == 1, zip(*rows, strict=False)))


def formatted(call: NativeCall) -> Value:
    """`template.format(...)`."""
    keywords = containers.make_dict(
        call.evaluator, [(call.atoms.constant(name), value) for name, value in call.arguments.keywords.items()]
    )
    receiver = call.receiver.alone if isinstance(call.receiver, (Constant, Pattern)) else UNKNOWN
    given = [operators.spelled(call.evaluator, one, call.line) for one in (*call.arguments.positional, keywords)]
    return texts.formatted(call.atoms, receiver, given)


def formatted_by(call: NativeCall) -> Value:
    """`template.format_map(values)`."""
    receiver = call.receiver.alone if isinstance(call.receiver, (Constant, Pattern)) else UNKNOWN
    return texts.formatted(call.atoms, receiver, [call.first])


def divided(method: Callable[..., Iterable[str]], kind: str) -> Handler:
    """`"app.Model".split(".")`, `path.rpartition(".")`: the parts of a constant."""

    def handler(call: NativeCall) -> Value:
        receiver, given = call.receiver, plain_arguments(call)
        if not isinstance(receiver, Constant) or not isinstance(receiver.value, str) or given is None:
            return UNKNOWN
        try:
            parts = method(receiver.value, *given[0], **given[1])
        except (TypeError, ValueError):  # what would fail in the program, too
            return UNKNOWN
        return containers.make(call.evaluator, kind, [call.atoms.constant(part) for part in parts])

    return handler


def plain_arguments(call: NativeCall) -> tuple[list[object], dict[str, object]] | None:
    """The arguments of a call as Python's own values, where all of them are constants; None where any is not."""
    arguments = call.arguments
    values = [*arguments.positional, *arguments.keywords.values()]
    if arguments.rest or arguments.others or not all(is_constant(each) for each in values):
        return None
    return [_plain(one) for one in arguments.positional], {
        name: _plain(one) for name, one in arguments.keywords.items()
    }


def _plain(value: Value) -> object:
    return next(atom.value for atom in value if isinstance(atom, Constant))


def trimmed(method: Callable[[str, str], str]) -> Handler:
    """`name.removesuffix("Form")` of a constant."""

    def handler(call: NativeCall) -> Value:
        receiver, parts = call.receiver, strings(call.first)
        if len(parts) != 1 or len(call.first) != 1:
            return UNKNOWN
        if isinstance(receiver, Constant) and isinstance(receiver.value, str):
            return call.atoms.constant(method(receiver.value, parts[0]))
        return UNKNOWN

    return handler


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
        return call.receiver.alone
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


def consists(test: Callable[[str], bool]) -> Handler:
    """`text.isalnum()` of a constant."""

    def handler(call: NativeCall) -> Value:
        receiver = call.receiver
        if not isinstance(receiver, Constant) or not isinstance(receiver.value, str):
            return UNKNOWN
        return call.atoms.constant(test(receiver.value))

    return handler


def replaced(call: NativeCall) -> Value:
    """`text.replace("?", "%s")`."""
    old, new = (strings(call.arguments.get(position, "") or BOTTOM) for position in (0, 1))
    if len(old) != 1 or not old[0]:
        return UNKNOWN
    if len(new) == 1:
        return changed(call, lambda piece: piece.replace(old[0], new[0]))
    parts = call.receiver.alone if isinstance(call.receiver, Pattern) else UNKNOWN
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


def told(call: NativeCall) -> Value:
    """`print(order)`, `logger.info("paid: %s", order)`: each object says itself."""
    for value in call.arguments.positional:
        operators.spelled(call.evaluator, value, call.line)
    return call.atoms.none


CONSISTING: Final = (str.isalnum, str.isalpha, str.isascii, str.isdigit, str.isidentifier, str.isspace)
LEVELS: Final = ("info", "warning", "warn", "error", "exception", "critical", "fatal")
"""What a logger is told of by most settings: `debug` is for few."""
NATIVES: Final[dict[str, Handler]] = {
    "builtins.print": told,
    **{f"{logger}.{level}": told for logger in ("logging", "logging.getLogger()") for level in LEVELS},
    "builtins.str": text_of,
    "builtins.repr": text_of,
    "builtins.format": text_of,
    "str.format": formatted,
    "str.format_map": formatted_by,
    "str.join": joined,
    "str.split": divided(str.split, "list"),
    "str.rsplit": divided(str.rsplit, "list"),
    "str.splitlines": divided(str.splitlines, "list"),
    "str.partition": divided(str.partition, "tuple"),
    "str.rpartition": divided(str.rpartition, "tuple"),
    "str.removeprefix": trimmed(str.removeprefix),
    "str.removesuffix": trimmed(str.removesuffix),
    "str.encode": recoded,
    "str.decode": recoded,
    "str.lower": text(str.lower),
    "str.upper": text(str.upper),
    "str.strip": stripped,
    "str.lstrip": stripped,
    "str.rstrip": stripped,
    "str.startswith": tested(str.startswith),
    "str.endswith": tested(str.endswith),
    **{f"str.{test.__name__}": consists(test) for test in CONSISTING},
    "str.replace": replaced,
    "str.title": text(str.title),
    "str.capitalize": text(str.capitalize),
}
