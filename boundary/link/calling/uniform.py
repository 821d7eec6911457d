"""Of which functions do nearly all contexts do the same?  One context more of such a function says nothing new.

Contexts are made for each new tuple of arguments, and for most functions the first few show already that these decide
nothing (selective context sensitivity from uniformity; Smaragdakis, Kastrinis and Balatsouras, PLDI 2014). What a
context does is what it touches, opens, ends and defers, closed over its calls; and what it gives back, where that is
something that is asked for tables in turn. Linear in the number of contexts and of their calls.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from boundary.link.effects.reach import components

if TYPE_CHECKING:
    from collections.abc import Callable, Hashable, Sequence

    from boundary.link.calling.contexts import Context
    from boundary.link.definitions.functions import FunctionInfo
    from boundary.link.domain.values import Value


ALIKE: Final = 16
"""Of so many contexts one may do something of its own: what more of them bring is worth less than they cost."""


def uniform(contexts: Sequence[Context], least: int, counts: Callable[[Value], bool]) -> set[FunctionInfo]:
    """The functions with `least` contexts or more of which nearly all do the same, and give the same.

    What is given back need not be the same where it does not count.
    """
    closed = _closed(contexts)
    done: dict[FunctionInfo, set[int]] = {}
    given: dict[FunctionInfo, set[Value]] = {}
    held: dict[FunctionInfo, int] = {}
    for number, context in enumerate(contexts):
        function = context.function
        if function is None or context.state != "done":
            continue
        held[function] = held.get(function, 0) + 1
        done.setdefault(function, set()).add(closed[number])
        value = context.returned | context.yielded
        if counts(value):
            given.setdefault(function, set()).add(value)
    return {
        function
        for function, number in held.items()
        if number >= least
        and (len(done[function]) - 1) * ALIKE <= number
        and (len(given.get(function, ())) - 1) * ALIKE <= number
    }


def _closed(contexts: Sequence[Context]) -> list[int]:
    """What each context does, and all that it calls, as bits."""
    numbers = {context: number for number, context in enumerate(contexts)}
    known: dict[Hashable, int] = {}
    closed = [_own(context, known) for context in contexts]
    graph = [
        [numbers[edge.callee] for edge in context.edges if not edge.deferred and edge.callee in numbers]
        for context in contexts
    ]
    for component in components(graph):
        bits = 0
        for number in component:
            bits |= closed[number]
            for target in graph[number]:
                bits |= closed[target]
        for number in component:
            closed[number] = bits
    return closed


def _own(context: Context, known: dict[Hashable, int]) -> int:
    """What a context does itself; `known` are the bits so far."""
    does: list[Hashable] = [(touch.table, touch.op) for touch in context.touches]
    does += [routine.name for routine in context.routines]
    does += [(edge.callee.function, "deferred") for edge in context.edges if edge.deferred]
    if context.regions or context.flow.resets:
        does.append(context.function)
    bits = 0
    for one in does:
        bits |= known.setdefault(one, 1 << len(known))
    return bits
