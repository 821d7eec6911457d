"""What does a loop do?  Its body on what it is given, once more where it changes its own variables.

A few known members are kept apart: each has its round.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from boundary.link.calling.carrying import EXECUTES
from boundary.link.calling.dispatching import IMPORTS, NAMES_MODELS
from boundary.link.definitions.listed_classes import MOST_CLASSES, any_class_in, classes_in, mostly_classes
from boundary.link.domain.asking import is_unknown, known
from boundary.link.domain.joining import WIDEST
from boundary.link.domain.ranges import counts
from boundary.link.domain.values import UNKNOWN, ClassAtom, Container, Function, Instance, by_age
from boundary.link.evaluator import guards
from boundary.link.evaluator.cases import spread
from boundary.link.evaluator.endings import run_where_it_yields
from boundary.link.members import aliases, containers, memberships
from boundary.link.members.comprehensions import are_names, names_of_lists, of_use
from boundary.link.members.emptiness import is_in_vain, tested, truth_of
from boundary.link.members.listed_querysets import are_querysets, querysets_in
from boundary.link.members.picking import fields_in
from boundary.link.members.throngs import each_of
from boundary.link.syntax.keyed import asks_by_name, calls_by_name, changes_each, keeps_by_name, keeps_pairs
from boundary.link.syntax.kinds import CALL, CONSTANT, DISPLAY, NAME, WITH
from boundary.link.syntax.scopes import flat
from boundary.link.syntax.walking import calls_in, last_name

if TYPE_CHECKING:
    from collections.abc import Callable

    from boundary.link.calling.contexts import Context
    from boundary.link.domain.values import Atom, Value
    from boundary.link.evaluator.execution import Executor
    from boundary.model import code

FEW_MEMBERS: Final = 4
"""A loop over so few members keeps them apart, whatever it does."""
BY_NAME: Final = EXECUTES | IMPORTS | NAMES_MODELS | {"setattr"}
"""What a name is handed to that says what is meant: SQL about a table, what is imported, an attribute that is set."""
MOST_ROWS: Final = 8
"""A loop over so many kinds of tuples keeps them apart: what stands side by side in one goes together."""


def do_for(executor: Executor, node: code.For) -> bool:
    """`for`: the body runs on what the iterable may give, once more where it changes its own variables."""
    executor.generator = None
    iterable = executor.evaluate(node.iterable)
    helper = _generator_of(executor, node, iterable)
    if helper is not None:
        return run_where_it_yields(executor, helper, node.line, lambda: _do_for(executor, node, iterable))
    return _do_for(executor, node, iterable)


def _generator_of(executor: Executor, node: code.For, iterable: Value) -> Context | None:
    """What has been called for the rows of a loop, if it is a generator that yields inside of a transaction."""
    helper = executor.generator if type(node.iterable) is CALL else None
    if helper is None or not all(isinstance(atom, Container) and atom.kind == "generator" for atom in iterable):
        return None
    executor.interpreter.demand(helper, executor.context)
    return helper if helper.open_at_yields() or helper.flow.ends_around_yield else None


def _do_for(executor: Executor, node: code.For, iterable: Value) -> bool:
    iterable = _named(executor, node.iterable, iterable)
    iterable = executor.interpreter.items.listed(executor, spread(executor, iterable, node.line), node.line)
    members = containers.members(iterable)
    if members is not None and len(set(members)) > 1 and _is_unrolled(node, iterable, members):
        return _unrolled(executor, node, members, sure=True)
    apart = fields_in(iterable) or _or_others(node, iterable) or _of_several(node, iterable)
    if (fields := apart or each_of(iterable)) is not None:
        return _unrolled(executor, node, fields)
    if members == () and truth_of(executor, node.iterable, iterable) is False:
        return executor.block(node.orelse)
    if is_in_vain(executor, node.iterable, iterable):
        return executor.block(node.orelse)
    element = of_use(executor, node, iterable)
    if element is None:
        element = any_class_in(iterable) or querysets_in(iterable)
        element = element or (names_of_lists(iterable) if asks_by_name(node) else None)
        element = element or executor.interpreter.items.iterate(executor, iterable, node.line)
    elif not element:
        return executor.block(node.orelse)
    before = dict(executor.env)
    if len(element) > 1 and _is_kept_apart(executor, node, element):
        rows = tuple(one.alone for one in by_age(element))
        _unrolled(executor, node, rows)
        changed = any(executor.env.get(name) != value for name, value in before.items())
        return not changed or _unrolled(executor, node, rows)  # what one changes the others see, in whatever order

    def once() -> bool:
        executor.store(node.target, element, node.line)
        aliases.of_rounds(executor, node.target, _written(node))
        memberships.of_loop(executor, node.target, node.iterable, element)
        return executor.block(node.body)

    return _loop(executor, once, node.orelse, runs=bool(members) or counts(executor, node.iterable))


def _named(executor: Executor, written: code.Expression, iterable: Value) -> Value:
    """What names suggest of a loop's rows of which nothing else is known: of `orders`, each of `(self.order, line)`."""
    named = executor.interpreter.frameworks.named
    if not known(iterable):
        return named(executor, written, iterable)
    members = containers.members(iterable) if type(written) is DISPLAY and len(iterable) == 1 else None
    if type(written) is not DISPLAY or members is None or len(members) != len(written.items):
        return iterable
    if all(map(known, members)):
        return iterable
    items = zip(written.items, members, strict=True)
    return containers.make(
        executor, written.kind, [one if known(one) else named(executor, item, one) for item, one in items]
    )


