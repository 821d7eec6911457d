"""Which texts are made of others?  `name.capitalize()`, `name[:-1]`, `f"{PREFIX}{name}"`.

What such a text decides, the one that it is made of decides.
"""

from __future__ import annotations

from typing import Final

from boundary.link.syntax.kinds import (
    ASSIGN,
    ATTRIBUTE,
    CALL,
    COMPREHENSION,
    DISPLAY,
    FORMAT,
    NAME,
    OPERATION,
    RETURN,
    SUBSCRIPT,
)
from boundary.link.syntax.walking import last_name
from boundary.model import code

SPELLING: Final = frozenset(
    {"capitalize", "format", "lower", "lstrip", "removeprefix", "removesuffix", "replace", "rstrip", "strip", "title",
     "upper"}
)  # fmt: skip
"""Methods that make a text of another one."""
SAME: Final = frozenset({"SQL", "cleandoc", "dedent", "str", "text"})
"""Functions that give the text that they are given, as it is meant."""
FEW: Final = 3


def is_text(statement: code.Statement) -> bool:
    """`return f"{PREFIX}{name}"`, `return PREFIX + name`, `return "shop_%s" % name`."""
    value = statement.value if type(statement) is RETURN else None
    parts = value.parts if type(value) is FORMAT else ()
    if type(value) is OPERATION and value.operator in {"+", "%"}:
        parts = tuple(one for part in value.operands for one in (part.items if type(part) is DISPLAY else [part]))
    return bool(parts) and all(isinstance(one, (code.Constant, code.Name, code.Attribute)) for one in parts)


def text_of(node: object) -> code.Expression | None:
    """The text that another one is made of: `name.capitalize()`, `name[:-1]`; it matters as much as that."""
    if type(node) is CALL and type(node.function) is ATTRIBUTE and node.function.name in SPELLING:
        return node.function.value
    if type(node) is SUBSCRIPT and type(node.index) is OPERATION and node.index.operator == "slice":
        return node.value
    return None


def given_back(body: tuple[code.Statement, ...]) -> str:
    """The parameter that a small function gives back, as it is or spelled otherwise; empty where it does more.

    `def clean(sql): return dedent(sql).strip()`: what is executed is what its caller wrote.
    """
    *before, last = body if 0 < len(body) <= FEW else (None,)
    name = _spelled(last.value) if type(last) is RETURN and last.value is not None else ""
    for one in before:
        target = one.targets[0] if type(one) is ASSIGN else None
        if type(one) is not ASSIGN or one.value is None or type(target) is not NAME:
            return ""
        if target.id != name or _spelled(one.value) != name:
            return ""
    return name


def _spelled(node: code.Expression) -> str:
    """The variable whose text an expression is, perhaps spelled otherwise."""
    while type(node) is not NAME:
        made_of = text_of(node)
        if made_of is None and type(node) is CALL and len(node.arguments) == 1 and last_name(node.function) in SAME:
            made_of = node.arguments[0]
        if made_of is None:
            return ""
        node = made_of
    return node.id


def letters_joined(node: code.Call) -> list[code.Expression]:
    """The text of which letters are joined: `"".join(letter for letter in name if letter.isalnum())`."""
    return [
        one.clauses[0].iterable
        for one in node.arguments
        if type(one) is COMPREHENSION and len(one.clauses) == 1 and one.clauses[0].conditions
    ]
