"""What do the expressions of Django's templates say?  `order.lines.all|first:"x"`, and the tests of `{% if %}`."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from boundary.model import code
from boundary.model.templates import FILTERED, LOOKUP, TESTED

if TYPE_CHECKING:
    from collections.abc import Sequence

_WORD = re.compile(r"""(?:[^\s"']|"(?:[^"\\]|\\.)*"|'(?:[^'\\]|\\.)*'|["'])+""")
_OPERAND = re.compile(
    r"""\s*(?:(?P<text>_?\(?(?:"(?:[^"\\]|\\.)*"|'(?:[^'\\]|\\.)*')\)?)|(?P<path>[\w.+-]+))\s*""", re.DOTALL
)
_FILTER = re.compile(r"\|\s*(?P<name>\w+)\s*(?P<colon>:)?")
_KEYWORD = re.compile(r"(?P<name>\w+)=(?P<value>.+)", re.DOTALL)
_CONSTANTS = {"True": True, "False": False, "None": None, "true": True, "false": False, "none": None}
_NUMBER = re.compile(r"[+-]?\d+(?:\.\d*)?")
_COMPARISONS = frozenset({"==", "!=", "<", ">", "<=", ">=", "in", "is"})
LONGEST_CHAIN = 24
"""So many dots or filters are followed: what is longer was made to hurt."""
NOTHING = code.Constant(None)


def words(text: str) -> list[str]:
    """The arguments of a tag, as they are parted by spaces outside of strings."""
    return _WORD.findall(text)


def native(name: str, arguments: Sequence[code.Expression], line: int) -> code.Native:
    """Something that the linker knows by itself."""
    return code.Native(name, tuple(arguments), (), line)


def literal(text: str) -> str | None:
    """The string that an argument writes out, None for anything else."""
    inner = text.strip().removeprefix("_(").removesuffix(")")
    return inner[1:-1] if len(inner) > 1 and inner[0] == inner[-1] and inner[0] in "\"'" else None


def expression(text: str, line: int) -> code.Expression:
    """A variable or literal with its filters."""
    found = _OPERAND.match(text)
    if found is None:
        return NOTHING
    value = _operand(found, line)
    position = found.end()
    for _ in range(LONGEST_CHAIN):
        filtered = _FILTER.match(text, position)
        if filtered is None:
            break
        position = filtered.end()
        given = [code.Constant(filtered["name"]), value]
        argument = _OPERAND.match(text, position) if filtered["colon"] else None
        if argument is not None:
            given.append(_operand(argument, line))
            position = argument.end()
        value = native(FILTERED, given, line)
    return value


def _operand(found: re.Match[str], line: int) -> code.Expression:
    if found["text"] is not None:
        return code.Constant(literal(found["text"]) or "")
    path: str = found["path"]
    if path in _CONSTANTS:
        return code.Constant(_CONSTANTS[path])
    if _NUMBER.fullmatch(path):
        return code.Constant(float(path) if "." in path else int(path) if len(path) < 18 else None)  # noqa: PLR2004 - 64 bits
    first, *names = path.split(".")
    if not first.isidentifier() or len(names) > LONGEST_CHAIN:
        return NOTHING
    value: code.Expression = code.Name(first)
    for name in names:
        value = native(LOOKUP, (value, code.Constant(name)), line)
    return value if names else native(LOOKUP, (value,), line)


def arguments(given: list[str], line: int) -> tuple[tuple[code.Expression, ...], tuple[code.Keyword, ...]]:
    """The arguments of a tag by position, and those with a name."""
    positional: list[code.Expression] = []
    keywords: list[code.Keyword] = []
    for word in given:
        named = _KEYWORD.fullmatch(word)
        if named is not None and named["name"].isidentifier():
            keywords.append(code.Keyword(named["name"], expression(named["value"], line)))
        else:
            positional.append(expression(word, line))
    return tuple(positional), tuple(keywords)


def condition(given: list[str], line: int) -> code.Expression:
    """The test of an `{% if %}`: `or` binds least, then `and`, `not`, comparisons."""
    for operator in ("or", "and"):
        if operator in given:
            parts = _parted(given, operator)
            return code.Operation(operator, tuple(condition(part, line) for part in parts))
    negations = 0
    while negations < len(given) and given[negations] == "not":
        negations += 1
    if negations:
        inner = condition(given[negations:], line)
        return code.Operation("not", (inner,)) if negations % 2 else inner
    for index, word in enumerate(given):
        if word in _COMPARISONS and index:
            return _comparison(given, index, line)
    return native(TESTED, (expression(given[0], line) if given else NOTHING,), line)


def _comparison(given: list[str], index: int, line: int) -> code.Expression:
    operator, end = given[index], index
    rest = given[index + 1 :]
    if operator == "in" and given[index - 1] == "not":
        operator, end = "not in", index - 1
    elif operator == "is" and rest[:1] == ["not"]:
        operator, rest = "is not", rest[1:]
    left = expression(given[end - 1], line) if end else NOTHING
    right = expression(rest[0], line) if rest else NOTHING
    return code.Operation(operator, (left, right), line)


def _parted(given: list[str], operator: str) -> list[list[str]]:
    parts: list[list[str]] = [[]]
    for word in given:
        if word == operator:
            parts.append([])
        else:
            parts[-1].append(word)
    return parts
