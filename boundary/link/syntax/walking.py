"""What stands in a piece of code, inner functions and all?  Its nodes, its constant texts."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from boundary.link.syntax.kinds import (
    ASSIGN,
    ATTRIBUTE,
    CALL,
    CHILDREN,
    CLASS,
    CONSTANT,
    FUNCTION,
    INNER,
    NAME,
    SCOPE,
    parts_of,
)
from boundary.link.syntax.scopes import flat
from boundary.model import code

if TYPE_CHECKING:
    from collections.abc import Iterator

    from boundary.link.definitions.functions import FunctionInfo
    from boundary.link.definitions.symbols import ClassInfo


def given(call: code.Call, position: int, *names: str) -> code.Expression | None:
    """An argument of a call as it is written, by position or by one of its names."""
    if 0 <= position < len(call.arguments):
        return call.arguments[position]
    return next((one.value for one in call.keywords if one.name in names), None)


def last_name(node: code.Expression) -> str:
    """The name behind the last dot of an expression of names and dots; empty for anything else."""
    return node.id if type(node) is NAME else node.name if type(node) is ATTRIBUTE else ""


def dotted_name(node: code.Expression) -> str:
    """An expression of names and dots as it is written; empty for anything else."""
    behind = ""
    while type(node) is ATTRIBUTE:
        behind = f".{node.name}{behind}"
        node = node.value
    return f"{node.id}{behind}" if type(node) is NAME else ""


def first_name(node: code.Expression) -> str:
    """The name before the first dot of an expression of names and dots; empty for anything else."""
    while type(node) is ATTRIBUTE:
        node = node.value
    return node.id if type(node) is NAME else ""


def root_name(node: code.Expression) -> str:
    """The name at which a chain of attributes and calls begins."""
    while type(node) is not NAME:
        if type(node) is CALL:
            node = node.function
        elif isinstance(node, (code.Attribute, code.Subscript)):
            node = node.value
        else:
            return ""
    return node.id


def decorators_of(cls: ClassInfo) -> list[code.Expression]:
    """The decorators of a class, without what they are called with."""
    held = cls.node.decorators if cls.node is not None else []
    return [one.function if type(one) is CALL else one for one in held]


def decorated_methods(cls: ClassInfo) -> Iterator[tuple[str, code.Expression]]:
    """The methods in a class body by name, each with one of its decorators as it is written."""
    for name, bindings in cls.bindings.items():
        statement = bindings[-1].statement
        for one in statement.decorators if type(statement) is FUNCTION else ():
            yield name, one


def names_of_decorators(method: code.Function) -> set[str]:
    """The last names of the decorators of a function, called or not."""
    return {last_name(one.function) if type(one) is CALL else last_name(one) for one in method.decorators}


def methods_decorated(cls: ClassInfo, names: frozenset[str], *, bare: bool = False) -> list[str]:
    """The methods in a class body under a decorator called so (`@name(...)`); with `bare`, `@name` alone as well."""
    found: dict[str, None] = {}
    for name, one in decorated_methods(cls):
        if last_name(one.function) in names if type(one) is CALL else bare and last_name(one) in names:
            found[name] = None
    return list(found)


def texts_decorated(cls: ClassInfo, name: str) -> Iterator[tuple[str, str]]:
    """The methods in a class body under a decorator called so, each with a text that it is given: `@name("total")`."""
    for method, one in decorated_methods(cls):
        if type(one) is CALL and last_name(one.function) == name:
            for given in one.arguments:
                if type(given) is CONSTANT and isinstance(given.value, str):
                    yield method, given.value


def functions_in(body: tuple[code.Statement, ...]) -> Iterator[code.Function]:
    """The functions of a module and the methods of its classes, without those inside of them."""
    for statement in flat(body):
        if type(statement) is FUNCTION:
            yield statement
        elif type(statement) is CLASS:
            yield from functions_in(statement.body)


def nodes_in(body: tuple[code.Statement, ...]) -> Iterator[object]:
    """All nodes of a body, inner functions and all, in the order in which they stand."""
    stack: list[object] = list(reversed(body))
    while stack:
        node = stack.pop()
        if isinstance(node, tuple):
            stack.extend(reversed(node))
            continue
        if type(node) in CHILDREN:
            yield node
            stack.extend(reversed(parts_of(node)))


def written_pairs(node: object) -> list[tuple[object, object]]:
    """The keys and values that a node writes: `{"a": 1}`, `x["a"] = 1`."""
    match node:
        case code.Mapping():
            return list(zip(node.keys, node.values, strict=True))
        case code.Assign(targets=[code.Subscript(index=key)]):
            return [(key, node.value)]
        case _:
            return []


def variables_in(body: tuple[code.Statement | code.Expression, ...]) -> list[str]:
    """The variables that a body names, inner functions and all, each as often as it does."""
    found: list[str] = []
    stack: list[object] = [body]
    while stack:
        node = stack.pop()
        if type(node) is NAME:
            found.append(node.id)
        elif isinstance(node, tuple):
            stack.extend(node)
        else:
            stack += parts_of(node)
    return found


def constant_text(node: code.Expression | None) -> str:
    """The text that an expression is; empty for every other one."""
    return node.value if type(node) is CONSTANT and isinstance(node.value, str) else ""


def texts_in(node: object) -> Iterator[str]:
    """The constant texts anywhere in a tree, in the order in which they stand."""
    stack = [node]
    while stack:
        one = stack.pop()
        if type(one) is CONSTANT:
            if isinstance(one.value, str):
                yield one.value
        elif type(one) is tuple:
            stack += reversed(one)
        else:
            stack += reversed(parts_of(one))


def keeps_to_itself(function: FunctionInfo) -> bool:
    """Whether what a function makes stays in its own variables: it neither yields nor sets any attribute or item."""
    return not function.is_generator and not any(
        type(node) is ASSIGN and any(not isinstance(one, (code.Name, code.Display)) for one in node.targets)
        for node in nodes_in(function.body)
    )


def gives_anew(function: FunctionInfo) -> bool:
    """Whether a function makes what it gives each time that it is asked: it keeps nothing, nor does a decorator."""
    node = function.node
    kept = type(node) is FUNCTION and any(not _is_name(one, "property") for one in node.decorators)
    return not kept and keeps_to_itself(function) and all(type(one) is not SCOPE for one in nodes_in(function.body))


def _is_name(node: code.Expression, name: str) -> bool:
    return type(node) is NAME and node.id == name


def own_nodes_in(node: code.Node | tuple[code.Node, ...]) -> Iterator[Any]:
    """The nodes of a piece of code, in order, without those of the functions and classes that it defines."""
    stack: list[Any] = [node]
    while stack:
        one = stack.pop()
        kind = type(one)
        if kind is tuple:
            stack.extend(reversed(one))
        elif kind not in INNER and kind in CHILDREN:
            yield one
            stack.extend(reversed(parts_of(one)))


def calls_in(node: code.Node | tuple[code.Node, ...]) -> list[code.Call]:
    """The calls in a piece of code, in order, without those of the functions and classes that it defines."""
    return [one for one in own_nodes_in(node) if type(one) is CALL]
