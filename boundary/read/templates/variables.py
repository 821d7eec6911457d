"""Which variables does a part of a template need from the page, and what else is in it?"""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from boundary.model import code
from boundary.model.templates import INCLUDED, PAGE, PLACED, TAGGED

if TYPE_CHECKING:
    from collections.abc import Iterable

_GIVEN = frozenset({"forloop", "loop", "block", "csrf_token", "self", "super", "caller", "varargs", "kwargs"})
"""What the language itself provides."""


class Needs(NamedTuple):
    """The variables that some statements read before they bind them themselves, their own tags, and templates."""

    free: dict[str, None]
    bound: dict[str, None]
    tags: dict[str, None]
    includes: dict[str | None, None]


def needs(statements: Iterable[code.Statement]) -> Needs:
    """What some statements need."""
    found = Needs({}, {}, {}, {})
    _block(statements, frozenset(), found)
    return found


def _block(statements: Iterable[code.Statement], held: frozenset[str], found: Needs) -> frozenset[str]:
    for statement in statements:
        held = _statement(statement, held, found)
    return held


def _statement(statement: code.Statement, held: frozenset[str], found: Needs) -> frozenset[str]:
    match statement:
        case code.Assign(targets=targets, value=value):
            _expression(value, held, found)
            names = [name for target in targets for name in _names(target)]
            found.bound.update(dict.fromkeys(names))
            return held.union(names)
        case code.For(target=target, iterable=iterable, body=body, orelse=orelse):
            _expression(iterable, held, found)
            _block(body, held.union(_names(target)), found)
            _block(orelse, held, found)
        case code.If(test=test, body=body, orelse=orelse):
            _expression(test, held, found)
            return _block(body, held, found) | _block(orelse, held, found)
        case code.Function(parameters=parameters, body=body):
            for parameter in parameters:
                _expression(parameter.default, held, found)
            _block(body, held.union([statement.name], (one.name for one in parameters)), found)
            found.bound[statement.name] = None
            return held.union((statement.name,))
        case _:
            _expression(statement, held, found)
    return held


def _names(target: object) -> list[str]:
    if isinstance(target, code.Name):
        return [target.id]
    return [name for item in target.items for name in _names(item)] if isinstance(target, code.Display) else []


def _expression(start: object, held: frozenset[str], found: Needs) -> None:
    stack = [start]
    while stack:
        node = stack.pop()
        if isinstance(node, tuple):
            stack.extend(node)
        elif isinstance(node, code.Name):
            if node.id not in held and node.id not in _GIVEN:
                found.free[node.id] = None
        elif isinstance(node, code.Node):
            if isinstance(node, code.Native):
                _called(node, found)
            for name in node.fields:
                inner = getattr(node, name)
                if inner.__class__ is not str and inner is not None:
                    stack.append(inner)


def _called(node: code.Native, found: Needs) -> None:
    first = node.arguments[0] if node.arguments else None
    constant = first.value if isinstance(first, code.Constant) and isinstance(first.value, str) else None
    if node.name == TAGGED and constant is not None:
        found.tags[constant] = None
    elif node.name == INCLUDED:
        found.includes[constant] = None
    elif node.name == PLACED:
        found.includes[None] = None


def page() -> code.Name:
    """The whole page, as an argument."""
    return code.Name(PAGE)
