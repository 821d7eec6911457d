"""Which kind of node is this, and what is it made of?  The classes of nodes, for code that asks all that it meets.

No kind has kinds below it. `type(node) is NAME` is told in a fraction of the time of `isinstance(node, code.Name)`,
whose class has a metaclass that is asked where the answer is no, and of a `match`; compiled code does not look into a
module for a name that is `Final`. All such questions together took a twentieth of a scan.
"""

from __future__ import annotations

from typing import Any, Final

from boundary.model import code

NAME: Final = code.Name
ATTRIBUTE: Final = code.Attribute
AWAIT: Final = code.Await
CALL: Final = code.Call
CHOICE: Final = code.Choice
COMPREHENSION: Final = code.Comprehension
CONSTANT: Final = code.Constant
OPERATION: Final = code.Operation
STARRED: Final = code.Starred
ASSIGN: Final = code.Assign
EVALUATE: Final = code.Evaluate
RETURN: Final = code.Return
IF: Final = code.If
FOR: Final = code.For
WITH: Final = code.With
TRY: Final = code.Try
FUNCTION: Final = code.Function
CLASS: Final = code.Class
IMPORT: Final = code.Import
IMPORT_FROM: Final = code.ImportFrom
AUGMENT: Final = code.Augment
BIND: Final = code.Bind
DISPLAY: Final = code.Display
FORMAT: Final = code.Format
JUMP: Final = code.Jump
KEYWORD: Final = code.Keyword
LAMBDA: Final = code.Lambda
MAPPING: Final = code.Mapping
NATIVE: Final = code.Native
RAISE: Final = code.Raise
SCOPE: Final = code.Scope
SUBSCRIPT: Final = code.Subscript
YIELD: Final = code.Yield
INNER: Final[frozenset[type]] = frozenset({code.Function, code.Lambda, code.Class})
"""What is defined in a body, has a scope of its own and sees the variables around it."""
_PLAIN: Final = frozenset({"line", "end_line", "first_line", "name", "id", "kind", "qualname", "operator", "is_async",
                          "is_generator", "delegates", "level", "module", "bound", "names"})  # fmt: skip
CHILDREN: Final[dict[type, tuple[str, ...]]] = {
    kind: tuple(name for name in kind.fields if name not in _PLAIN)
    for kind in vars(code).values()
    if isinstance(kind, type) and issubclass(kind, code.Node) and kind not in {code.Node, code.Name, code.Constant}
}
"""For each kind of node, the fields that may hold other nodes."""


def parts_of(node: object) -> list[Any]:
    """The nodes that a node is made of, in their order, tuples of them and None; for what is none, nothing."""
    # most are one of these, whose fields compiled code knows
    if type(node) is NAME or type(node) is CONSTANT:
        return []
    if type(node) is ATTRIBUTE:
        return [node.value]
    if type(node) is CALL:
        return [node.function, node.arguments, node.keywords]
    if type(node) is KEYWORD:
        return [node.value]
    if type(node) is ASSIGN:
        return [node.targets, node.value, node.annotation]
    if type(node) is EVALUATE or type(node) is RETURN:
        return [node.value]
    if type(node) is OPERATION:
        return [node.operands]
    if type(node) is IF:
        return [node.test, node.body, node.orelse]
    if type(node) is SUBSCRIPT:
        return [node.value, node.index]
    return [getattr(node, name) for name in CHILDREN.get(type(node), ())]


LINED: Final[frozenset[type]] = frozenset(
    one for one in vars(code).values() if isinstance(one, type) and issubclass(one, code.Node) and "line" in one.fields
)
"""What knows the line that it stands on."""


def line_of(node: object, around: int = 0) -> int:
    """The line that an expression stands on, that `around` it for one that does not know it: a name, a constant."""
    return (node.line or around) if type(node) in LINED else around  # type: ignore[attr-defined]
