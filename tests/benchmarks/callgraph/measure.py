"""How many of the calls in small programs does the linker find, and how many of those that it finds are there?

Each file in `data` is a category; `# case: name` begins a program in it, `# file: other.py` another module of that
program (the first is `main.py`). `#> one, Box.open` behind a line says which functions are called there, by the
function around the line, or by another one: `#> <lambda> -> one`. A call is counted once for a caller and a callee.
"""

from __future__ import annotations

import ast
import re
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from boundary.link.evaluator.interpreter import Interpreter
from boundary.link.evaluator.roots import evaluate
from boundary.link.frameworks.registry import Frameworks
from boundary.model.facts import SourceModule
from boundary.read.python.extract import extract
from boundary.read.python.syntax import parse

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

DATA = Path(__file__).parent / "data"
Call = tuple[str, str]


@dataclass(frozen=True, slots=True)
class Case:
    """One program: its files, and the calls in it."""

    category: str
    name: str
    files: dict[str, str]
    expected: frozenset[Call]


@dataclass(frozen=True, slots=True)
class Score:
    """Calls that are there and were found, that were found, and that are there."""

    right: int = 0
    found: int = 0
    there: int = 0

    def __add__(self, other: Score) -> Score:
        return Score(self.right + other.right, self.found + other.found, self.there + other.there)

    @property
    def precision(self) -> float:
        """The share of the calls found that are there."""
        return self.right / self.found if self.found else 1.0

    @property
    def recall(self) -> float:
        """The share of the calls there that were found."""
        return self.right / self.there if self.there else 1.0


def cases() -> list[Case]:
    """All programs, by category."""
    return [one for path in sorted(DATA.glob("*.py")) for one in _cases(path)]


def measure(case: Case) -> tuple[Score, set[Call], set[Call]]:
    """How one program does, which calls are missed, and which are found that are not there."""
    found = calls(case.files)
    missed, wrong = case.expected - found, found - case.expected
    return Score(len(found - wrong), len(found), len(case.expected)), set(missed), wrong


def total(scores: Iterable[Score]) -> Score:
    """The sum of scores."""
    return sum(scores, Score())


def calls(files: dict[str, str]) -> set[Call]:
    """The calls that the linker finds in a program."""
    interpreter = Interpreter([_module(file, text) for file, text in files.items()], Frameworks())
    evaluate(interpreter, lambda _: None)
    found = set()
    for context in interpreter.contexts:
        caller = context.function.dotted if context.function else context.module.name
        for edge in context.edges:
            if edge.callee.function is not None:
                found.add((_plain(caller), _plain(edge.callee.function.dotted)))
    return found


def _plain(dotted: str) -> str:
    return dotted.replace(".<locals>", "")


def _module(file: str, text: str) -> SourceModule:
    parsed = parse(text)
    facts = extract(parsed.tree, parsed.source)
    return SourceModule(_named(file), file, facts, is_package=file.endswith("__init__.py"))


def _named(file: str) -> str:
    return file.removesuffix(".py").removesuffix("/__init__").replace("/", ".")


def _cases(path: Path) -> Iterator[Case]:
    for part in re.split(r"^# case: ", path.read_text(encoding="utf-8"), flags=re.MULTILINE)[1:]:
        name, _, body = part.partition("\n")
        first, *rest = re.split(r"^# file: (\S+)\n", body, flags=re.MULTILINE)
        files = dict(zip(rest[::2], rest[1::2], strict=True))
        if first.strip():
            files["main.py"] = first
        modules = {_named(file) for file in files}
        expected = {call for file, text in files.items() for call in _expected(_named(file), text, modules)}
        yield Case(path.stem, name, files, frozenset(expected))


def _expected(module: str, text: str, modules: set[str]) -> Iterator[Call]:
    tree = ast.parse(text)
    for number, line in enumerate(text.split("\n"), 1):
        _, _, after = line.partition("#>")
        for part in filter(None, (one.strip() for one in after.split(","))):
            caller, _, callee = part.rpartition(" -> ")
            around = _around(tree, number)
            yield _full(module, caller or around, modules), _full(module, callee, modules)


def _full(module: str, name: str, modules: set[str]) -> str:
    """A name with its module: as it stands where it begins with one of the program's modules."""
    if any(name.startswith(f"{one}.") for one in modules):
        return name
    return f"{module}.{name}" if name else module


def _around(tree: ast.AST, number: int) -> str:
    """The qualified name of the function whose body holds a line, empty for the module's own statements."""
    best, names = "", [("", node) for node in ast.iter_child_nodes(tree)]
    while names:
        outer, node = names.pop()
        here = outer
        if isinstance(node, (ast.FunctionDef, ast.AsyncFunctionDef, ast.ClassDef)):
            here = f"{outer}.{node.name}" if outer else node.name
            if not isinstance(node, ast.ClassDef) and node.body[0].lineno <= number <= (node.end_lineno or 0):
                best = max(best, here, key=len)
        names.extend((here, child) for child in ast.iter_child_nodes(node))
    return best
