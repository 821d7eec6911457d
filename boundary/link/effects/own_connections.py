"""Which connection has a function made for itself? What it commits there is what it did since it made that.

A variable that only ever holds connections that the function at hand has made (`conn = sqlite3.connect(path)`, `with
closing(connected()) as conn:`) stands for none of its callers', nor for one that the function had before: what is open
on those stays open, whatever becomes of this one.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from boundary.link.domain.values import BOTTOM, Instance
from boundary.link.syntax.kinds import ASSIGN, ATTRIBUTE, CONSTANT, IF, NAME, WITH
from boundary.link.syntax.walking import nodes_in, own_nodes_in

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from boundary.link.calling.contexts import Edge
    from boundary.link.domain.values import Value
    from boundary.link.evaluator.evaluation import Evaluator
    from boundary.model import code

DRIVERS: Final = frozenset({"pep249.Connection"})
CONNECTIONS: Final = DRIVERS | {"sqlalchemy.engine.Connection"}
MAKING: Final = frozenset({"__init__", "__enter__", "__aenter__"})
SESSION: Final = "sqlalchemy.orm.session.Session"
"""It has work of its own, on whichever connection that is."""


def assigned(evaluator: Evaluator, target: code.Expression, written: code.Expression, line: int) -> Value:
    """What is bound to a name, and whether it was made just now."""
    if not evaluator.follows_work:
        return evaluator.evaluate(written)
    made, before, evaluator.made = evaluator.made, evaluator.pending, False
    value = evaluator.evaluate(written)
    if evaluator.made:
        bound(evaluator, target, value, line, before)
    evaluator.made = evaluator.made or made
    return value


def bound(evaluator: Evaluator, target: code.Expression, value: Value, line: int, before: int) -> None:
    """A name is bound to what was made just now, with this open before that."""
    if type(target) is NAME and is_connection(value):
        evaluator.connected[target.id, line] = evaluator.connected.get((target.id, line), 0) | before


def is_connection(value: Value, kinds: frozenset[str] = CONNECTIONS) -> bool:
    """Whether a value may be a connection: a driver's or an engine's, no session."""
    return any(
        isinstance(atom, Instance)
        and any(one.dotted in kinds for one in atom.cls.mro or ())
        and not any(one.dotted == SESSION for one in atom.cls.mro or ())
        for atom in value
    )


def commit(evaluator: Evaluator, line: int, database: str = "default") -> None:
    """`connection.commit()`: the work ends that was done on it."""
    before = open_before(evaluator)
    open_ = evaluator.pending
    if before is None:
        evaluator.end_work(line, database)
    elif evaluator.follows_work and not evaluator.flushing:
        evaluator.pending &= ~before
        evaluator.end_work(line, database)
        evaluator.pending = open_ & before


def rollback(evaluator: Evaluator) -> None:
    """`connection.rollback()`: what was done on it is undone."""
    before = open_before(evaluator)
    goes_on = 0 if before is None else evaluator.pending & before
    evaluator.drop_work()
    evaluator.pending |= goes_on


def connects(evaluator: Evaluator, sooner: Edge | None) -> bool:
    """Whether a method of an object has been called since, one that makes a connection each time that it runs.

    What such an object commits in its `__exit__`, it has made in its `__init__` or `__enter__`.
    """
    edge = evaluator.last_call
    if edge is None or edge is sooner or not edge.callee.flow.connects:
        return False
    function = edge.callee.function
    if function is None or function.name not in MAKING:
        return False
    return all(type(one) is not IF for one in nodes_in(function.body))


def leave(evaluator: Evaluator, before: int, end: Callable[[], object]) -> None:
    """A block ends on an object with a connection of its own: what was open before the block stays so.

    Where it commits, it does unless an error goes on: nothing of the block is open in the code behind it.
    """
    others, evaluator.pending, sooner = evaluator.pending & before, evaluator.pending & ~before, evaluator.last_call
    end()
    edge = evaluator.last_call
    ended = edge is not None and edge is not sooner and edge.callee.flow.ends_before
    evaluator.pending = others if ended else evaluator.pending | others


def open_before(evaluator: Evaluator) -> int | None:
    """What was open before the connection was made whose method is being called; None where others have it, too."""
    node = evaluator.calling
    if not evaluator.connected or node is None or type(node.function) is not ATTRIBUTE:
        return None
    return _before(evaluator, node.function.value)


def handed(evaluator: Evaluator) -> int:
    """What was open before the connection was made that the call at hand is given, if that is one of a driver's.

    What is called commits on that: what was open on others stays so.
    """
    node = evaluator.calling
    if not evaluator.connected or node is None:
        return 0
    before = 0
    for one in (*node.arguments, *(keyword.value for keyword in node.keywords)):
        if type(one) is NAME and any(called == one.id for called, _ in evaluator.connected):
            held = _before(evaluator, one)
            if held is not None and is_connection(evaluator.env.get(one.id, BOTTOM), DRIVERS):
                before = before & held if before else held
    return before


def _before(evaluator: Evaluator, held: code.Expression) -> int | None:
    """What was open before the connection was made that a variable holds; None where others have it, too."""
    function = evaluator.context.function
    if type(held) is not NAME or function is None or held.id in evaluator.globals or held.id in evaluator.nonlocals:
        return None
    if not evaluator.context.arguments.get(held.id, BOTTOM) <= evaluator.atoms.none:
        return None  # handed over, perhaps: `if conn is None: conn = connect()`
    before = 0
    for line in _bindings(function.body, held.id):
        if (held.id, line) not in evaluator.connected:
            return None
        before |= evaluator.connected[held.id, line]
    return before


def _bindings(body: tuple[code.Statement, ...], name: str) -> Iterator[int]:
    """The lines on which a function binds a name to anything but None."""
    for node in own_nodes_in(body):
        if type(node) is ASSIGN and not (type(node.value) is CONSTANT and node.value.value is None):
            if any(type(one) is NAME and one.id == name for one in node.targets):
                yield node.line
        elif type(node) is WITH:
            yield from (one.line for one in node.items if type(one.target) is NAME and one.target.id == name)
