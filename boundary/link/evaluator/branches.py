"""Which branches of an `if` run?  Those that the values at hand do not exclude, each with what its test tells."""

from __future__ import annotations

from typing import TYPE_CHECKING

from boundary.link.effects import locking
from boundary.link.evaluator import guards, set_elsewhere
from boundary.link.evaluator.cases import split
from boundary.link.members import aliases, shrinking
from boundary.link.members.emptiness import tested
from boundary.link.syntax.kinds import ATTRIBUTE, OPERATION
from boundary.link.syntax.scopes import imports_of, is_for_types

if TYPE_CHECKING:
    from boundary.link.domain.values import Value
    from boundary.link.evaluator.execution import Executor
    from boundary.model import code


def do_if(executor: Executor, node: code.If) -> bool:
    """`if`: branches that the values at hand exclude do not run, nor what is for type checkers."""
    if is_for_types(node):
        return executor.block((*imports_of(node), *node.orelse))
    test = node.test
    if type(test) is OPERATION and test.operator == "not":
        set_elsewhere.note(executor, node)
    held = tested(executor, test, executor.evaluate(test), node.line)
    if held is None and locking.is_off(executor, node):
        held = False
    truthy = guards.refine(executor, test, holds=True) if held is not False else None
    falsy = guards.refine(executor, test, holds=False) if held is not True else None
    if truthy is None and falsy is None:
        truthy, falsy = dict(executor.env), dict(executor.env)
    outside = _outside_transactions(test)
    before = executor.detached
    ends: list[dict[str, Value]] = []
    pending, left = executor.pending, 0
    named = executor.aliases
    names: list[dict[str, list[code.Expression]]] = []
    for env, body, holds in ((truthy, node.body, True), (falsy, node.orelse, False)):
        for case in split(executor, test, env) if env is not None and holds else (env,):
            if case is None:
                continue
            executor.detached = before or outside is holds
            executor.env, executor.pending = case, pending
            executor.aliases = {name: list(places) for name, places in named.items()}
            shrinking.popped(executor, test)
            if executor.block(body):
                ends.append(executor.env)
                names.append(executor.aliases)
                left |= executor.pending
            else:
                executor.remember(executor.env)
    executor.detached, executor.aliases = before, aliases.either(names)
    executor.pending = left if ends else pending
    if ends:
        executor.env = ends[0] if len(ends) == 1 else executor.merged(ends)
    return bool(ends)


def _outside_transactions(test: code.Expression) -> bool | None:
    """The answer of a test (`connection.in_atomic_block`) that no code inside a transaction gets; None for others."""
    if type(test) is OPERATION and test.operator == "not":
        inner = _outside_transactions(test.operands[0])
        return None if inner is None else not inner
    return False if type(test) is ATTRIBUTE and test.name == "in_atomic_block" else None
