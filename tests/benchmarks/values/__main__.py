"""What the analysis holds the expressions of some lines to be: the first question where it misses something.

    python -m tests.benchmarks.values CHECKOUT FILE:LINE...

For each statement at these lines: how many contexts have evaluated it, and each name, attribute, call and subscript
in it with all values that any of them had for it. A line that nothing reaches says so.
"""

from __future__ import annotations

import argparse
import tempfile
from collections import defaultdict
from pathlib import Path
from typing import TYPE_CHECKING
from unittest.mock import patch

from boundary.api import scan
from boundary.link.evaluator.evaluation import Evaluator
from boundary.link.evaluator.execution import Executor
from boundary.link.frameworks.registry import Frameworks
from boundary.link.syntax.kinds import CHILDREN
from boundary.link.syntax.walking import nodes_in
from boundary.model import code

if TYPE_CHECKING:
    from collections.abc import Iterator

    from boundary.link.definitions.symbols import Program
    from boundary.link.domain.values import Value
    from boundary.link.syntax.bodies import Bodies

SHOWN = (code.Name, code.Attribute, code.Call, code.Subscript)
MOST = 12
"""So many values of an expression are shown."""


def written(node: object) -> str:
    """An expression as it is written, near enough to find it."""
    match node:
        case code.Name(id=name):
            return name
        case code.Attribute(value=value, name=name):
            return f"{written(value)}.{name}"
        case code.Call(function=function, arguments=arguments, keywords=keywords):
            given = [written(one) for one in arguments]
            given += [f"{one.name}={written(one.value)}" if one.name else f"**{written(one.value)}" for one in keywords]
            return f"{written(function)}({', '.join(given)})"
        case code.Constant(value=value):
            return repr(value)
        case code.Subscript(value=value, index=index):
            return f"{written(value)}[{written(index)}]"
        case code.Starred(value=value):
            return f"*{written(value)}"
        case _:
            return f"<{type(node).__name__.lower()}>"


class Asked:
    """The nodes at the lines that are asked for, and what is seen of them."""

    def __init__(self, lines: dict[str, set[int]]) -> None:
        self.lines = lines
        self.order: list[tuple[str, int, object]] = []
        self.nodes: dict[int, object] = {}
        self.values: dict[int, set[Value]] = defaultdict(set)
        self.contexts: dict[int, set[object]] = defaultdict(set)

    def meet(self, program: Program) -> None:
        """Find the nodes of the lines, once all modules are read."""
        for module in program.modules.values():
            lines = self.lines.get(module.file, set())
            for node in nodes_in(module.source.facts.body) if lines else ():
                line = getattr(node, "line", None)
                if line is not None and line in lines and isinstance(node, code.Statement):
                    self.order.append((module.file, line, node))
                    for part in dict.fromkeys(self._parts(node)):
                        self.nodes[id(part)] = part
                    self.nodes[id(node)] = node

    @staticmethod
    def _parts(node: object) -> Iterator[object]:
        """The expressions of a statement, without those of statements inside of it."""
        stack = [node]
        while stack:
            part = stack.pop()
            if isinstance(part, tuple):
                stack.extend(reversed(part))
            elif part is node or not isinstance(part, code.Statement):
                if isinstance(part, SHOWN):
                    yield part
                stack.extend(getattr(part, child) for child in reversed(CHILDREN.get(type(part), ())))

    def show(self) -> None:
        """Print what was seen."""
        for file, line, node in self.order:
            seen = len(self.contexts[id(node)])
            print(f"{file}:{line} {type(node).__name__}: {f'{seen} contexts' if seen else 'NOT REACHED'}")  # noqa: T201
            for part in dict.fromkeys(self._parts(node)):
                held = self.values.get(id(part))
                if held is not None:
                    atoms = sorted({str(atom)[:160] for value in held for atom in value})
                    more = f" and {len(atoms) - MOST} more" if len(atoms) > MOST else ""
                    print(f"    {written(part)[:100]}\n        {' | '.join(atoms[:MOST]) or 'NOTHING'}{more}")  # noqa: T201


def main() -> int:
    """Scan, watch, print."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("checkout", type=Path)
    parser.add_argument("lines", nargs="+", metavar="FILE:LINE")
    given = parser.parse_args()
    lines: dict[str, set[int]] = defaultdict(set)
    for one in given.lines:
        file, _, line = one.rpartition(":")
        lines[file].add(int(line))
    asked = Asked(lines)
    meet, evaluate, statement = Frameworks.meet, Evaluator.evaluate, Executor.execute

    def met(self: Frameworks, program: Program, bodies: Bodies) -> None:
        asked.meet(program)
        meet(self, program, bodies)

    def evaluated(self: Evaluator, node: code.Expression) -> Value:
        value = evaluate(self, node)
        if id(node) in asked.nodes:
            asked.values[id(node)].add(value)
        return value

    def executed(self: Executor, node: code.Statement) -> bool:
        if id(node) in asked.nodes:
            asked.contexts[id(node)].add(self.context)
        return statement(self, node)

    with (
        tempfile.TemporaryDirectory() as cache,
        patch.object(Frameworks, "meet", met),
        patch.object(Evaluator, "evaluate", evaluated),
        patch.object(Executor, "execute", executed),
    ):
        scan(given.checkout, cache=Path(cache))
    asked.show()
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
