"""Which texts, and which lists of them, does a migration write out?  Its names stand for what they were given last.

`TABLE = "orders"`, `f'DROP TABLE "{old}"'`, `"ALTER TABLE %s ..." % TABLE`, `sa.text(statement)`. What is made of
anything else is not known.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from boundary.link.syntax.kinds import (
    ASSIGN,
    ATTRIBUTE,
    CALL,
    CONSTANT,
    DISPLAY,
    FORMAT,
    MAPPING,
    NAME,
    OPERATION,
    STARRED,
)
from boundary.link.syntax.walking import last_name
from boundary.model import code

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

Constants = dict[str, code.Expression]
"""The values of names, as they are written: a module's own, a class's and a function's."""

UNKNOWN: Final = code.Constant(None)
"""What a name stands for that is made of more than is written out."""
LONGEST: Final = 200_000
"""What has more characters, or more items, is not put together: no statement is so long."""
DEEPEST: Final = 20
TEXTS: Final = frozenset({"text", "dedent", "strip", "DDL", "f", "quoted_name"})
"""Functions and methods whose first argument is the text."""
ORDERED: Final = frozenset({"list", "tuple", "set", "frozenset", "sorted", "reversed"})
_HOLE: Final = re.compile(r"%%|%s|%\((\w+)\)s")
_FIELD: Final = re.compile(r"\{\{|\}\}|\{(\w*)\}")


def constants_of(body: Iterable[code.Statement]) -> Constants:
    """What the names of a module or of a class are given at its end."""
    found: Constants = {}
    for statement in body:
        assign(statement, found)
    return found


def assign(statement: code.Statement, known: Constants) -> None:
    """Tell the names what a statement gives them."""
    if type(statement) is ASSIGN and statement.value is not None:
        for target in statement.targets:
            bind(target, statement.value, known)


def bind(target: code.Expression, value: code.Expression | None, known: Constants) -> None:
    """Give a value to a name, or the parts of one to several: `old, new = "basket", "orders"`."""
    if type(target) is NAME:
        known[target.id] = closed(value, known) if value is not None else UNKNOWN
    elif type(target) is DISPLAY:
        held = resolved(value, known) if value is not None else None
        items = held.items if type(held) is DISPLAY and len(held.items) == len(target.items) else ()
        for number, one in enumerate(target.items):
            bind(one, items[number] if items else None, known)


def closed(value: code.Expression, known: Constants) -> code.Expression:
    """A value that means the same when its names are given something else."""
    text = text_of(value, known)
    if text is not None:
        return code.Constant(text)
    value = resolved(value, known)
    if type(value) is OPERATION:
        items = items_of(value, known)
        return code.Display("list", items) if items is not None else UNKNOWN
    return UNKNOWN if type(value) is FORMAT or type(value) is NAME else value


def resolved(value: code.Expression, known: Constants) -> code.Expression:
    """What a name stands for; everything else is itself."""
    for _ in range(DEEPEST):
        if type(value) is not NAME or value.id not in known:
            break
        value = known[value.id]
    return value


def text_of(value: code.Expression, known: Constants, depth: int = 0) -> str | None:
    """The one text that an expression is; None where it is none, or not known."""
    value = resolved(value, known)
    if type(value) is CONSTANT:
        return value.value if isinstance(value.value, str) else None
    if depth > DEEPEST:
        return None
    if type(value) is CALL and type(value.function) is ATTRIBUTE and value.function.name == "format":
        items = [_spelled(one, known, depth) for one in value.arguments]
        named = {one.name: _spelled(one.value, known, depth) for one in value.keywords if one.name}
        return _filled(_FIELD, text_of(value.function.value, known, depth + 1), items, named)
    if type(value) is CALL:
        first = value.arguments[0] if value.arguments and last_name(value.function) in TEXTS else None
        return text_of(first, known, depth + 1) if first is not None else None
    parts: Iterable[code.Expression] = ()
    if type(value) is FORMAT:
        parts = value.parts
    elif type(value) is OPERATION and value.operator == "+":
        parts = value.operands
    elif type(value) is OPERATION and value.operator == "%":
        return _of_percent(value, known, depth)
    texts = [_spelled(one, known, depth) for one in parts]
    told = [one for one in texts if one is not None]
    return "".join(told) if told and len(told) == len(texts) and sum(map(len, told)) <= LONGEST else None


