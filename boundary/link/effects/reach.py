"""What do contexts come to along their calls?  Accesses, closed over calls, with witnesses.

Accesses are bits of an integer. Strongly connected components are found iteratively (Tarjan 1972), so that call chains
may be as deep as they like; one pass in their order closes the effects: a few operations per edge.
"""

from __future__ import annotations

from collections import deque
from typing import TYPE_CHECKING, Final

from boundary.link.calling.contexts import OUTSIDE
from boundary.model.scan import BINDING, RANK

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from boundary.link.calling.contexts import Context, Edge, Touch
    from boundary.model.scan import Because, Confidence

ORM: Final = "orm"
"""The rule of an access that an object's method or a query makes, and for no other reason."""
Witness = tuple["Touch", "list[Step]", "Context"]
Successor = tuple[int, "Edge | None"]


class Step:
    """One step of a witness: the call at `line` in `context`, believed for a reason."""

    __slots__ = ("because", "confidence", "context", "line")

    def __init__(self, context: Context, line: int, confidence: Confidence, because: Because | None) -> None:
        self.context = context
        self.line = line
        self.confidence = confidence
        self.because = because


class Nodes:
    """Every context and every region of one, by its number, with what it accesses itself."""

    def __init__(self) -> None:
        self._bits: dict[tuple[str, str], int] = {}
        self.keys: list[tuple[str, str]] = []
        self.binding = 0
        self._first: dict[Context, int] = {}
        """The number of each context; those of its regions follow."""
        self.holders: list[Context] = []
        """The context that each is, or is a region of."""
        self.own: list[int] = []
        self.touches: list[list[Touch]] = []

    def first(self, context: Context) -> int | None:
        """The number of a context; None for one that was never evaluated."""
        return self._first.get(context)

    def number(self, context: Context, region: int) -> int:
        """The number of a context (or of one of its regions)."""
        return self._first[context] + region - OUTSIDE

    def add(self, context: Context) -> None:
        """Number a context and its regions, and give each its own accesses."""
        first = self._first[context] = len(self.holders)
        for _ in range(OUTSIDE, len(context.regions)):
            self.holders.append(context)
            self.own.append(0)
            self.touches.append([])
        touches = sorted(context.touches, key=_order) if len(context.touches) > 1 else list(context.touches)
        for touch in touches:
            self._hold(first + touch.region - OUTSIDE, touch)
        for index, mask in context.flow.spans.items():
            for touch in touches:
                if context.flow.bits.get(touch, 0) & mask:
                    self._hold(first + index - OUTSIDE, touch)

    def _hold(self, number: int, touch: Touch) -> None:
        self.own[number] |= self.bit(touch)
        self.touches[number].append(touch)

    def bit(self, touch: Touch) -> int:
        """The bit of a table and an operation."""
        key = touch.table, touch.op
        bit = self._bits.get(key)
        if bit is None:
            bit = self._bits[key] = 1 << len(self.keys)
            self.keys.append(key)
            if touch.op in BINDING:
                self.binding |= bit
        return bit

    def sure(self) -> list[int]:
        """What each accesses itself, but for what is guessed."""
        own = list(self.own)
        for number, held in enumerate(self.touches):
            for touch in held:
                if touch.confidence == "guessed":
                    break
            else:
                continue
            own[number] = 0
            for touch in held:
                own[number] |= self.bit(touch) if touch.confidence != "guessed" else 0
        return own


