r"""Is a method called on a text, a number or a time, as the code around it says?  Then it is none of the project's.

`str(order).encode()`, `"\n".join(lines).encode()`, `note.encode()` where `note: str` is a parameter or each `note =
...` a text, and `order.placed_at.date()` where the class of the order says `placed_at: Mapped[datetime | None]`: a
function of the project that is called `encode` or `date` is not meant. Nor is one called `get` or `update` where a
parameter or a field is annotated as a collection (`options: dict`), as what a request carries is (`request.data`), or
where a variable is given nothing else. It is asked of calls of which nothing else is known.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from boundary.link.definitions.plain_types import is_plain_column, says_collection, says_collections, says_plain
from boundary.link.domain.asking import dotted_name
from boundary.link.domain.values import Instance
from boundary.link.syntax.kinds import (
    ASSIGN,
    ATTRIBUTE,
    AUGMENT,
    CALL,
    CONSTANT,
    FORMAT,
    FUNCTION,
    NAME,
    OPERATION,
    SUBSCRIPT,
)
from boundary.link.syntax.scopes import flat
from boundary.link.syntax.walking import last_name

if TYPE_CHECKING:
    from collections.abc import Callable

    from boundary.link.definitions.functions import FunctionInfo
    from boundary.link.definitions.symbols import ClassInfo
    from boundary.link.evaluator.evaluation import Evaluator
    from boundary.model import code

GIVE_TEXTS: Final = (
    "capitalize casefold center decode encode expandtabs format ljust lower lstrip removeprefix removesuffix replace"
    " rjust rstrip strip swapcase title translate upper zfill"
)
KEPT: Final = frozenset(GIVE_TEXTS.split())
"""The methods of a text that give another one."""
OF_COLLECTIONS: Final = frozenset({*dir(dict), *dir(list), *dir(set), "getlist"})
COPIES: Final = frozenset({"copy", "dict"})
"""Those of them that give one more."""
HELD: Final = frozenset({"get", "pop", "setdefault"})
"""The methods of a dict that give what it holds."""
ANNOTATED: Final = "what its constructor annotates"
MAKE_TEXTS: Final = frozenset({"ascii", "format", "repr", "str"})
"""Builtins that make a text of whatever they are given."""
DEEPEST: Final = 4
"""So many steps are followed: a name, what it is given, what that is called on."""
BOTH: Final = 2
RECKONED: Final = frozenset({"+", "-", "*", "/", "//", "%"})
"""The operators that make a plain value of one, whatever stands behind them: `folder / name`, `moment - span`."""


def is_on_plain(evaluator: Evaluator, node: code.Call) -> bool:
    """Whether what is called is a method of a plain value."""
    function = node.function
    if type(function) is not ATTRIBUTE:
        return False
    return _is_plain(evaluator, function.value, DEEPEST) or (
        function.name in OF_COLLECTIONS and _is_collection(evaluator, function.value)
    )


def _is_collection(evaluator: Evaluator, node: code.Expression, depth: int = DEEPEST) -> bool:
    """Whether a parameter or a field is annotated as a collection, or a variable is given such ones and no others.

    So is what a dict holds that is annotated as one of collections.
    """
    if type(node) is ATTRIBUTE:
        return _is_declared(evaluator, node, _is_collection_field)
    if type(node) is SUBSCRIPT:
        return _holds_collections(evaluator, node.value)
    if type(node) is CALL and type(node.function) is ATTRIBUTE and node.function.name in HELD:
        return _holds_collections(evaluator, node.function.value)
    if type(node) is CALL and type(node.function) is ATTRIBUTE and node.function.name in COPIES and depth > 0:
        return _is_collection(evaluator, node.function.value, depth - 1)
    function = evaluator.context.function
    if function is None or type(node) is not NAME or depth == 0:
        return False
    for one in function.parameters:
        if one.name == node.id:
            return one.kind not in {"args", "kwargs"} and says_collection(one.annotation)
    given = [_given(one.statement) for one in evaluator.interpreter.bodies.bound_in(function, node.id)]
    return bool(given) and all(one is not None and _is_collection(evaluator, one, depth - 1) for one in given)


def _holds_collections(evaluator: Evaluator, node: code.Expression) -> bool:
    """Whether a parameter or a field is annotated as a dict of collections: `handlers: dict[str, list[Handler]]`."""
    if type(node) is ATTRIBUTE:
        return _is_declared(evaluator, node, lambda field: says_collections(field.annotation))
    function = evaluator.context.function
    named = [one for one in function.parameters if type(node) is NAME and one.name == node.id] if function else []
    return any(says_collections(one.annotation) for one in named)


def _given(statement: code.Node) -> code.Expression | None:
    """What a statement gives a single variable, if that is all that it does."""
    if type(statement) is not ASSIGN or any(type(target) is not NAME for target in statement.targets):
        return None
    return statement.value


def _is_collection_field(statement: code.Assign) -> bool:
    return says_collection(statement.annotation)


def _is_plain(evaluator: Evaluator, node: code.Expression, depth: int) -> bool:
    if type(node) is FORMAT:
        return True
    if type(node) is CONSTANT:
        return isinstance(node.value, (str, bytes, int, float))
    if depth == 0:
        return False
    if type(node) is OPERATION:
        return node.operator in RECKONED and _is_plain(evaluator, node.operands[0], depth - 1)
    if type(node) is CALL:
        return _gives_text(evaluator, node, depth)
    if type(node) is NAME:
        function = evaluator.context.function
        return function is not None and _is_plain_name(evaluator, function, node.id, depth)
    return type(node) is ATTRIBUTE and _is_declared(evaluator, node, _is_plain_field)


def _gives_text(evaluator: Evaluator, node: code.Call, depth: int) -> bool:
    """`str(order)`, `", ".join(names)`, `name.replace("_", " ")`, `name.strip()` of a text."""
    function = node.function
    if type(function) is NAME and function.id in MAKE_TEXTS:
        return [dotted_name(one) for one in evaluator.evaluate(function)] == [f"builtins.{function.id}"]
    if type(function) is not ATTRIBUTE:
        return False
    if function.name == "join":
        return type(function.value) is CONSTANT and isinstance(function.value.value, str)
    if function.name == "replace" and len(node.arguments) == BOTH and not node.keywords:
        return all(type(one) is CONSTANT and isinstance(one.value, str) for one in node.arguments)
    return function.name in KEPT and _is_plain(evaluator, function.value, depth - 1)


def _is_plain_name(evaluator: Evaluator, function: FunctionInfo, name: str, depth: int) -> bool:
    """Whether a parameter is annotated so, or a variable is given such values and no others."""
    for parameter in function.parameters:
        if parameter.name == name:
            return parameter.kind not in {"args", "kwargs"} and says_plain(parameter.annotation)
    bound = evaluator.interpreter.bodies.bound_in(function, name)
    held = [one.statement for one in bound if type(one.statement) is not AUGMENT]
    for one in held:
        if type(one) is not ASSIGN or any(type(target) is not NAME for target in one.targets):
            return False
        if not says_plain(one.annotation) and (one.value is None or not _is_plain(evaluator, one.value, depth - 1)):
            return False
    return bool(held)


def _is_plain_field(statement: code.Assign) -> bool:
    return says_plain(statement.annotation) or is_plain_column(statement.value)


def _is_declared(evaluator: Evaluator, node: code.Attribute, says: Callable[[code.Assign], bool]) -> bool:
    """Whether the classes of what has an attribute say something of it."""
    rows = [atom for atom in evaluator.evaluate(node.value) if isinstance(atom, Instance)]
    return bool(rows) and all(_declares(evaluator, row.cls, node.name, says) for row in rows)


def _declares(evaluator: Evaluator, cls: ClassInfo, name: str, says: Callable[[code.Assign], bool]) -> bool:
    for one in evaluator.interpreter.classes.mro(cls):
        if name in one.bindings:
            statement = one.bindings[name][-1].statement
            return type(statement) is ASSIGN and says(statement)
        made = _made_with(one).get(name)
        if made is not None:
            return says(made)
    return False


def _made_with(cls: ClassInfo) -> dict[str, code.Assign]:
    """What the constructor of a class annotates: `self.handlers: dict[str, list[Handler]] = {}`."""
    found: dict[str, code.Assign] | None = cls.data.get(ANNOTATED)
    if found is None:
        held = [one.statement for one in cls.bindings.get("__init__", ())]
        steps = [one for made in held if type(made) is FUNCTION for one in flat(made.body) if type(one) is ASSIGN]
        found = cls.data[ANNOTATED] = {
            target.name: one
            for one in steps
            for target in one.targets
            if one.annotation is not None and type(target) is ATTRIBUTE and last_name(target.value) == "self"
        }
    return found
