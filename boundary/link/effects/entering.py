"""What is open once something is entered?  Transactions, sessions, what helpers yield: by `with`, or on a stack."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from boundary.link.calling.contexts import DRIVER, OUTSIDE, OWN, THREAD, UNIT, Edge
from boundary.link.definitions.wrappers import stands_in
from boundary.link.domain.joining import join
from boundary.link.domain.values import ANY, UNKNOWN, Container, External, Instance, Wrapped
from boundary.link.effects import own_connections
from boundary.link.evaluator.swallowing import swallows
from boundary.link.syntax.kinds import ATTRIBUTE, CALL, NAME

if TYPE_CHECKING:
    from collections.abc import Callable

    from boundary.link.calling.contexts import Context
    from boundary.link.domain.values import Atom, Value
    from boundary.link.evaluator.evaluation import Evaluator
    from boundary.model import code
    from boundary.model.scan import TransactionKind

STACKS: Final[frozenset[str]] = frozenset({"contextlib.ExitStack()", "contextlib.AsyncExitStack()"})
"""What holds open what is entered on it, until its own `with` ends."""


class Exits:
    """What is done where a block ends: what was entered last is left first."""

    def __init__(self, end_line: int) -> None:
        self.end_line = end_line
        self.others = 0
        """What was open on other sessions when one was made for the block: behind it, that is open again."""
        self.swallows = False
        """Whether what was entered may swallow an error of the block: behind it, the code goes on."""
        self._ends: list[Callable[[], object]] = []

    def at_end(self, end: Callable[[], object]) -> None:
        """Something else is done where the block ends."""
        self._ends.append(end)

    def leave(self) -> None:
        """The block ends."""
        for end in reversed(self._ends):
            end()


def enter(
    evaluator: Evaluator, written: code.Expression, target: code.Expression | None, line: int, exits: Exits
) -> Value:
    """Enter what is `written`; what that gives, and is bound to the target."""
    evaluator.take_aside()
    before = evaluator.pending
    value, own = _for_itself(evaluator, written, target)
    others = evaluator.take_aside()
    exits.swallows = exits.swallows or swallows(evaluator, value)
    held = enter_value(evaluator, value, line, exits, own=own)
    if own and target is not None:
        own_connections.bound(evaluator, target, held, line, before)
    if own and _closes(evaluator, held):
        exits.others |= before
    if ANY in value and evaluator.interpreter.frameworks.enters_connection(written, target):
        evaluator.open_block(line, exits.end_line, "default")
    if others and _has_own_session(evaluator, held):
        exits.others |= others
    return held


def _for_itself(evaluator: Evaluator, written: code.Expression, target: code.Expression | None) -> tuple[Value, bool]:
    """What is entered, and whether that is a session made for the block, or work begun on one that was.

    The latter as in `with Session() as session, session.begin():`, or a block within a block.
    """
    evaluator.take_made()
    sooner = evaluator.last_call
    value, own = evaluator.evaluate(written), evaluator.take_made()
    own = own or own_connections.connects(evaluator, sooner)
    if type(written) is CALL and type(written.function) is ATTRIBUTE:
        held = written.function.value
        own = own or (type(held) is NAME and held.id in evaluator.own_sessions)
    if own and type(target) is NAME:
        evaluator.own_sessions = evaluator.own_sessions | {target.id}
    return value, own


def _has_own_session(evaluator: Evaluator, held: Value) -> bool:
    """Whether a block is entered on a session that is closed behind it; a helper's goes on in that of its caller."""
    return not _helps(evaluator) and evaluator.interpreter.frameworks.is_session(evaluator.interpreter, held)


def _closes(evaluator: Evaluator, held: Value) -> bool:
    """Whether a block is entered on a connection that an engine gave for it, and that is closed behind it."""
    return not _helps(evaluator) and evaluator.follows_work and own_connections.is_connection(held)


def _helps(evaluator: Evaluator) -> bool:
    """Whether the code at hand may run around a block of its caller's."""
    function = evaluator.context.function
    return function is not None and function.is_generator


def enter_value(evaluator: Evaluator, value: Value, line: int, exits: Exits, *, own: bool = False) -> Value:
    """Enter a value, which may be a session (or work on one) that was made for the block alone (`own`)."""
    outer = evaluator.region
    # another thing that may be entered here is in no other transaction
    return join(_enter(evaluator, atom, line, exits, outer, own and evaluator.region == outer) for atom in value)


