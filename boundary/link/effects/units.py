"""Which units of work are there?  Spans up to a commit, through callers and callees, made of what evaluation kept.

A commit ends what its function has done since the last commit, what the functions called by it have left open, and
what its callers had left open when they called. The first two are spans: regions of a context that are sets of events.
The third is followed up the calls, each chain of callers a way of its own in which the commit is reached. A function
that runs behind requests ends what each of their views has left open; so does one that has called any method of an
object (`handlers[name](...)`) for each that it may have been.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from boundary.link.calling.contexts import OUTSIDE, UNIT, Edge, Region
from boundary.link.domain.values import Function
from boundary.link.effects.chains import Chain, distinct
from boundary.link.effects.flow import ENTRY, YIELD
from boundary.link.effects.leading import leading_to_anything

if TYPE_CHECKING:
    from collections.abc import Hashable, Iterator

    from boundary.link.calling.contexts import Context
    from boundary.link.effects.effects import Effects
    from boundary.link.effects.reach import Step

    Part = tuple[Context, int, list[Step]]

DEEPEST_CHAIN: Final = 40


class Units:
    """The units of work of a program; makes their spans when it is made."""

    def __init__(
        self,
        contexts: list[Context],
        requests: dict[int, list[Context]] | None = None,
        dispatched: dict[Context, list[Context]] | None = None,
    ) -> None:
        self._requests = requests or {}
        self._calls: dict[int, list[tuple[Context, Edge]]] = {}
        self._open: dict[int, None] = {}  # in the order of the contexts: a set of numbers of objects has none
        self._before: dict[tuple[int, Edge], int] = {}
        self._above: dict[int, list[Chain]] = {}
        self._handed: dict[tuple[int, int], int] = {}
        self._effects: Effects | None = None
        self._contexts = contexts
        self._blind: set[int] | None = None
        """What comes to something that may touch any table."""
        self._dispatched = self._behind_calls(dispatched) if dispatched else {}
        if any(context.flow.resets for context in contexts):
            self._tails()
            self._ends()
            self._callers()

    def _tails(self) -> None:
        """Contexts in which work ends leave less open than they do."""
        for context in self._contexts:
            if context.flow.resets:
                context.flow.tail = self._span(context, context.flow.exit & ~ENTRY, durable=False)
        # A function that calls one of these has a tail of its own, too: what the call leaves open of its work.
        above: dict[int, list[Context]] = {}
        for context in self._contexts:
            for edge in context.flow.before:
                above.setdefault(id(edge.callee), []).append(context)
        stack = [context for context in self._contexts if context.flow.tail is not None]
        while stack:
            for context in above.get(id(stack.pop()), ()):
                if context.flow.tail is None:
                    context.flow.tail = self._span(context, context.flow.exit & ~ENTRY, durable=False)
                    stack.append(context)

    def _behind_calls(self, dispatched: dict[Context, list[Context]]) -> dict[int, dict[Context, None]]:
        """For functions that call, however deep, some member whose name only a run can tell: what that may be."""
        callers: dict[int, list[Context]] = {}
        for context in self._contexts:
            for edge in context.flow.before:
                callers.setdefault(id(edge.callee), []).append(context)
        found: dict[int, dict[Context, None]] = {}
        for context, members in dispatched.items():
            seen, stack = {id(context)}, [context]
            while stack:
                one = stack.pop()
                found.setdefault(id(one), {}).update(dict.fromkeys(members))
                for caller in callers.get(id(one), ()):
                    if id(caller) not in seen:
                        seen.add(id(caller))
                        stack.append(caller)
        return found

    def _ends(self) -> None:
        for context in self._contexts:
            for (line, database, turn), mask in list(context.flow.ends.items()):
                self._span(context, mask, durable=True, line=line, database=database, turn=turn)
                if mask & ENTRY:
                    self._open[id(context)] = None

    def _callers(self) -> None:
        """For each call of a function that ends its callers' work, the span that is open in the caller."""
        calls: dict[int, list[tuple[Context, Edge, int]]] = {}
        for context in self._contexts:
            for edge, mask in context.flow.before.items():
                calls.setdefault(id(edge.callee), []).append((context, edge, mask))
        stack = list(self._open)
        while stack:
            for context, edge, mask in calls.get(stack.pop(), ()):
                self._calls.setdefault(id(edge.callee), []).append((context, edge))
                self._before[id(context), edge] = self._span(context, mask, durable=False)
                if mask & ENTRY and id(context) not in self._open:
                    self._open[id(context)] = None
                    stack.append(id(context))

    @staticmethod
    def _span(  # noqa: PLR0913 - a region, spelled out
        context: Context,
        mask: int,
        *,
        durable: bool,
        line: int = 0,
        database: str | None = None,
        turn: tuple[int, ...] = (),
    ) -> int:
        index = context.open(Region("unit_of_work", line, line, OUTSIDE, database, None, durable, turn))
        context.flow.span(index, mask)
        return index

    # --- ways ---------------------------------------------------------------------------------------

    def ways(self, context: Context, region: int, effects: Effects) -> Iterator[tuple[Hashable, list[Part]]]:
        """The ways in which a commit is reached: the parts of the work that it ends, each way a transaction."""
        self._effects = effects
        mask = context.flow.spans[region]
        own: list[Part] = [(context, region, [])]
        if mask & YIELD and context.extended:
            for key, parts in self._around(context):
                yield key, [*own, *parts]
            return
        above = self._chains(context) if mask & ENTRY else []
        if self._dispatched:
            above = [*above, *distinct(self._called_before(context, mask), by_caller=context.library)]
        for number, chain in enumerate(above):
            yield (id(context), number), [*own, *chain.parts()]
        if not above:
            yield id(context), own

    def _around(self, context: Context) -> Iterator[tuple[Hashable, list[Part]]]:
        """What runs where a helper yields into work that is ended behind that: each a way of its own."""
        assert self._effects is not None  # noqa: S101 - asked for in `ways` only
        for edge in context.extended:
            if edge.region == UNIT and edge.body == OUTSIDE:  # a whole operation
                region = left_open(edge.callee)
                if self._effects.binding(edge.callee, region):
                    yield (id(edge.callee), edge.body, 0), [(edge.callee, region, [])]
            elif edge.region == UNIT:
                for number, parts in enumerate(bodies(edge)):
                    yield (id(edge.callee), edge.body, number), parts

    def _chains(self, context: Context, depth: int = 0) -> list[Chain]:
        """What the callers of a context have left open when they call it, one for each chain of callers."""
        known = self._above.get(id(context))
        if known is not None:
            return known
        self._above[id(context)] = []  # a function that calls itself
        found: list[Chain] = []
        for caller, edge in self._calls.get(id(context), ()):
            index = self._before[id(caller), edge]
            here: Part = (caller, index, [])
            mask = caller.flow.spans[index]
            further: list[Chain] = []
            for _, parts in self._around(caller) if mask & YIELD else ():
                further.append(self._chain(parts))
            if not further and mask & ENTRY and depth < DEEPEST_CHAIN:
                further = self._chains(caller, depth + 1)
            found.extend([self._link(here, one) for one in further])
            if not further or caller.root:
                found.append(self._link(here, None))
        found.extend(self._behind(context))
        kept = self._above[id(context)] = distinct(found, by_caller=context.library)
        return kept

    def _chain(self, parts: list[Part]) -> Chain:
        """The chain of these parts."""
        chain: Chain | None = None
        for part in reversed(parts):
            chain = self._link(part, chain)
        assert chain is not None  # noqa: S101 - no way is made of nothing
        return chain

    def _link(self, part: Part, further: Chain | None) -> Chain:
        """A part in front of a chain."""
        assert self._effects is not None  # noqa: S101 - asked for in `ways` only
        context, region, _ = part
        if self._blind is None:
            self._blind = leading_to_anything(self._effects, self._contexts)
        handed = self._handed.get((id(context), region))
        if handed is None:
            given = handed_over([part])
            handed = self._handed[id(context), region] = id(given.function) if given is not None else 0
        bits = self._effects.binding(context, region)
        blind = self._effects.node(context, region) in self._blind
        caller = 0 if context.library else id(context)
        if further is None:
            return Chain(part, (), bits, handed, caller, blind)
        return Chain(
            part,
            (further,),
            bits | further.bits,
            handed or further.handed,
            caller or further.caller,
            blind or further.blind,
        )

    def _behind(self, context: Context) -> Iterator[Chain]:
        """What each view has left open, where the context runs behind requests."""
        assert self._effects is not None  # noqa: S101 - asked for in `ways` only
        for view in self._requests.get(id(context), ()):
            region = left_open(view)
            if self._effects.binding(view, region):
                yield self._link((view, region, []), None)

    def _called_before(self, context: Context, mask: int) -> Iterator[Chain]:
        """What each member has left open that may have been called in work of the context, by any name."""
        assert self._effects is not None  # noqa: S101 - asked for in `ways` only
        called: dict[Context, None] = {}
        for edge, bit in context.flow.bits.items():
            if mask & bit and isinstance(edge, Edge):
                called.update(self._dispatched.get(id(edge.callee), {}))
        for member in called:
            region = left_open(member)
            if self._effects.binding(member, region):
                yield self._link((member, region, []), None)


