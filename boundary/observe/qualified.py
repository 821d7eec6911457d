"""What is a function called, with the classes and functions around it?  Code knows it itself since Python 3.11.

What a generator expression does is the doing of the function that it stands in, wherever it is gone through. The
recorder runs where the project runs, which may be on an older Python: there its file is asked, by the line that the
function begins on.
"""

from __future__ import annotations

import ast
import re
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from types import CodeType

Names = dict[tuple[str, int], str]
GENERATED = re.compile(r"(\.<locals>)?(\.?<genexpr>)+$")
FUNCTIONS = (ast.FunctionDef, ast.AsyncFunctionDef)


def qualified_name(code: CodeType) -> str:
    """The qualified name of a function, `Order.place` or `outer.<locals>.inner`."""
    known: str | None = getattr(code, "co_qualname", None)
    if known is not None:
        return GENERATED.sub("", known) or known
    return names_in(code.co_filename).get((code.co_name, code.co_firstlineno), code.co_name)


@cache
def names_in(filename: str) -> Names:
    """The qualified names of a file's functions, by their names and the lines that they begin on."""
    try:
        tree = ast.parse(Path(filename).read_bytes())
    except (OSError, SyntaxError, ValueError):
        return {}
    found: Names = {}
    _collect(tree, "", found)
    return found


def _collect(node: ast.AST, inside: str, into: Names) -> None:
    for child in ast.iter_child_nodes(node):
        if isinstance(child, FUNCTIONS):
            first = min((one.lineno for one in child.decorator_list), default=child.lineno)
            into[child.name, first] = f"{inside}{child.name}"
            _collect(child, f"{inside}{child.name}.<locals>.", into)
        elif isinstance(child, ast.ClassDef):
            _collect(child, f"{inside}{child.name}.", into)
        else:
            if isinstance(child, ast.GeneratorExp) and inside.endswith(".<locals>."):
                into["<genexpr>", child.lineno] = inside.removesuffix(".<locals>.")
            _collect(child, inside, into)
