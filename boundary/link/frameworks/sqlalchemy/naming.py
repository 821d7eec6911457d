"""What is a table called that nobody names?  Flask-SQLAlchemy's and SQLModel's rules, and the rules of base classes."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from boundary.link.syntax.kinds import ATTRIBUTE, CONSTANT, FORMAT, NAME, OPERATION
from boundary.link.syntax.walking import last_name
from boundary.model import code

if TYPE_CHECKING:
    from collections.abc import Iterator

    from boundary.link.definitions.symbols import ClassInfo


def snake_case(name: str) -> str:
    """`OrderLine` as `order_line`, as Flask-SQLAlchemy does it."""
    spaced = re.sub(r"((?<=[a-z0-9])[A-Z]|(?!^)[A-Z](?=[a-z]))", r"_\1", name)
    return spaced.lower().lstrip("_")


def table_from_class(
    cls: ClassInfo, holder: ClassInfo | None, *, lower: bool = False, pieces: tuple[str, str] | None = None
) -> str:
    """The name of a class's table where a function of `holder` computes it in a way that cannot be followed.

    What the function mentions tells: a regular expression or a "snake" makes words, `lower` alone does not, and what is
    added at the end is added; `pieces` is what is known to stand before and behind.
    """
    if lower:
        return cls.name.lower()
    if holder is None:
        return snake_case(cls.name)
    nodes = [node for one in holder.bindings.get("__tablename__", ()) for node in nodes_in(one.statement)]
    words = [last_name(node).lower() for node in nodes if type(node) is NAME or type(node) is ATTRIBUTE]
    prefix, suffix = pieces or ("", next((text for node in nodes if (text := plural_end(node))), ""))
    if any("snake" in word or "underscore" in word or word in {"re", "sub"} for word in words):
        name = snake_case(cls.name)
    else:
        name = cls.name.lower() if "lower" in words else snake_case(cls.name)
    if any("plural" in word for word in words):
        suffix = "s"
    return f"{prefix}{name}{suffix}"


def nodes_in(start: object) -> Iterator[code.Node]:
    """All nodes of a piece of code."""
    stack = [start]
    while stack:
        node = stack.pop()
        if isinstance(node, tuple):
            stack.extend(node)
        elif isinstance(node, code.Node):
            yield node
            stack.extend(getattr(node, name) for name in node.fields)


def plural_end(node: code.Node) -> str:
    """The "s" that a sum or an f-string ends in."""
    parts = node.operands if type(node) is OPERATION else node.parts if type(node) is FORMAT else []
    last = parts[-1] if parts else None
    return str(last.value) if type(last) is CONSTANT and last.value in {"s", "es"} else ""
