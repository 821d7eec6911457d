"""What does a block do whose end always comes?  `with` and `try`: what was entered is left, handlers run."""

from __future__ import annotations

from typing import TYPE_CHECKING

from boundary.link.domain.joining import join
from boundary.link.domain.values import UNKNOWN, by_age
from boundary.link.effects.entering import Exits, enter, enter_helper
from boundary.link.frameworks.said import said
from boundary.link.members import containers

if TYPE_CHECKING:
    from collections.abc import Callable

    from boundary.link.calling.contexts import Context
    from boundary.link.domain.values import Value
    from boundary.link.evaluator.execution import Executor
    from boundary.model import code


def do_with(executor: Executor, node: code.With) -> bool:
    """`with`: what is entered is open in its body, and left behind it."""
    outer, leaving, stack = executor.region, executor.leaving, executor.exits
    executor.leaving = None
    exits = Exits(node.end_line)
    for item in node.items:
        held = enter(executor, item.context, item.target, item.line, exits)
        if item.target is not None:
            executor.store(item.target, held, item.line)

    def exit_all() -> bool:
        exits.leave()
        executor.leave_block()
        executor.pending |= exits.others
        return True

    def run() -> bool:
        return _swallowed(executor, node.body) if exits.swallows else executor.block(node.body)

    reached = _ended(executor, run, exit_all)
    executor.region, executor.leaving, executor.exits = outer, leaving, stack
    return reached


def _swallowed(executor: Executor, body: tuple[code.Statement, ...]) -> bool:
    """A body whose errors go no further: what is behind it runs wherever it stopped."""
    before, pending = dict(executor.env), executor.pending
    executor.block(body)
    executor.env = executor.merged([before, executor.env])
    executor.pending |= pending
    return True


def run_where_it_yields(executor: Executor, helper: Context, line: int, body: Callable[[], bool]) -> bool:
    """The body of a loop over a generator (`for session in get_session():`) runs where that yields, as in a `with`."""
    outer, leaving = executor.region, executor.leaving
    executor.leaving = None
    enter_helper(executor, helper, line, line, outer)

    def left() -> bool:
        executor.leave_block()
        return True

    reached = _ended(executor, body, left)
    executor.region, executor.leaving = outer, leaving
    return reached


def do_try(executor: Executor, node: code.Try) -> bool:
    """`try`: a handler starts from what the body may have done."""
    if not node.final:
        return _ended(executor, lambda: _try(executor, node), lambda: True)
    before = dict(executor.env)
    return _ended(executor, lambda: _try(executor, node), lambda: _final(executor, node.final, before))


def _try(executor: Executor, node: code.Try) -> bool:
    before, pending, left = dict(executor.env), executor.pending, 0
    reached, unended = _tried(executor, node)
    after_body, may = executor.env, pending | executor.pending
    unended &= ~may
    middle = executor.merged([before, after_body])
    ends: list[dict[str, Value]] = []
    if reached:
        reached = executor.block(node.orelse)
        if reached:
            ends.append(executor.env)
            left |= executor.pending
    for handler in node.handlers:
        more, around = 0 if unended and _is_of_databases(executor, handler.type) else unended, executor.unended
        executor.env, executor.pending, executor.unended = dict(middle), may | more, around | more
        if handler.name:
            executor.env[handler.name] = _caught(executor, handler.type)
        if executor.block(handler.body):
            ends.append(executor.env)
            left |= executor.pending & ~more
        else:
            executor.remember(executor.env)
        executor.unended = around
    executor.env = executor.merged(ends) if ends else dict(middle)
    executor.pending = left if ends else may
    return bool(ends)


def _tried(executor: Executor, node: code.Try) -> tuple[bool, int]:
    """The body of a `try`; whether its end is reached, and what was open at its calls before that was ended.

    Where such a call raises something, the work that it was in goes on in the handler, which may end it.
    """
    before, executor.stopped = executor.stopped, 0
    executor.trying += bool(node.handlers)
    reached = executor.block(node.body)
    executor.trying -= bool(node.handlers)
    unended, executor.stopped = executor.stopped, executor.stopped | before
    return reached, unended


def _is_of_databases(executor: Executor, kind: code.Expression | None) -> bool:
    """Whether a handler catches what a database raises: of the work in which it does that nothing goes on."""
    if kind is None:
        return False
    value = executor.evaluate(kind)
    named = join(containers.members(value) or (value,))
    packages = {one.split(".")[0] for one in said().work}
    return bool(named) and all(
        getattr(getattr(atom, "cls", atom), "dotted", "").split(".")[0] in packages for atom in named
    )


def _caught(executor: Executor, kind: code.Expression | None) -> Value:
    """What a handler catches: objects of its classes, or of packages that are not read, which are from outside."""
    if kind is None:
        return UNKNOWN
    value = executor.evaluate(kind)
    named = join(containers.members(value) or (value,))
    held = [cls for cls in (getattr(atom, "cls", None) for atom in by_age(named)) if cls is not None]
    if held:
        return executor.interpreter.instances_of(held)
    return executor.interpreter.annotations.outside(named) or UNKNOWN


def _final(executor: Executor, body: tuple[code.Statement, ...], before: dict[str, Value]) -> bool:
    """What runs behind a body that may have stopped anywhere; what follows it runs only where it has not."""
    after = executor.env
    either = executor.merged([after, before])
    executor.env = dict(either)
    reached = executor.block(body)
    for name, value in after.items():
        if executor.env.get(name) == either[name]:
            executor.env[name] = value
    return reached


def _ended(executor: Executor, body: Callable[[], bool], ending: Callable[[], bool]) -> bool:
    """A body, and what runs behind it all the same: it decides what is open where the body returns, too."""
    flow = executor.context.flow
    before = flow.exit, flow.returns
    flow.exit, flow.returns = 0, False
    executor.ending += 1
    reached = body()
    executor.ending -= 1
    left, returned, returns = executor.pending if reached else 0, flow.exit, flow.returns
    executor.pending = open_ = left | returned
    reached = ending() and reached
    if executor.pending & open_ == open_:  # the ending ended no work
        more = executor.pending & ~open_
        executor.pending, returned = left | more, returned | more
    else:
        returned = executor.pending
    if not executor.ending:  # what is left open on its own session is given up
        returned = returned if executor.gave else executor.outer or returned
        executor.gave = False
    flow.exit = before[0] | (returned if returns else 0)
    flow.returns = flow.returns or before[1]
    return reached
