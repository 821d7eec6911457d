"""Was a line touched by a change?  Told by the function that it stands in, or by the code around all functions.

A line is touched where the text of its innermost function or class body differs from before, whatever moved above it.
Where a file cannot be taken apart, all of it is touched as soon as anything in it is.
"""

from __future__ import annotations

import ast
import warnings
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    Content = Callable[[str], bytes | None]

_Scope = ast.FunctionDef | ast.AsyncFunctionDef | ast.ClassDef


class Changes:
    """Compares files as they were and as they are; each is given by its path, None where there is none."""

    def __init__(self, before: Content, after: Content) -> None:
        self._before, self._after = before, after
        self._files: dict[str, list[tuple[int, int, bool]] | bool] = {}

    def touched(self, file: str, line: int) -> bool:
        """Whether the change touched what stands at a line of a file of today."""
        known = self._files.get(file)
        if known is None:
            known = self._files[file] = _compared(self._before(file), self._after(file))
        if isinstance(known, bool):
            return known
        inside = [(last - first, changed) for first, last, changed in known if first <= line <= last]
        return min(inside)[1] if inside else True


def _compared(before: bytes | None, after: bytes | None) -> list[tuple[int, int, bool]] | bool:
    """The ranges of lines of a file with whether each has changed; or one answer for all of it."""
    if before is None or after is None:
        return True
    old, new = (content.replace(b"\r\n", b"\n") for content in (before, after))
    if old == new:
        return False
    try:
        known, now = (dict(_scopes(content)) for content in (old, new))
    except (SyntaxError, ValueError, RecursionError, MemoryError):
        return True
    return [(first, last, name not in known or known[name][2] != text) for name, (first, last, text) in now.items()]


def _scopes(content: bytes) -> Iterator[tuple[str, tuple[int, int, str]]]:
    """Every function, class and the module itself, by name: its lines, and its text without that of scopes within."""
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")  # of the analysed code: an invalid escape is not our reader's business
        tree = ast.parse(content)
    lines = content.decode(errors="replace").split("\n")
    waiting: list[tuple[str, ast.AST, int, int]] = [("", tree, 1, len(lines))]
    while waiting:
        name, node, first, last = waiting.pop()
        inner = [(each, *_range(each)) for each in _inside(node)]
        hidden = {line for each, start, end in inner for line in range(start, end + 1)}
        text = "\n".join(lines[line - 1] for line in range(first, last + 1) if line not in hidden)
        yield name, (first, last, text)
        seen: dict[str, int] = {}
        for each, start, end in inner:
            number = seen[each.name] = seen.get(each.name, 0) + 1  # a property and its setter have one name
            waiting.append((f"{name}.{each.name}#{number}", each, start, end))


def _inside(node: ast.AST) -> Iterator[_Scope]:
    """The functions and classes of a scope, in order, without those within them."""
    for child in ast.iter_child_nodes(node):
        if isinstance(child, _Scope):
            yield child
        else:
            yield from _inside(child)


def _range(node: _Scope) -> tuple[int, int]:
    return min([node.lineno, *(each.lineno for each in node.decorator_list)]), node.end_lineno or node.lineno