def _enter(evaluator: Evaluator, atom: Atom, line: int, exits: Exits, outer: int, own: bool) -> Value:  # noqa: FBT001, PLR0913, PLR0917 - all that is known of it
    """Enter one atom; `outer` is the region around."""
    if isinstance(atom, Instance):
        return _enter_object(evaluator, atom, line, exits, own=own)
    if isinstance(atom, Container):
        return atom.element
    if isinstance(atom, External) and atom.dotted in STACKS:
        evaluator.exits = exits
    if not isinstance(atom, Wrapped):
        return atom.alone
    inner: Value = atom.inner
    if atom.kind == "atomic":
        evaluator.open_block(line, exits.end_line, atom.extra, on=OWN if own else "")
        exits.at_end(lambda: evaluator.interpreter.frameworks.leaves_block(evaluator, inner, line))
        return inner or evaluator.atoms.none
    if atom.kind == "entered":
        return enter_helper(evaluator, atom.extra, line, exits.end_line, outer)
    if atom.kind == "closing":
        exits.at_end(lambda: evaluator.interpreter.objects.leave(evaluator, atom.alone, line))
        return inner
    return atom.alone


def _enter_object(evaluator: Evaluator, atom: Instance, line: int, exits: Exits, *, own: bool) -> Value:
    """An object as context manager: what its `__enter__` gives, perhaps in a transaction, on its `own` connection."""
    held, before = atom.alone, evaluator.region
    open_, sooner = evaluator.pending, evaluator.last_call
    one = evaluator.interpreter.objects.enter(evaluator, held, line)
    database = evaluator.interpreter.objects.enters_transaction(atom)
    if database is not None and evaluator.region == before:
        kind: TransactionKind = "decorator" if stands_in(evaluator.context) else "block"  # `ContextDecorator`
        evaluator.open_block(line, exits.end_line, database, kind=kind, on=DRIVER if own else "")
    if not atom.cls.library and (own or own_connections.connects(evaluator, sooner)):
        leave = evaluator.interpreter.objects.leave
        exits.at_end(lambda: own_connections.leave(evaluator, open_, lambda: leave(evaluator, held, line)))
    else:
        exits.at_end(lambda: evaluator.interpreter.objects.leave(evaluator, held, line))
    return one if one is not None else held


def enter_helper(evaluator: Evaluator, helper: Context, line: int, end_line: int, outer: int) -> Value:
    """A generator as context manager: where it yields inside a transaction, the body runs in one.

    `outer` is the region around the `with`: another generator that may be entered there is in no other transaction.
    """
    evaluator.interpreter.demand(helper, evaluator.context)
    context, first = evaluator.context, evaluator.region == outer
    regions = helper.open_at_yields()
    if regions:
        region = regions[0]
        opened = helper.regions[region]
        on = _connection(evaluator, helper, region) if first else ""
        perhaps = OUTSIDE in helper.yields or helper.flow.perhaps  # the body may as well go on in what was open
        here = evaluator.open_block(line, end_line, opened.database, real=opened.durable, on=on, anew=not perhaps)
        context.enter(helper, Edge(context, line, region, body=here))
        context.flow.perhaps = context.flow.perhaps or perhaps
    elif helper.flow.ends_around_yield:
        on = _connection(evaluator, helper, OUTSIDE) if first else ""
        here = evaluator.open_block(line, end_line, helper.flow.database, on=on)
        context.enter(helper, Edge(context, line, UNIT, body=here))
    return helper.yielded or UNKNOWN


def run_within(evaluator: Evaluator, helper: Context, line: int) -> None:
    """The whole function runs where a helper yields, which it is decorated with: in the region at hand."""
    for region in helper.open_at_yields()[:1]:
        evaluator.context.enter(helper, Edge(evaluator.context, line, region, body=evaluator.region))


def _connection(evaluator: Evaluator, helper: Context, region: int) -> str:
    """What connection a generator yields on: what its region says, or one around that; what it ends there itself."""
    while region != OUTSIDE:
        if helper.regions[region].on:
            return helper.regions[region].on
        region = helper.regions[region].parent
    if helper.flow.yields_on_its_own:
        return OWN
    if helper.flow.yields_on_own_connection:
        return DRIVER
    given = any(not helper.yielded.isdisjoint(value) for value in helper.arguments.values())
    of_thread = evaluator.interpreter.frameworks.is_session_of_thread
    return THREAD if not given and of_thread(evaluator.interpreter, helper.yielded) else ""
