"""Which expressions, as statements, are loops?  `[row.update(order=order) for row in rows]`, `list(map(fill, rows))`.

What is put into the members of a collection there is put there as in any other loop.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from boundary.link.syntax.kinds import CALL, COMPREHENSION, FOR, IF, NAME, STARRED
from boundary.link.syntax.scopes import names_in
from boundary.model import code

if TYPE_CHECKING:
    from boundary.link.evaluator.execution import Executor

EXHAUSTING: Final = frozenset({"all", "any", "deque", "list", "set", "sum", "tuple"})
"""What takes all that its first argument gives."""
MEMBER: Final = "<member>"
"""The variable of a loop that has none: `map(fill, rows)`."""
MAPPED: Final = 2
"""What is called, and for what."""


def run(executor: Executor, node: code.Evaluate) -> bool:
    """Run an expression that is a loop; False where it is none."""
    value = node.value
    if type(value) is CALL:
        if type(value.function) is not NAME or value.function.id not in EXHAUSTING or not value.arguments:
            return False
        value = value.arguments[0]
    if type(value) is not COMPREHENSION and not _is_map(value):
        return False
    loops = executor.interpreter.bodies.loops
    loop = loops.get(node)
    if loop is None:
        loop = loops[node] = _loop_of(value, node.line)
    before = dict(executor.env)
    executor.execute(loop)
    for name in _variables(loop):  # they are the expression's own
        if name in before:
            executor.env[name] = before[name]
        else:
            executor.env.pop(name, None)
    return True


def _is_map(value: code.Expression) -> bool:
    return (
        type(value) is CALL
        and type(value.function) is NAME
        and value.function.id == "map"
        and len(value.arguments) == MAPPED
        and type(value.arguments[1]) is not STARRED
    )


def _loop_of(value: code.Expression, line: int) -> code.For:
    if type(value) is COMPREHENSION:
        body: tuple[code.Statement, ...] = tuple([code.Evaluate(one, value.line) for one in value.elements])
        for clause in reversed(value.clauses):
            for condition in reversed(clause.conditions):
                body = (code.If(condition, body, (), value.line),)
            body = (code.For(clause.target, clause.iterable, body, (), value.line),)
        (loop,) = body
    else:
        assert type(value) is CALL  # noqa: S101 - a call of `map`
        function, rows = value.arguments
        called = code.Call(function, (code.Name(MEMBER),), (), value.line)
        loop = code.For(code.Name(MEMBER), rows, (code.Evaluate(called, line),), (), line)
    assert isinstance(loop, code.For)  # noqa: S101 - just made
    return loop


def _variables(loop: code.For) -> set[str]:
    """The variables that the loop, and those in it, bind."""
    found = set(names_in(loop.target))
    (inner,) = loop.body[:1]
    while type(inner) is IF:
        inner = inner.body[0]
    return found | _variables(inner) if type(inner) is FOR else found
