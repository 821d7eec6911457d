"""What does a block do whose end always comes?  `with` and `try`: transactions, helpers that yield, handlers."""

from __future__ import annotations

from typing import TYPE_CHECKING

from boundary.link import containers
from boundary.link.contexts import DRIVER, OUTSIDE, OWN, THREAD, UNIT, Edge
from boundary.link.frameworks import python_exit_stacks
from boundary.link.joining import join
from boundary.link.kinds import ATTRIBUTE, CALL, NAME
from boundary.link.values import ANY, UNKNOWN, Container, Instance, Wrapped
from boundary.link.wrappers import stands_in

if TYPE_CHECKING:
    from collections.abc import Callable

    from boundary.link.contexts import Context
    from boundary.link.execution import Executor
    from boundary.link.values import Atom, Value
    from boundary.model import code
    from boundary.model.scan import TransactionKind


def do_with(executor: Executor, node: code.With) -> bool:
    """`with`: transactions, and helpers that yield inside one."""
    outer, leaving, stack = executor.region, executor.leaving, executor.exits
    executor.leaving = None
    exits: list[tuple[Value, int]] = []
    opened: list[Value] = []
    others = 0
    for item in node.items:
        others |= _enter(executor, item, node, exits, opened)

    def exit_all() -> bool:
        if executor.exits is not None and executor.exits is not stack:
            python_exit_stacks.leave(executor, executor.exits)
        for value, line in exits:
            executor.interpreter.objects.leave(executor, value, line)
        for value in opened:
            executor.interpreter.frameworks.leaves_block(executor, value)
        _leave_block(executor)
        executor.pending |= others
        return True

    reached = _ended(executor, lambda: executor.block(node.body), exit_all)
    executor.region, executor.leaving, executor.exits = outer, leaving, stack
    return reached


def _enter(
    executor: Executor, item: code.WithItem, node: code.With, exits: list[tuple[Value, int]], opened: list[Value]
) -> int:
    """Enter one thing; what is open on other sessions where it is a new one, which is closed behind the block."""
    executor.take_aside()
    value, own = _for_itself(executor, item)
    others = executor.take_aside()
    entered: list[Value] = []
    outer = executor.region
    for atom in value:
        if isinstance(atom, Wrapped) and atom.kind == "atomic":
            # another thing that may be entered here is in no other transaction
            on = OWN if own and executor.region == outer else ""
            executor.open_region("block", item.line, node.end_line, atom.extra, on=on)
            entered.append(atom.inner or executor.atoms.none)
            opened.append(atom.inner)
            _begin(executor)
        elif isinstance(atom, Wrapped) and atom.kind == "entered":
            entered.append(_enter_helper(executor, atom.extra, item.line, node.end_line, outer))
        elif isinstance(atom, Instance):
            entered.append(_enter_object(executor, atom, item, node, own=own and executor.region == outer))
            exits.append((atom.alone, item.line))
        elif isinstance(atom, Wrapped) and atom.kind == "closing":
            entered.append(atom.inner)
            exits.append((atom.alone, item.line))
        elif isinstance(atom, Container):
            entered.append(atom.element)
        elif python_exit_stacks.is_stack(atom):
            executor.exits = []
            entered.append(atom.alone)
        else:
            entered.append(_enter_unknown(executor, atom, item, node))
    held = join(entered) or UNKNOWN
    if item.target is not None:
        executor.store(item.target, held, item.line)
    return others if others and _has_own_session(executor, held) else 0


def _for_itself(executor: Executor, item: code.WithItem) -> tuple[Value, bool]:
    """What is entered, and whether that is a session made for the block, or work begun on one that was.

    The latter as in `with Session() as session, session.begin():`, or a block within a block.
    """
    executor.take_made()
    value, entered, own = executor.evaluate(item.context), item.context, executor.take_made()
    if type(entered) is CALL and type(entered.function) is ATTRIBUTE:
        held = entered.function.value
        own = own or (type(held) is NAME and held.id in executor.own_sessions)
    if own and type(item.target) is NAME:
        executor.own_sessions = executor.own_sessions | {item.target.id}
    return value, own


def _enter_unknown(executor: Executor, atom: Atom, item: code.WithItem, node: code.With) -> Value:
    """Something that nothing is known of: a transaction where it is called so."""
    if atom is ANY and executor.interpreter.frameworks.enters_connection(item):
        executor.open_region("block", item.line, node.end_line, "default")
        _begin(executor)
    return atom.alone


def _has_own_session(executor: Executor, held: Value) -> bool:
    """Whether a block is entered on a session that is closed behind it; a helper's goes on in that of its caller."""
    function = executor.context.function
    helps = function is not None and function.is_generator
    return not helps and executor.interpreter.frameworks.is_session(executor.interpreter, held)


