"""What do the expressions of templates say?  `order.lines.all|first:"x"`, `url("order", order.pk)`, tests of `if`."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from boundary.model import code
from boundary.model.templates import CALLED, FILTERED, LOOKUP, TESTED

if TYPE_CHECKING:
    from collections.abc import Sequence

_WORD = re.compile(r"""(?:[^\s"']|"(?:[^"\\]|\\.)*"|'(?:[^'\\]|\\.)*'|["'])+""")
_TEXT = r"""(?:"(?:[^"\\]|\\.)*"|'(?:[^'\\]|\\.)*')"""
_OPERAND = re.compile(rf"\s*(?:(?P<text>_\({_TEXT}\)|\({_TEXT}\)|{_TEXT})|(?P<path>[\w.+-]+))\s*", re.DOTALL)
_FILTER = re.compile(r"\|\s*(?P<name>\w+)\s*(?P<colon>:)?")
_DOT = re.compile(r"\s*\.\s*(?P<name>[A-Za-z_]\w*)")
_SIGN = re.compile(rf"{_TEXT}|" r"(?P<opening>[(\[{])|(?P<closing>[)\]}])|(?P<comma>,)", re.DOTALL)
_KEYWORD = re.compile(r"(?P<name>\w+)=(?P<value>.+)", re.DOTALL)
_CONSTANTS = {"True": True, "False": False, "None": None, "true": True, "false": False, "none": None}
_NUMBER = re.compile(r"[+-]?\d+(?:\.\d*)?")
_COMPARISONS = frozenset({"==", "!=", "<", ">", "<=", ">=", "in", "is"})
LONGEST_CHAIN = 24
"""So many dots or filters are followed: what is longer was made to hurt."""
DEEPEST_CALL = 6
"""Calls inside of calls that are followed."""
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


def expression(text: str, line: int, depth: int = DEEPEST_CALL) -> code.Expression:
    """A variable or literal, what Jinja calls with arguments, and filters."""
    found = _OPERAND.match(text)
    if found is None:
        return NOTHING
    value = _operand(found, line)
    position = found.end()
    for _ in range(LONGEST_CHAIN):
        filtered = _FILTER.match(text, position)
        if filtered is not None:
            value, position = _filtered(text, filtered, value, line, depth)
        elif text.startswith("(", position) and depth:
            value, position = _call(text, position, value, line, depth)
        elif (dot := _DOT.match(text, position)) is not None:
            value, position = native(LOOKUP, (value, code.Constant(dot["name"])), line), dot.end()
        else:
            break
    return value


def _filtered(
    text: str, filtered: re.Match[str], value: code.Expression, line: int, depth: int
) -> tuple[code.Expression, int]:
    """`value|name:argument`, Jinja's `value|name(argument)`, and where it ends."""
    position = filtered.end()
    given: list[code.Expression] = [code.Constant(filtered["name"]), value]
    argument = _OPERAND.match(text, position) if filtered["colon"] else None
    if argument is not None:
        given.append(_operand(argument, line))
        position = argument.end()
    elif text.startswith("(", position) and depth:
        written, position = _within(text, position + 1)
        positional, keywords = _arguments(written, line, depth)
        given.extend((*positional, *(one.value for one in keywords)))
    return native(FILTERED, given, line), position


def _arguments(written: list[str], line: int, depth: int) -> tuple[list[code.Expression], list[code.Keyword]]:
    positional: list[code.Expression] = []
    keywords: list[code.Keyword] = []
    for one in written:
        named = _KEYWORD.fullmatch(one.strip())
        if named is None:
            positional.append(expression(one, line, depth - 1))
        else:
            keywords.append(code.Keyword(named["name"], expression(named["value"], line, depth - 1)))
    return positional, keywords


def _call(text: str, position: int, value: code.Expression, line: int, depth: int) -> tuple[code.Expression, int]:
    """`value(argument, name=argument)`, and where it ends; without arguments it is what a dot does anyway."""
    given, end = _within(text, position + 1)
    positional, keywords = _arguments(given, line, depth)
    if not positional and not keywords:
        return value, end
    held = value.arguments if isinstance(value, code.Native) and value.name == LOOKUP else (value,)
    holder, name = held if len(held) > 1 else (held[0], NOTHING)
    written = code.Constant(_written(holder, name))
    return code.Native(CALLED, (holder, name, written, *positional), tuple(keywords), line), end


def _written(holder: code.Expression, name: code.Expression) -> str:
    """What is called, where it is written as a name or two."""
    if not isinstance(holder, code.Name) or not isinstance(name, code.Constant):
        return ""
    return holder.id if name.value is None else f"{holder.id}.{name.value}"


def signature(text: str, line: int) -> tuple[str, tuple[code.Parameter, ...]]:
    """The name and the parameters of a macro: `row(order, kind="small")`; no name where it is none of Jinja's."""
    name, opened, _ = text.partition("(")
    if not opened or not name.strip().isidentifier():
        return "", ()
    written, _ = _within(text, len(name) + 1)
    found: list[code.Parameter] = []
    for one in written:
        parameter, equals, default = one.partition("=")
        if parameter.strip().isidentifier():
            value = expression(default, line) if equals else NOTHING
            found.append(code.Parameter(parameter.strip(), "normal", None, value))
    return name.strip(), tuple(found)


def _within(text: str, start: int) -> tuple[list[str], int]:
    """The arguments that stand in parentheses, and where these end."""
    found: list[str] = []
    position, depth = start, 0
    for sign in _SIGN.finditer(text, start):
        if sign["opening"]:
            depth += 1
        elif sign["closing"] and depth:
            depth -= 1
        elif not depth and (sign["comma"] or sign["closing"]):
            found.append(text[position : sign.start()])
            position = sign.end()
            if sign["closing"]:
                break
    else:
        found.append(text[position:])
        position = len(text)
    return [one for one in found if one.strip()], position


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
            return code.Operation(operator, tuple(condition(part, line) for part in parts), line)
    negations = 0
    while negations < len(given) and given[negations] == "not":
        negations += 1
    if negations:
        inner = condition(given[negations:], line)
        return code.Operation("not", (inner,), line) if negations % 2 else inner
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
