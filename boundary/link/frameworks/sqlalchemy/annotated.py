"""Which column does an annotation bring along?  `id: Mapped[key]`, where `key = Annotated[int, mapped_column(...)]`.

Such an alias may say all that a column does: its type, its default, its foreign key. It may be written in place, in
another module, with `type key = ...`, and beside None.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from boundary.link.domain.values import BOTTOM
from boundary.link.syntax.kinds import CALL, DISPLAY, NAME, OPERATION, SUBSCRIPT
from boundary.link.syntax.walking import last_name

if TYPE_CHECKING:
    from collections.abc import Iterator

    from boundary.link.definitions.symbols import ModuleInfo
    from boundary.link.domain.values import Value
    from boundary.link.evaluator.interpreter import Interpreter
    from boundary.model import code

DEEPEST: Final = 4
"""So many names stand for one another."""
COLUMNS: Final = frozenset({"mapped_column", "Column"})


def column_behind(interpreter: Interpreter, module: ModuleInfo, written: code.Expression) -> Value:
    """The column that what stands in `Mapped[...]` brings along; nothing where it is a mere type."""
    for home, node in _aliased(interpreter, module, written):
        if type(node) is SUBSCRIPT and last_name(node.value) == "Annotated" and type(node.index) is DISPLAY:
            for item in node.index.items[1:]:
                if type(item) is CALL and last_name(item.function) in COLUMNS:
                    return interpreter.module_evaluator(home).evaluate(item)
    return BOTTOM


def _aliased(
    interpreter: Interpreter, module: ModuleInfo, node: code.Expression, depth: int = DEEPEST
) -> Iterator[tuple[ModuleInfo, code.Expression]]:
    """What a type stands for, and each of several, with the modules that they are written in."""
    if type(node) is NAME:
        home, held = interpreter.names.defined(module, node)
        if depth:
            yield from _aliased(interpreter, home, held, depth - 1)
    elif type(node) is OPERATION and node.operator == "|":
        for one in node.operands:
            yield from _aliased(interpreter, module, one, depth)
    elif type(node) is SUBSCRIPT and last_name(node.value) == "Optional":
        yield from _aliased(interpreter, module, node.index, depth)
    else:
        yield module, node
