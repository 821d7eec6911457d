"""What the syntax of a project says of its queries, held against what the analysis reads there.

    python -m tests.benchmarks.reads CHECKOUT... [--show 40] [--sample SEED]

Listed are calls of `first`, `count`, `exists` and the like, `get` of a manager and of a query, and statements handed to
a session, from which nothing is reached that reads a table; and `filter`, `values` and the like, which say no more than
what will be read, where nothing at all is known of what they give. Each is usually a rule of the language or of a
library that is not known yet; some ask something else (a list is counted, too).
"""

from __future__ import annotations

import ast
import re
from collections import defaultdict
from typing import TYPE_CHECKING
from unittest.mock import patch

from boundary.link.domain.asking import known
from boundary.link.evaluator.evaluation import Evaluator
from boundary.model import code
from boundary.model.scan import BINDING
from tests.benchmarks.listing import Shown, held_against, main, reached_in

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from boundary.link.domain.values import Value

ASKS = re.compile(
    r"a?(first|last|exists|aggregate|latest|earliest|in_bulk|get_or_404)|a?count|one|one_or_none|scalar|scalar_one|"
    r"scalar_one_or_none|scalars|fetchone|fetchall|fetchmany|first_or_404|paginate"
)
SAYS = re.compile(
    r"filter|filter_by|exclude|values|values_list|order_by|annotate|select_related|prefetch_related|distinct|all"
)
GETS = re.compile(r"objects|\w*manager|query\b.*|\w*queryset|qs|filter\b.*|\w*session", re.DOTALL)
"""What `get` is asked of, as far as its name tells: many others have one."""
LOOK_LIKE_IT = re.compile(r"\bcache\b|\bclient\b|\bredis|re\.|\.POST|\.GET|headers|\bpd\.|\bdf\b", re.IGNORECASE)
READ = BINDING | {"read"}
"""What a query may be for: rows that are deleted are not read."""


def queries(tree: ast.AST) -> Iterator[Shown]:
    """The outermost calls of a file that look like queries: of a chain, the last one."""
    inner: set[ast.AST] = set()
    for node in ast.walk(tree):
        if isinstance(node, ast.Call) and isinstance(node.func, ast.Attribute) and node not in inner:
            inner.update(_chain(node))
            text = ast.unparse(node)
            if looks_like_one(node) and not LOOK_LIKE_IT.search(text):
                yield Shown(node.lineno, node.end_lineno or node.lineno, text)


def looks_like_one(call: ast.Call) -> bool:
    """Whether a call looks like a query."""
    assert isinstance(call.func, ast.Attribute)
    name = call.func.attr
    if name in {"all", "exists", "first", "last"}:
        return not call.args and not call.keywords
    if name == "get":
        return GETS.fullmatch(ast.unparse(call.func.value).rsplit(".", 1)[-1]) is not None
    if name in {"count", "values"} and isinstance(call.func.value, ast.Name):
        return not call.args and not call.keywords and call.func.value.id in {"qs", "queryset", "query"}
    return ASKS.fullmatch(name) is not None or SAYS.fullmatch(name) is not None


def _chain(node: ast.Call) -> Iterator[ast.AST]:
    """What a chain of calls is called on, call by call."""
    while isinstance(node.func, ast.Attribute) and isinstance(node.func.value, ast.Call):
        node = node.func.value
        yield node


def missing(root: Path) -> Iterator[tuple[str, Shown | None]]:
    """Each call that looks like a query, by its file; None in its place where something is reached."""
    told: dict[str, set[int]] = defaultdict(set)
    evaluate = Evaluator.evaluate

    def evaluated(self: Evaluator, node: code.Expression) -> Value:
        value = evaluate(self, node)
        called = node.function if isinstance(node, code.Call) else None
        if isinstance(called, code.Attribute) and SAYS.fullmatch(called.name) and known(value):
            told[self.context.module.file].add(called.line)
        return value

    with patch.object(Evaluator, "evaluate", evaluated):
        found, (lines,) = reached_in(root, (READ,))
    for file, held in told.items():
        lines[file] |= held
    return held_against(root, found, queries, lines)


if __name__ == "__main__":
    raise SystemExit(main(__doc__, missing, "{} look like queries, {} reach none", 40))
