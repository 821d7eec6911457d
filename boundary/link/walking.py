"""What stands in a piece of code, inner functions and all?  Its nodes, its constant texts."""

from __future__ import annotations

from typing import TYPE_CHECKING

from boundary.link.symbols import CHILDREN
from boundary.model import code

if TYPE_CHECKING:
    from collections.abc import Iterator

    from boundary.link.symbols import FunctionInfo


def nodes_in(body: tuple[code.Statement, ...]) -> Iterator[object]:
    """All nodes of a body, inner functions and all, in the order in which they stand."""
    stack: list[object] = list(reversed(body))
    while stack:
        node = stack.pop()
        if isinstance(node, tuple):
            stack.extend(reversed(node))
            continue
        children = CHILDREN.get(type(node))
        if children is None:
            continue
        yield node
        for child in reversed(children):
            stack.append(getattr(node, child))  # noqa: PERF401 - a list per node would cost more


def texts_in(node: object) -> Iterator[str]:
    """The constant texts anywhere in a tree, in the order in which they stand."""
    stack = [node]
    while stack:
        one = stack.pop()
        if isinstance(one, code.Constant):
            if isinstance(one.value, str):
                yield one.value
        elif isinstance(one, code.Node):
            stack += [getattr(one, name) for name in reversed(one.__struct_fields__)]
        elif isinstance(one, tuple):
            stack += reversed(one)


def keeps_to_itself(function: FunctionInfo) -> bool:
    """Whether what a function makes stays in its own variables: it neither yields nor sets any attribute or item."""
    return not function.is_generator and not any(
        isinstance(node, code.Assign) and any(not isinstance(one, (code.Name, code.Display)) for one in node.targets)
        for node in nodes_in(function.body)
    )