def _written(node: code.For) -> tuple[code.Expression, ...]:
    """The members of a loop as they are written, where it goes over a display: what they name, its rounds are given."""
    return node.iterable.items if type(node.iterable) is DISPLAY else ()


def _or_others(node: code.For, iterable: Value) -> tuple[Value, ...] | None:
    """The members, kept apart, of a list that may be another one, a setting with a default; and any other."""
    told = frozenset([atom for atom in iterable if not _says_nothing(atom)])
    members = containers.members(told) if len(told) < len(iterable) else None
    if members is None or len(members) <= FEW_MEMBERS or not _is_unrolled(node, told, members):
        return None
    return (*members, UNKNOWN)


def _of_several(node: code.For, iterable: Value) -> tuple[Value, ...] | None:
    """What a dict gives, as it is now or was before, where a loop keeps something for each of it; and any other."""
    if len(iterable) == 1:
        return None
    found: dict[Value, None] = {}
    for atom in by_age(iterable):
        if is_unknown(atom):
            found[UNKNOWN] = None
        elif isinstance(atom, Container) and atom.kind != "dict" and atom.entries is not None:
            found.update(dict.fromkeys(atom.entries))
        else:
            return None
    few = FEW_MEMBERS < len(found) <= containers.MOST_ENTRIES
    return tuple(found) if few and (keeps_pairs(node) or changes_each(node)) else None


def _says_nothing(atom: Atom) -> bool:
    """Whether this is anything, or a list of nobody knows what."""
    if not isinstance(atom, Container) or atom.kind == "dict":
        return is_unknown(atom)
    return not known(atom.element) and not any(known(each) for each in atom.entries or ())


def _unrolled(executor: Executor, node: code.For, members: tuple[Value, ...], *, sure: bool = False) -> bool:
    """A loop over a few known members keeps them apart, and so the transactions of their rounds.

    `sure`: each of them has its round, unless one before it ends the loop.
    """
    outer, executor.jumps = executor.jumps, []
    around = executor.turn
    written = _written(node) if sure else ()
    ends = [(dict(executor.env), executor.pending)]
    whole = 0
    for index, member in enumerate(members):
        executor.turn = (*around, node.line, index)
        last, seen = ends[-1][1], len(executor.jumps)
        _meet(executor, ends)
        ends = [(dict(executor.env), executor.pending)]  # met once: each would be again before every member behind it
        if sure:
            ends.clear()
        executor.store(node.target, member, node.line)
        if len(written) == len(members):
            aliases.of_rounds(executor, node.target, written[index : index + 1])
        memberships.of_loop(executor, node.target, node.iterable, member)
        if executor.block(node.body):
            whole += 1
            ends.append((executor.env, executor.pending))
        else:
            executor.remember(executor.env)
            ends.append((executor.env, last))
        ends.extend((env, pending) for env, pending, leaves in executor.jumps[seen:] if not leaves)
    broken = [(env, pending) for env, pending, leaves in executor.jumps if leaves]
    executor.jumps, executor.turn = outer, around
    _note_rounds(executor, node, whole)
    _meet(executor, ends)
    executor.block(node.orelse)
    if broken:
        _meet(executor, [(executor.env, executor.pending), *broken])
    return True


def _note_rounds(executor: Executor, node: code.For, rounds: int) -> None:
    """Each context of the function takes as much longer as it has whole rounds: so many fewer are kept apart."""
    function = executor.context.function
    if function is not None and rounds > FEW_MEMBERS:
        function.rounds = max(function.rounds, rounds * len(flat(node.body)))


def do_while(executor: Executor, node: code.While) -> bool:
    """`while`: like `for` without a target."""
    tested(executor, node.test, executor.evaluate(node.test), node.line)
    truthy = guards.refine(executor, node.test, holds=True)
    if truthy is None:
        return executor.block(node.orelse)

    def once() -> bool:
        executor.env = guards.refine(executor, node.test, holds=True) or executor.env
        return executor.block(node.body)

    for_ever = type(node.test) is CONSTANT and bool(node.test.value)
    return _loop(executor, once, node.orelse, runs=for_ever, ends=not for_ever)


