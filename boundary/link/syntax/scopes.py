"""Which names does a block bind, and with which statements?  With its branches, loops and handlers entered."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final

from boundary.link.syntax.kinds import (
    ASSIGN,
    ATTRIBUTE,
    CLASS,
    CONSTANT,
    EVALUATE,
    FUNCTION,
    IF,
    IMPORT_FROM,
    NAME,
    OPERATION,
    TRY,
    WITH,
)
from boundary.link.syntax.testing import NOBODY, in_tests
from boundary.model import code

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

IMPORTS: Final = (code.Import, code.ImportFrom)
COMPOUND: Final[frozenset[type]] = frozenset({code.If, code.For, code.While, code.With, code.Try})
BINDING: Final[frozenset[type]] = frozenset(
    {code.Function, code.Class, code.Assign, code.Augment, code.Import, code.ImportFrom, code.For, code.With}
)
"""Statements that hold others in the same scope, and those that bind names: most are neither, asked by their class."""


class Binding:
    """One statement that gives a name a meaning; `alias` is the imported name where an import does."""

    __slots__ = ("alias", "statement")

    def __init__(self, statement: code.Node, alias: code.Alias | None = None) -> None:
        self.statement = statement
        self.alias = alias


def bindings_of(body: Iterable[code.Statement]) -> tuple[dict[str, list[Binding]], list[code.ImportFrom]]:
    """The names that a block binds, with branches, loops and handlers entered, and its star imports."""
    found: dict[str, list[Binding]] = {}
    stars: list[code.ImportFrom] = []
    for statement in flat(body):
        kind = type(statement)
        if kind not in BINDING:
            continue
        if kind is FUNCTION or kind is CLASS:  # what bodies mostly hold
            found.setdefault(statement.name, []).append(Binding(statement))  # type: ignore[union-attr]
            continue
        for name, binding in _bound(statement):
            if name == "*":
                stars.append(statement)  # type: ignore[arg-type]
            else:
                found.setdefault(name, []).append(binding)
    return found, stars


def flat(body: Iterable[code.Statement], testing: frozenset[str] = NOBODY) -> list[code.Statement]:
    """Every statement of a block and of the blocks in it, but not of functions and classes.

    `testing` are variables that are true in tests alone: what they guard does not run.
    """
    found: list[code.Statement] = []
    _flatten(body, testing, found)
    return found


def _flatten(body: Iterable[object], testing: frozenset[str], found: list[Any]) -> None:
    # of any class to the compiler, which would ask each statement whether it is one
    for statement in body:
        found.append(statement)
        if type(statement) is ASSIGN:
            value = statement.value
            asked = type(value) is OPERATION or (type(value) is NAME and bool(testing))
            if value is not None and asked and in_tests(value, testing):
                testing |= {name for target in statement.targets for name in names_in(target)}
        elif type(statement) in COMPOUND:
            for block in blocks(statement, testing):  # type: ignore[arg-type]
                _flatten(block, testing, found)


def blocks(statement: code.Statement, testing: frozenset[str] = NOBODY) -> list[tuple[code.Statement, ...]]:
    """The blocks of a compound statement that run in the scope where it stands."""
    kind = type(statement)
    if kind is IF:
        return _branches(statement, testing)  # type: ignore[arg-type]
    if kind is WITH:
        return [statement.body]  # type: ignore[union-attr]
    if kind is TRY:
        handlers = [handler.body for handler in statement.handlers]  # type: ignore[union-attr]
        return [statement.body, *handlers, statement.orelse, statement.final]  # type: ignore[union-attr]
    return [statement.body, statement.orelse] if kind in COMPOUND else []  # type: ignore[union-attr]


def _branches(statement: code.If, testing: frozenset[str]) -> list[tuple[code.Statement, ...]]:
    """What may run of an `if`: not what is for tests alone.

    What is for type checkers alone is taken for true, unless there is something else.
    """
    if not is_for_types(statement):
        tests = in_tests(statement.test, testing)
        return [statement.body, statement.orelse] if tests is None else [statement.orelse if tests else statement.body]
    if statement.orelse:
        return [imports_of(statement), statement.orelse]  # what runs
    return [tuple([one for one in statement.body if not _is_only_declared(one)])]


def is_for_types(statement: code.If) -> bool:
    """Whether a branch is for type checkers alone: `if TYPE_CHECKING:`."""
    test = statement.test
    return (test.id if type(test) is NAME else test.name if type(test) is ATTRIBUTE else "") == "TYPE_CHECKING"


def imports_of(statement: code.If) -> tuple[code.Statement, ...]:
    """What the branch for type checkers imports: names of annotations."""
    return tuple([one for one in statement.body if isinstance(one, IMPORTS)])


def _is_only_declared(statement: code.Statement) -> bool:
    """Whether a function that is for type checkers alone stands in the way of the one that runs.

    Special methods do, and methods without a body: they say what another base of the class has (`def get(self): ...`).
    """
    if type(statement) is not FUNCTION:
        return False
    if statement.name.startswith("__") and statement.name.endswith("__"):
        return True
    is_method = bool(statement.parameters) and statement.parameters[0].name in {"self", "cls"}
    return is_method and not statement.decorators and all(_does_nothing(each) for each in statement.body)


def _does_nothing(statement: code.Statement) -> bool:
    return type(statement) is EVALUATE and type(statement.value) is CONSTANT


def _bound(  # noqa: C901, PLR0912 - one case for each statement that binds names
    statement: code.Statement,
) -> Iterator[tuple[str, Binding]]:
    """The names that a statement binds itself, in the order of how often there is one of its kind.

    Not those of functions and classes, which `bindings_of` takes before it asks.
    """
    if type(statement) is ASSIGN:
        for target in statement.targets:
            for name in names_in(target):
                yield name, Binding(statement)
        return
    if type(statement) is IMPORT_FROM:
        for alias in statement.names:
            yield alias.bound or alias.name, Binding(statement, alias)
        return
    match statement:
        case code.Import():
            for alias in statement.names:
                yield alias.bound or alias.name.split(".")[0], Binding(statement, alias)
        case code.Augment(target=code.Name(id=name)):
            yield name, Binding(statement)
        case code.For():
            for name in names_in(statement.target):
                yield name, Binding(statement)
        case code.With():
            for item in statement.items:
                for name in names_in(item.target) if item.target else ():
                    yield name, Binding(statement)
        case _:
            return


def names_in(target: code.Expression) -> Iterator[str]:
    """The names that an assignment target binds."""
    if type(target) is NAME:
        yield target.id
        return
    match target:
        case code.Display(items=items):
            for item in items:
                yield from names_in(item)
        case code.Starred(value=value):
            yield from names_in(value)
        case _:
            return