def _spelled(value: code.Expression, known: Constants, depth: int) -> str | None:
    """A piece of a text: another text, or a number."""
    number = resolved(value, known)
    if type(number) is CONSTANT and type(number.value) is int:
        return str(number.value)
    return text_of(value, known, depth + 1)


def _of_percent(value: code.Operation, known: Constants, depth: int) -> str | None:
    """`"ALTER TABLE %s RENAME TO %s" % (old, new)`, `"DROP TABLE %(name)s" % {"name": name}`."""
    template, given = text_of(value.operands[0], known, depth + 1), resolved(value.operands[1], known)
    if type(given) is MAPPING:
        keys = [_spelled(one, known, depth) if one is not None else None for one in given.keys]
        values = [_spelled(one, known, depth) for one in given.values]
        named = {key: one for key, one in zip(keys, values, strict=True) if key is not None}
        return _filled(_HOLE, template, [], named)
    items = given.items if type(given) is DISPLAY else (given,)
    return _filled(_HOLE, template, [_spelled(one, known, depth) for one in items], {})


def _filled(
    holes: re.Pattern[str], template: str | None, items: list[str | None], named: dict[str, str | None]
) -> str | None:
    """A text with its holes filled; None where what one is filled with is not known, or it is of another kind."""
    told: list[str] = []
    at = number = 0
    for hole in holes.finditer(template or ""):
        told.append((template or "")[at : hole.start()])
        at = hole.end()
        if hole[0] in {"%%", "{{", "}}"}:
            told.append(hole[0][0])
            continue
        name = hole[1] or str(number)
        number += 1
        place = int(name) if name.isdecimal() else len(items)
        piece = items[place] if place < len(items) else named.get(name)
        if piece is None:
            return None
        told.append(piece)
    if template is None or sum(map(len, told)) > LONGEST:
        return None
    return "".join((*told, template[at:]))


def texts_of(value: code.Expression, known: Constants, depth: int = 0) -> Iterator[str]:
    """The texts that an expression is made of: one text, or lists of them; of a tuple in one, a statement's."""
    text = text_of(value, known)
    if text is not None:
        yield text
        return
    value = resolved(value, known)
    if type(value) is not DISPLAY or depth > DEEPEST:
        return
    first = value.kind == "tuple" and depth > 0  # a statement with its parameters
    for item in value.items[:1] if first else value.items:
        yield from texts_of(item, known, depth + 1)


def items_of(value: code.Expression, known: Constants, depth: int = 0) -> tuple[code.Expression, ...] | None:
    """What a loop goes through, item by item: a list, the keys or the pairs of a dict; None where it is not known."""
    value = resolved(value, known)
    if depth > DEEPEST:
        return None
    if type(value) is DISPLAY:
        return None if any(type(one) is STARRED for one in value.items) else value.items
    if type(value) is MAPPING:
        return _of_mapping(value, "keys")
    if type(value) is OPERATION and value.operator == "+":
        parts = [items_of(one, known, depth + 1) for one in value.operands]
        told = [one for part in parts if part is not None for one in part]
        return tuple(told) if None not in parts and len(told) <= LONGEST else None
    if type(value) is not CALL:
        return None
    if type(value.function) is ATTRIBUTE and not value.arguments:
        holder = resolved(value.function.value, known)
        return _of_mapping(holder, value.function.name) if type(holder) is MAPPING else None
    if type(value.function) is NAME and value.function.id in ORDERED and value.arguments:
        items = items_of(value.arguments[0], known, depth + 1)
        return tuple(reversed(items)) if items is not None and value.function.id == "reversed" else items
    return None


def _of_mapping(value: code.Mapping, what: str) -> tuple[code.Expression, ...] | None:
    keys = [one for one in value.keys if one is not None]
    if len(keys) < len(value.keys):
        return None
    if what == "items":
        return tuple([code.Display("tuple", pair) for pair in zip(keys, value.values, strict=True)])
    return tuple(keys) if what == "keys" else value.values if what == "values" else None