def left_open(context: Context) -> int:
    """The region of what a task or a view leaves open: all that it does, unless it ends work itself."""
    tail = context.flow.tail
    return OUTSIDE if tail is None or not (context.flow.spans[tail] or context.flow.ends) else tail


def handed_over(parts: list[Part]) -> Context | None:
    """What ran in a unit of work of the functions that its code was handed, if that is one function.

    A runner is handed it as an argument; what a decorator made (`with session() as s: return f(s)`) holds it; and the
    whole of an operation runs where a dependency of its framework's yields, or before what runs behind it.
    """
    for context, region, _ in parts:
        if region in {OUTSIDE, context.flow.tail}:
            return context
        mask = context.flow.spans.get(region, 0)
        given = _given(context) if mask or region >= 0 else set()
        if not given:
            continue
        called = {
            id(edge.callee.function): edge.callee
            for edge in context.edges
            if id(edge.callee.function) in given
            and (context.flow.bits.get(edge, 0) & mask if mask else edge.region == region)
        }
        if len(called) == 1:
            return next(iter(called.values()))
    return None


def _given(context: Context) -> set[int]:
    """The functions that a context was handed, or the function around it that made it."""
    found: set[int] = set()
    holder: Context | None = context
    while holder is not None:
        for value in holder.arguments.values():
            found.update(id(atom.function) for atom in value if isinstance(atom, Function))
        holder = holder.closure
    return found


def bodies(edge: Edge, seen: tuple[tuple[int, int], ...] = ()) -> Iterator[list[Part]]:
    """The body of a `with` on a helper; where that body yields again, with each of the bodies around it in turn."""
    seen = (*seen, (id(edge.callee), edge.body))
    inner: Part = (edge.callee, edge.body, [])
    around = [outer for outer in edge.callee.extended if outer.region == edge.body]
    around = [outer for outer in around if (id(outer.callee), outer.body) not in seen]
    for outer in around:
        for parts in bodies(outer, seen):
            yield [inner, *parts]
    if not around:
        yield [inner]