def _enter_object(executor: Executor, atom: Instance, item: code.WithItem, node: code.With, *, own: bool) -> Value:
    """An object as context manager: what its `__enter__` gives, perhaps in a transaction, on its `own` connection."""
    held, before = atom.alone, executor.region
    one = executor.interpreter.objects.enter(executor, held, item.line)
    database = executor.interpreter.objects.enters_transaction(atom)
    if database is not None and executor.region == before:
        kind: TransactionKind = "decorator" if stands_in(executor.context) else "block"  # `ContextDecorator`
        executor.open_region(kind, item.line, node.end_line, database, on=DRIVER if own else "")
        _begin(executor)
    return one if one is not None else held


def _begin(executor: Executor) -> None:
    """Work of its own begins; what is open behind the block is what was when the first of it began."""
    if executor.leaving is None:
        executor.leaving = executor.pending
    executor.pending = 0


def _leave_block(executor: Executor) -> None:
    """A block ends: what was open before it is open again."""
    if executor.leaving is not None:
        executor.pending = executor.leaving
        executor.context.flow.resets |= executor.follows_work  # a flow that nobody follows is everybody's


def run_where_it_yields(executor: Executor, helper: Context, line: int, body: Callable[[], bool]) -> bool:
    """The body of a loop over a generator (`for session in get_session():`) runs where that yields, as in a `with`."""
    outer, leaving = executor.region, executor.leaving
    executor.leaving = None
    _enter_helper(executor, helper, line, line, outer)

    def left() -> bool:
        _leave_block(executor)
        return True

    reached = _ended(executor, body, left)
    executor.region, executor.leaving = outer, leaving
    return reached


def _enter_helper(executor: Executor, helper: Context, line: int, end_line: int, outer: int) -> Value:
    """A generator as context manager: where it yields inside a transaction, the body runs in one.

    `outer` is the region around the `with`: another generator that may be entered there is in no other transaction.
    """
    executor.interpreter.demand(helper, executor.context)
    first = executor.region == outer
    for region in sorted(helper.yields):
        if region == OUTSIDE:
            continue
        opened = helper.regions[region] if region < len(helper.regions) else None
        if opened is None:
            continue
        on = _connection(executor, helper, region) if first else ""
        here = executor.open_region("block", line, end_line, opened.database, real=opened.durable, on=on)
        executor.context.enter(helper, Edge(executor.context, line, region, body=here))
        if OUTSIDE in helper.yields or helper.flow.perhaps:  # the body may as well go on in what was open
            executor.context.flow.perhaps = True
        else:
            _begin(executor)
        break
    else:
        if helper.flow.ends_around_yield:
            on = _connection(executor, helper, OUTSIDE) if first else ""
            here = executor.open_region("block", line, end_line, helper.flow.database, on=on)
            executor.context.enter(helper, Edge(executor.context, line, UNIT, body=here))
            _begin(executor)
    return helper.yielded or UNKNOWN


def _connection(executor: Executor, helper: Context, region: int) -> str:
    """What connection a generator yields on: what its region says, or one around that; what it ends there itself."""
    while region != OUTSIDE:
        if helper.regions[region].on:
            return helper.regions[region].on
        region = helper.regions[region].parent
    if helper.flow.yields_on_its_own:
        return OWN
    given = any(not helper.yielded.isdisjoint(value) for value in helper.arguments.values())
    of_thread = executor.interpreter.frameworks.is_session_of_thread
    return THREAD if not given and of_thread(executor.interpreter, helper.yielded) else ""


def do_try(executor: Executor, node: code.Try) -> bool:
    """`try`: a handler starts from what the body may have done."""
    if not node.final:
        return _ended(executor, lambda: _try(executor, node), lambda: True)
    before = dict(executor.env)
    return _ended(executor, lambda: _try(executor, node), lambda: _final(executor, node.final, before))


def _try(executor: Executor, node: code.Try) -> bool:
    before, pending, left = dict(executor.env), executor.pending, 0
    reached = executor.block(node.body)
    after_body, may = executor.env, pending | executor.pending
    middle = executor.merged([before, after_body])
    ends: list[dict[str, Value]] = []
    if reached:
        reached = executor.block(node.orelse)
        if reached:
            ends.append(executor.env)
            left |= executor.pending
    for handler in node.handlers:
        executor.env, executor.pending = dict(middle), may
        if handler.name:
            executor.env[handler.name] = _caught(executor, handler.type)
        if executor.block(handler.body):
            ends.append(executor.env)
            left |= executor.pending
        else:
            executor.remember(executor.env)
    executor.env = executor.merged(ends) if ends else dict(middle)
    executor.pending = left if ends else may
    return bool(ends)


def _caught(executor: Executor, kind: code.Expression | None) -> Value:
    if kind is None:
        return UNKNOWN
    value = executor.evaluate(kind)
    classes = [getattr(atom, "cls", None) for one in containers.members(value) or (value,) for atom in one]
    held = [cls for cls in classes if cls is not None]
    return executor.interpreter.instances_of(held) if held else UNKNOWN


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
