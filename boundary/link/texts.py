"""Which text do pieces make?  F-strings, `%` and `format`: what is known of a string, with holes where it is not."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from boundary.link import containers
from boundary.link.values import ANY, BOTTOM, UNKNOWN, Constant, Pattern, join

if TYPE_CHECKING:
    from boundary.link.atoms import Atoms
    from boundary.link.values import Atom, Value

JOINED_PIECES = 4
STRING_LIMIT = 20_000
PLACEHOLDER = re.compile(r"%(?:\((\w+)\))?[sdifrx]|\{(\w*)(?:![rsa])?(?::[^{}]*)?\}")


def concatenated(atoms: Atoms, values: list[Value]) -> Value:
    """The strings that pieces make in a row; several alternatives for a piece give several strings."""
    results: list[list[str | None]] = [[]]
    for value in values:
        options = [_pieces(atom) for atom in value] or [[None]]
        if len(options) * len(results) > JOINED_PIECES:
            options = [[None]]
        results = [[*result, *option] for result in results for option in options]
    return join(_string(atoms, pieces) for pieces in results)


def _pieces(atom: object) -> list[str | None]:
    if isinstance(atom, Constant) and atom.value is not None and not isinstance(atom.value, float):
        return [str(atom.value)]
    if isinstance(atom, Pattern):
        return list(atom.pieces)
    return [None]


def _string(atoms: Atoms, pieces: list[str | None]) -> Value:
    merged: list[str | None] = []
    for piece in pieces:
        if piece is not None and merged and merged[-1] is not None:
            merged[-1] += piece
        elif piece is not None or not merged or merged[-1] is not None:
            merged.append(piece)
    if not merged:
        return atoms.constant("")
    if sum(len(piece) for piece in merged if piece) > STRING_LIMIT:
        return UNKNOWN
    if len(merged) == 1 and merged[0] is not None:
        return atoms.constant(merged[0])
    return atoms.pattern(tuple(merged)) if any(merged) else UNKNOWN


def formatted(atoms: Atoms, template: Value, arguments: list[Value]) -> Value:
    """`template % arguments` and `template.format(*arguments)`: placeholders become pieces or holes."""
    return join(_fill(atoms, atom, arguments) for atom in template) or UNKNOWN


def _fill(atoms: Atoms, atom: Atom, arguments: list[Value]) -> Value:
    """A template with `%s` or `{}` placeholders, filled with constants where the arguments are constant."""
    if isinstance(atom, Pattern):
        return atom.alone
    if not isinstance(atom, Constant) or not isinstance(atom.value, str):
        return BOTTOM if atom is not ANY else UNKNOWN
    pieces: list[str | None] = []
    end, index = 0, 0
    for match in PLACEHOLDER.finditer(atom.value):
        pieces.append(atom.value[end : match.start()])
        pieces.append(_argument(arguments, index, match.group(1) or match.group(2) or ""))
        end, index = match.end(), index + 1
    pieces.append(atom.value[end:])
    merged: list[str | None] = []
    for piece in pieces:
        if piece is not None and merged and merged[-1] is not None:
            merged[-1] += piece
        elif piece != "":
            merged.append(piece)
    if all(piece is not None for piece in merged):
        return atoms.constant("".join(piece or "" for piece in merged))
    return atoms.pattern(tuple(merged))


def _argument(arguments: list[Value], index: int, name: str) -> str | None:
    value: Value | None = None
    if name and not name.isdigit():
        for argument in arguments:
            held = containers.pairs(argument)
            if held is not None and name in held:
                value = held[name]
    else:
        position = int(name) if name else index
        value = arguments[position] if position < len(arguments) else None
    if value is not None and len(value) == 1:
        (atom,) = value
        if isinstance(atom, Constant) and isinstance(atom.value, (str, int)):
            return str(atom.value)
    return None


def is_text(atom: Constant | Pattern) -> bool:
    """Whether a constant or a pattern is a string."""
    return isinstance(atom, Pattern) or isinstance(atom.value, str)
