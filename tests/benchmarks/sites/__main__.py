"""What the syntax of a project says of its transactions, held against what the analysis found.

    python -m tests.benchmarks.sites CHECKOUT... [--show 20]

Listed are decorators and blocks named `atomic` or `transaction`, `begin()` in a `with`, and calls of `.commit()`
without arguments, in all files that the document lists as modules. Some of what is missing is no transaction (a search
index is committed, too), or one that stands elsewhere (`self.commit()` of a class whose `commit` calls the session's);
the rest is worth reading: each is usually a rule of the language or of a library that is not known yet.
"""

from __future__ import annotations

import ast
import re
from typing import TYPE_CHECKING

from boundary.api import scan
from tests.benchmarks.listing import Shown, held_against, main

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

DECORATOR = re.compile(r"\b(atomic|commit_on_success|transaction(al)?)\b")
BLOCK = re.compile(r"\batomic\(|transaction\(|\.begin\(\)")


def shown(tree: ast.AST) -> Iterator[Shown]:
    """The transactions that the syntax of a file shows."""
    for node in ast.walk(tree):
        match node:
            case ast.FunctionDef() | ast.AsyncFunctionDef():
                first = min([node.lineno, *(one.lineno for one in node.decorator_list)])
                for decorator in node.decorator_list:
                    text = ast.unparse(decorator)
                    if DECORATOR.search(text) and "non_atomic" not in text:
                        yield Shown(first, node.lineno, f"@{text} {node.name}")
            case ast.With() | ast.AsyncWith():
                for item in node.items:
                    text = ast.unparse(item.context_expr)
                    if BLOCK.search(text):
                        yield Shown(node.lineno, item.context_expr.lineno, f"with {text}")
            case ast.Call(func=ast.Attribute(attr="commit"), args=[], keywords=[]):
                yield Shown(node.lineno, node.end_lineno or node.lineno, ast.unparse(node))


def missing(root: Path) -> Iterator[tuple[str, Shown | None]]:
    """Each transaction that the syntax shows, by its file; None in its place where the document holds it."""
    found = scan(root)
    lines: dict[str, set[int]] = {}
    for transaction in found.transactions:
        lines.setdefault(transaction.file, set()).add(transaction.line)
    return held_against(root, found, shown, lines)


if __name__ == "__main__":
    raise SystemExit(main(__doc__, missing, "{} shown by the syntax, {} not in the document", 20))