class Reach:
    """What the nodes come to along the calls of one graph, and by which of them."""

    def __init__(self, nodes: Nodes, sure: list[int], successors: list[list[Successor]]) -> None:
        self._nodes = nodes
        self.successors = successors
        graph = [[target for target, _ in held] for held in successors]
        order = list(components(graph))
        self.closed = _closed(nodes.own, graph, order)
        self._sure = self._surely_closed(sure, order)
        self._witnessed: dict[int, list[Witness]] = {}

    def _surely_closed(self, own: list[int], order: list[list[int]]) -> list[int]:
        """What is reached without guessing: the first search must not walk through all to miss what it cannot find."""
        sure = [
            [target for target, edge in held if edge is None or edge.confidence != "guessed"]
            for held in self.successors
        ]
        return _closed(own, sure, _apart(order, sure), self.closed)

    def witnesses(self, start: int) -> list[Witness]:
        """For each (table, op) under a node, a shortest chain of calls to an access, the surest first."""
        held = self._witnessed.get(start)
        if held is None:
            held = self._witnessed[start] = list(self._witnesses(start))
        return held

    def witnesses_beyond(self, start: int, found: int) -> list[Witness]:
        """The same, but for the (table, op) behind the bits of `found`: those are witnessed already."""
        return list(self._witnesses(start, found)) if self.closed[start] & ~found else []

    def _witnesses(self, start: int, known: int = 0) -> Iterator[Witness]:
        wanted = self.closed[start] & ~known
        for weak in (False, True):
            if not wanted:
                return
            found = 0
            for touch, steps, holder in self._search(start, wanted, weak=weak):
                bit = self._nodes.bit(touch)
                if not found & bit:
                    found |= bit
                    yield touch, steps, holder
            wanted &= ~found

    def _search(self, start: int, wanted: int, *, weak: bool) -> Iterator[Witness]:
        """Breadth first from a node; edges and accesses that are guessed only on the second, `weak` search."""
        closed = self.closed if weak else self._sure
        before: dict[int, tuple[int, Edge | None] | None] = {start: None}
        queue = deque([start])
        missing = wanted & closed[start]
        while queue and missing:
            number = queue.popleft()
            held = self._nodes.own[number] & missing
            if held:
                for touch in self._nodes.touches[number]:
                    bit = self._nodes.bit(touch)
                    if bit & missing and (weak or touch.confidence != "guessed"):
                        missing &= ~bit
                        yield touch, self._steps(number, before), self._nodes.holders[number]
            for target, edge in self.successors[number]:
                if target in before or not closed[target] & missing:
                    continue
                if not weak and edge is not None and edge.confidence == "guessed":
                    continue
                before[target] = number, edge
                queue.append(target)

    def _steps(self, number: int, before: dict[int, tuple[int, Edge | None] | None]) -> list[Step]:
        steps: list[Step] = []
        while True:
            came = before[number]
            if came is None:
                return steps[::-1]
            number, edge = came
            if edge is not None:
                steps.append(Step(self._nodes.holders[number], edge.line, edge.confidence, edge.because))


def _order(touch: Touch) -> tuple[bool, int, int, bool, str]:
    """Of several accesses to a table that one is told that the line shows, and that none of the others brings along.

    Then the surest, the first in the code, and the one that asks for the table itself, not through another.
    """
    return touch.because is not None, RANK[touch.confidence], touch.line, touch.rule != ORM, touch.rule


def _closed(
    own: list[int], successors: list[list[int]], order: Iterable[list[int]], alike: list[int] | None = None
) -> list[int]:
    """What each node has or reaches, where `order` are the components, those that are reached first.

    A number that is the same in `alike` is that one.
    """
    closed = list(own)
    for component in order:
        bits = 0
        for number in component:
            bits = _either(bits, own[number])
            for target in successors[number]:
                bits = _either(bits, closed[target])
        if alike is not None and alike[component[0]] == bits:
            bits = alike[component[0]]
        for number in component:
            closed[number] = bits
    return closed


def _either(one: int, other: int) -> int:
    """The bits of either: the very number that has them all, where one does, since a number has a bit for each table.

    Most nodes reach what one of those reaches that they call, and on a large program a number is some kilobytes.
    """
    if not one:
        return other
    if not other:
        return one
    both = one | other
    if both == other:
        return other
    return one if both == one else both


def _apart(order: Iterable[list[int]], successors: list[list[int]]) -> Iterator[list[int]]:
    """The components of a graph with fewer edges than the one whose components `order` are: parts of these."""
    for component in order:
        if len(component) == 1:
            yield component
            continue
        place = {number: index for index, number in enumerate(component)}
        inside = [[place[target] for target in successors[number] if target in place] for number in component]
        for part in components(inside):
            yield [component[index] for index in part]


def components(successors: list[list[int]]) -> Iterator[list[int]]:  # noqa: C901 - Tarjan's algorithm as it is written
    """Strongly connected components of a graph of numbers, successors before predecessors (Tarjan, iterative)."""
    index: list[int] = [0] * len(successors)
    low = [0] * len(successors)
    on_stack = [False] * len(successors)
    stack: list[int] = []
    counter = 0
    for root in range(len(successors)):
        if index[root]:
            continue
        work = [(root, 0)]
        while work:
            number, position = work.pop()
            if position == 0:
                counter += 1
                index[number] = low[number] = counter
                stack.append(number)
                on_stack[number] = True
            descended = False
            targets = successors[number]
            while position < len(targets):
                target = targets[position]
                position += 1
                if not index[target]:
                    work.append((number, position))
                    work.append((target, 0))
                    descended = True
                    break
                if on_stack[target]:
                    low[number] = min(low[number], index[target])
            if descended:
                continue
            if low[number] == index[number]:
                component = []
                while True:
                    one = stack.pop()
                    on_stack[one] = False
                    component.append(one)
                    if one == number:
                        break
                yield component
            if work:
                parent = work[-1][0]
                low[parent] = min(low[parent], low[number])