def do_jump(executor: Executor, node: code.Jump) -> bool:
    """`break`, `continue`."""
    executor.remember(executor.env)
    executor.jumps.append((executor.env, executor.pending, node.leaves))
    return False


def _loop(
    executor: Executor, once: Callable[[], bool], orelse: tuple[code.Statement, ...], *, runs: bool, ends: bool = True
) -> bool:
    """A body that runs again where it changes variables; `runs` if it runs at all, `ends` if not for ever."""
    outer, executor.jumps = executor.jumps, []
    before = dict(executor.env), executor.pending
    resets = executor.context.flow.resets
    rounds = _round(executor, once)
    again, pending = executor.merged([before[0], *(env for env, _ in rounds)]), before[1]
    for _, left in rounds:
        pending |= left
    changed = any(before[0].get(name) is not None and before[0][name] != value for name, value in again.items())
    flow = executor.context.flow
    if changed or (pending != before[1] and (resets or flow.resets or flow.passes)):
        executor.env, executor.pending = dict(again), pending
        rounds += _round(executor, once)
    broken = [(env, pending) for env, pending, leaves in executor.jumps if leaves]
    executor.jumps = outer
    behind = (rounds if runs else [before, *rounds]) if ends else []
    reached = bool(behind)
    if behind:
        _meet(executor, behind)
        reached = executor.block(orelse)
    if broken:
        _meet(executor, [*([(executor.env, executor.pending)] if reached else []), *broken])
    return reached or bool(broken)


def _round(executor: Executor, once: Callable[[], bool]) -> list[tuple[dict[str, Value], int]]:
    """What a loop's body leaves for its next round: where its end is reached, and where it goes on before."""
    seen = len(executor.jumps)
    reached = once()
    if not reached:
        executor.remember(executor.env)
    rounds = [(env, pending) for env, pending, leaves in executor.jumps[seen:] if not leaves]
    return [(executor.env, executor.pending), *rounds] if reached else rounds


def _meet(executor: Executor, ends: list[tuple[dict[str, Value], int]]) -> None:
    """Go on where several paths meet."""
    executor.env, executor.pending = executor.merged([env for env, _ in ends]), 0
    for _, pending in ends:
        executor.pending |= pending


def _is_row(atom: Atom) -> bool:
    """Whether an atom is a tuple of known parts, or stands for all that are not known."""
    return is_unknown(atom) or (isinstance(atom, Container) and atom.kind == "tuple" and bool(atom.entries))


def _is_kept_apart(executor: Executor, node: code.For, element: Value) -> bool:
    """Whether a loop over nobody knows how many members keeps those of one kind apart: a round has one of them.

    So do rows, what stands side by side in one goes together; classes; querysets of which there are more than a value
    keeps; names by which what is asked for is kept; and objects and functions, each of which a round handles in a
    transaction of its own.
    """
    if type(node.target) is DISPLAY:
        most = MOST_CLASSES if mostly_classes(element) else MOST_ROWS
        return len(element) <= most and all(_is_row(each) for each in element)
    if type(node.target) is not NAME or executor.context.library:
        return False
    if all(isinstance(atom, ClassAtom) or (is_unknown(atom) and len(element) > WIDEST) for atom in element):
        return len(element) <= MOST_CLASSES
    if len(element) > 2 * WIDEST and are_querysets(element):
        return True
    if are_names(element) and (keeps_by_name(node) or calls_by_name(node)):
        return len(element) <= containers.MOST_ENTRIES
    handled = all(isinstance(atom, (Instance, Function)) for atom in element)
    return handled and len(element) <= MOST_ROWS and any(type(one) is WITH for one in flat(node.body))


def _is_unrolled(node: code.For, iterable: Value, members: tuple[Value, ...]) -> bool:
    """Whether a loop keeps these members apart: few, but all classes, and all where names say what is meant."""
    if len(members) <= FEW_MEMBERS or classes_in(iterable) is not None or _is_of_names(node.iterable):
        return True
    return len(members) <= containers.MOST_ENTRIES and (
        any(last_name(one.function) in BY_NAME for one in calls_in(node.body))
        or keeps_by_name(node)
        or keeps_pairs(node)
        or changes_each(node)
        or calls_by_name(node)
    )


def _is_of_names(iterable: code.Expression) -> bool:
    """`for name in dir(cls)`: a body that skips most of them, and asks the class for the others by name."""
    return type(iterable) is CALL and type(iterable.function) is NAME and iterable.function.id == "dir"
