"""Which text do pieces make?  F-strings, `%` and `format`: what is known of a string, with holes where it is not."""

from __future__ import annotations

import re
from math import prod
from typing import TYPE_CHECKING, Final

from boundary.link.calling.text_parts import TABLE
from boundary.link.domain.asking import is_unknown
from boundary.link.domain.joining import WIDEST, join, shared_start
from boundary.link.domain.values import BOTTOM, UNKNOWN, Constant, Pattern
from boundary.link.members import containers

if TYPE_CHECKING:
    from collections.abc import Sequence

    from boundary.link.domain.atoms import Atoms
    from boundary.link.domain.values import Atom, Value

JOINED_PIECES: Final = 4
"""So many strings are made of pieces that vary; of one that varies alone, as many as a value has alternatives."""
NAMED_TABLES: Final = 16
"""So many strings are made where a piece names a table: each is about another one."""
STRING_LIMIT: Final = 20_000
PLACEHOLDER: Final = re.compile(r"%(?:\((\w+)\))?[sdifrx]|\{(\w*)(?:![rsa])?(?::[^{}]*)?\}")


def concatenated(atoms: Atoms, values: list[Value], written: Sequence[str] = ()) -> Value:
    """The strings that pieces make in a row; several alternatives for a piece give several strings.

    Where they would be too many, the first pieces keep theirs; where a statement names one of several tables, that
    piece alone does. What is `written` the same way twice (`FROM {table} WHERE {table}.id`) is the same both times.
    """
    row = [[pieces_of(atom) for atom in value] or [[None]] for value in values]
    again = _repeated(values, written)
    varying = [len(options) for index, options in enumerate(row) if len(options) > 1 and index not in again]
    most = WIDEST if len(varying) == 1 else JOINED_PIECES
    if prod(varying) > most:
        row = _fewer(row, again)
    results: list[list[list[str | None]]] = [[]]
    for index, options in enumerate(row):
        first = again.get(index)
        if first is None:
            results = [[*result, option] for result in results for option in options]
        else:
            results = [[*result, result[first]] for result in results]
    return join(_string(atoms, [piece for option in result for piece in option]) for result in results)


def _repeated(values: list[Value], written: Sequence[str]) -> dict[int, int]:
    """The pieces that are written as one before them is, and where that one stands."""
    found: dict[int, int] = {}
    first: dict[str, int] = {}
    for index, name in enumerate(written):
        if name and len(values[index]) > 1:
            at = first.setdefault(name, index)
            if at != index and values[at] == values[index]:
                found[index] = at
    return found


def _fewer(row: list[list[list[str | None]]], again: dict[int, int]) -> list[list[list[str | None]]]:
    """The same row with a hole for each piece that would make too many strings, behind what all of it begins with."""
    tables = {index for index, options in enumerate(row) if len(options) > 1 and index and _names_table(row[index - 1])}
    tables |= {again[index] for index in tables if index in again}
    kept: list[list[list[str | None]]] = []
    strings = 1
    for index, options in enumerate(row):
        if index in again:
            kept.append(kept[again[index]])
            continue
        apart = not tables or index in tables
        most = NAMED_TABLES if index in tables else JOINED_PIECES
        fits = len(options) == 1 or (apart and strings * len(options) <= most)
        kept.append(options if fits else [_stem(options)])
        strings *= len(kept[-1])
    return kept


def _stem(options: list[list[str | None]]) -> list[str | None]:
    """What several texts begin with, and a hole: an `UPDATE` that grows still names its table."""
    starts = [option[0] for option in options if option and option[0] is not None]
    words = shared_start(starts) if len(starts) == len(options) else ""
    return [words, None] if words else [None]


def _names_table(before: list[list[str | None]]) -> bool:
    """Whether a table is named behind a piece that is known: `... from `."""
    text = before[0][-1] if len(before) == 1 and before[0] else None
    return text is not None and TABLE.search(text) is not None


def pieces_of(atom: object) -> list[str | None]:
    """What an atom is as a part of a text: the pieces of one, None for each hole and for what is not known."""
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
    """A template with `%s` or `{}` placeholders, filled with what is known of the arguments.

    Where something in the template is not known, it may hold placeholders, too: only those with names are filled.
    """
    if isinstance(atom, Pattern):
        filled: list[Value] = []
        written: list[str] = []
        for piece in atom.pieces:
            parts, names = ([UNKNOWN], [""]) if piece is None else _parts(atoms, piece, arguments, named=True)
            filled += parts
            written += names
        return concatenated(atoms, filled, written)
    if not isinstance(atom, Constant) or not isinstance(atom.value, str):
        return UNKNOWN if is_unknown(atom) else BOTTOM
    return concatenated(atoms, *_parts(atoms, atom.value, arguments, named=False))


def _parts(atoms: Atoms, template: str, arguments: list[Value], *, named: bool) -> tuple[list[Value], list[str]]:
    """What stands in a row in a template: its own text, and what its placeholders are given, with their names."""
    found: list[Value] = []
    names: list[str] = []
    end, index = 0, 0
    for match in PLACEHOLDER.finditer(template):
        name = match.group(1) or match.group(2) or ""
        if named and (not name or name.isdigit()):
            continue
        found.extend((atoms.constant(template[end : match.start()]), _argument(arguments, index, name)))
        names.extend(("", name))
        end, index = match.end(), index + 1
    found.append(atoms.constant(template[end:]))
    return found, [*names, ""]


def _argument(arguments: list[Value], index: int, name: str) -> Value:
    value: Value | None = None
    named = bool(name) and not name.isdigit()
    if named:
        for argument in arguments:
            held = containers.pairs(argument)
            if held is not None and name in held:
                value = held[name]
    else:
        position = int(name) if name else index
        value = arguments[position] if position < len(arguments) else None
    if not value:
        return UNKNOWN
    spelled = frozenset(atom for atom in value if isinstance(atom, (Constant, Pattern)) and is_spelled(atom))
    if len(spelled) == len(value):
        return value
    # of a dict that has been through other hands, more may be known than that anything may stand there
    return spelled | UNKNOWN if named and spelled else UNKNOWN


def is_spelled(atom: Constant | Pattern) -> bool:
    """Whether it is known how a constant or a pattern stands in a text: a whole number does, too."""
    return isinstance(atom, Pattern) or isinstance(atom.value, (str, int))


def is_text(atom: Constant | Pattern) -> bool:
    """Whether a constant or a pattern is a string."""
    return isinstance(atom, Pattern) or isinstance(atom.value, str)
