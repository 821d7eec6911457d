"""Which texts are made of others?  `name.capitalize()`, `name[:-1]`, `f"{PREFIX}{name}"`.

What such a text decides, the one that it is made of decides.
"""

from __future__ import annotations

from typing import Final

from boundary.link.syntax.kinds import ATTRIBUTE, CALL, COMPREHENSION, DISPLAY, FORMAT, OPERATION, RETURN, SUBSCRIPT
from boundary.model import code

SPELLING: Final = frozenset(
    {"capitalize", "format", "lower", "lstrip", "removeprefix", "removesuffix", "replace", "rstrip", "strip", "title",
     "upper"}
)  # fmt: skip
"""Methods that make a text of another one."""


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


def letters_joined(node: code.Call) -> list[code.Expression]:
    """The text of which letters are joined: `"".join(letter for letter in name if letter.isalnum())`."""
    return [
        one.clauses[0].iterable
        for one in node.arguments
        if type(one) is COMPREHENSION and len(one.clauses) == 1 and one.clauses[0].conditions
    ]
