"""What does a call of the project's code have run later?  Its functions, also those that a library sets aside.

`task.delay()` is such a call by itself; `background.add_task(tidy)` hands the function to a library that enqueues it.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from boundary.link.calling.contexts import Context, Edge


def run_later(edge: Edge, known: dict[Context, list[Context]]) -> list[Context]:
    """The project's functions that run later because of a call; `known` keeps what calls of libraries do."""
    if not edge.callee.library:
        return [edge.callee] if edge.deferred else []
    if edge.deferred:
        return []
    held = known.get(edge.callee)
    if held is None:
        held = known[edge.callee] = _set_aside(edge.callee)
    return held


def _set_aside(called: Context) -> list[Context]:
    """The project's functions that a library's function hands to a queue, in what it calls of the library, too."""
    found: dict[Context, None] = {}
    seen, stack = {called}, [called]
    while stack:
        for edge in stack.pop().edges:
            if edge.deferred and not edge.callee.library:
                found[edge.callee] = None
            elif edge.callee.library and not edge.deferred and edge.callee not in seen:
                seen.add(edge.callee)
                stack.append(edge.callee)
    return list(found)
