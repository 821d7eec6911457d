"""What comes out of a queue or a heap?  Any of what was put into it: a list with other names for its methods.

`jobs = Queue()` ... `jobs.put(order)` ... `jobs.get()`; `heappush(heap, (1, order))` ... `heappop(heap)`, where
`members/filling.py` sees what is put in. `random.choice(rows)` takes a member as well.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from boundary.link.domain.joining import join
from boundary.link.domain.values import BOTTOM, UNKNOWN
from boundary.link.frameworks.python.collections import element_of, nothing
from boundary.link.frameworks.python.ordering import order

if TYPE_CHECKING:
    from boundary.link.domain.values import Value
    from boundary.link.frameworks.protocol import Handler, NativeCall

QUEUES: Final = (
    *(f"queue.{name}" for name in ("Queue", "LifoQueue", "PriorityQueue", "SimpleQueue")),
    *(f"asyncio.{name}" for name in ("Queue", "LifoQueue", "PriorityQueue")),
    *(f"multiprocessing.{name}" for name in ("Queue", "JoinableQueue", "SimpleQueue")),
    *(f"gevent.queue.{name}" for name in ("Queue", "JoinableQueue", "LifoQueue", "PriorityQueue", "SimpleQueue")),
)


def queue(call: NativeCall) -> Value:
    """`Queue(maxsize)`: nothing is in it yet."""
    return call.atoms.container("list", BOTTOM, ())


def taken(call: NativeCall) -> Value:
    """`heappop(heap)`, `choice(rows)`: a member; `heapreplace(heap, row)`: one of before."""
    return call.interpreter.items.iterate(call.evaluator, call.first, call.line) or UNKNOWN


def pushed(call: NativeCall) -> Value:
    """`heappushpop(heap, row)`: a member, or what is put in."""
    return taken(call) | (call.arguments.get(1, "item") or BOTTOM)


def several(place: int, *, ordered: bool = False) -> Handler:
    """`nlargest(n, rows, key)`, `sample(rows, n)`: members of the argument that stands there."""

    def handler(call: NativeCall) -> Value:
        rows = call.arguments.get(place, "") or UNKNOWN
        members = call.interpreter.items.iterate(call.evaluator, rows, call.line)
        if ordered:
            order(call, members)
        return call.atoms.container("list", members)

    return handler


def merged(call: NativeCall) -> Value:
    """`heapq.merge(a, b)`: the members of all."""
    each = (call.interpreter.items.iterate(call.evaluator, one, call.line) for one in call.arguments.positional)
    return call.atoms.container("generator", join(each))


NATIVES: Final[dict[str, Handler]] = {
    **dict.fromkeys(QUEUES, queue),
    "list.get": element_of,
    "list.get_nowait": element_of,
    **dict.fromkeys(("list.put", "list.put_nowait", "list.task_done", "list.join", "list.shutdown"), nothing),
    "heapq.heapify": nothing,
    "heapq.heappush": nothing,
    "heapq.heappop": taken,
    "heapq.heapreplace": taken,
    "heapq.heappushpop": pushed,
    "heapq.nlargest": several(1, ordered=True),
    "heapq.nsmallest": several(1, ordered=True),
    "heapq.merge": merged,
    "random.choice": taken,
    "secrets.choice": taken,
    "random.choices": several(0),
    "random.sample": several(0),
}
