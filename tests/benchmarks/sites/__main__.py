"""What the syntax of a project says of its transactions, held against what the analysis found.

    python -m tests.benchmarks.sites CHECKOUT... [--show 20]

Listed are decorators and blocks named `atomic` or `transaction`, `begin()` in a `with`, and calls of `.commit()`
without arguments, in all files that the document lists as modules. Some of what is missing is no transaction (a search
index is committed, too), or one that stands elsewhere (`self.commit()` of a class whose `commit` calls the session's);
the rest is worth reading: each is usually a rule of the language or of a library that is not known yet.
"""

from __future__ import annotations

import argparse
import ast
import re
import warnings
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from boundary.api import scan

if TYPE_CHECKING:
    from collections.abc import Iterator

    from boundary.model.scan import Scan

DECORATOR = re.compile(r"\b(atomic|commit_on_success|transaction(al)?)\b")
BLOCK = re.compile(r"\batomic\(|transaction\(|\.begin\(\)")


class Shown(NamedTuple):
    """A transaction that the syntax shows: its lines in the file, and the code."""

    first: int
    last: int
    text: str


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


def missing(root: Path, found: Scan) -> Iterator[tuple[str, Shown | None]]:
    """Each transaction that the syntax shows, by its file; None in its place where the document holds it."""
    lines: dict[str, set[int]] = {}
    for transaction in found.transactions:
        lines.setdefault(transaction.file, set()).add(transaction.line)
    for file in sorted({module.file for module in found.modules if module.file.endswith(".py")}):
        try:
            tree = ast.parse((root / file).read_bytes())
        except (OSError, SyntaxError, ValueError):
            continue
        for one in shown(tree):
            known = any(one.first <= line <= one.last for line in lines.get(file, ()))
            yield file, None if known else one


def main() -> int:
    """Analyse each checkout, print what is missing."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("checkouts", nargs="+", type=Path)
    parser.add_argument("--show", type=int, default=20, help="so many of what is missing, for each checkout")
    asked = parser.parse_args()
    warnings.simplefilter("ignore")
    for root in asked.checkouts:
        held = list(missing(root, scan(root)))
        lost = [(file, one) for file, one in held if one is not None]
        print(f"{root.resolve().name}: {len(held)} shown by the syntax, {len(lost)} not in the document")  # noqa: T201
        for file, one in lost[: asked.show]:
            print(f"  {file}:{one.first} {one.text}")  # noqa: T201
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
