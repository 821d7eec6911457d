"""What do the loops of asyncio, Twisted and Tornado run later?  What they are handed begins work of its own.

`reactor.callLater(5, tidy)`, `loop.add_callback(tidy)` and `deferToThread(tidy)` leave the transaction in which they
stand: the loop calls the function when that has returned, or a thread does, on another connection.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from boundary.link.calling.arguments import NO_ARGUMENTS, Arguments

if TYPE_CHECKING:
    from boundary.link.domain.values import External, Value
    from boundary.link.evaluator.evaluation import Evaluator

LATER: Final = {
    "asyncio.": {
        "call_soon": 0,
        "call_soon_threadsafe": 0,
        "call_at": 1,
        "call_later": 1,
        "add_reader": 1,
        "add_signal_handler": 1,
        "add_writer": 1,
    },
    "tornado.ioloop.": {
        "PeriodicCallback": 0,
        "add_callback": 0,
        "add_callback_from_signal": 0,
        "spawn_callback": 0,
        "add_future": 1,
        "add_timeout": 1,
        "call_at": 1,
        "call_later": 1,
        "run_in_executor": 1,
    },
    "twisted.": {
        "callLater": 1,
        "callWhenRunning": 0,
        "callFromThread": 0,
        "callInThread": 0,
        "addSystemEventTrigger": 2,
        "LoopingCall": 0,
        "deferLater": 2,
        "deferToThread": 0,
        "deferToThreadPool": 2,
    },
}
"""Where the function stands among the arguments, by library; those behind it are for the function."""
TOLD_OF: Final = (
    "tornado.ioloop",
    *("twisted.internet.reactor", "twisted.internet.task", "twisted.internet.threads", "twisted.internet.base"),
)
ALONE: Final = "PeriodicCallback"
"""What stands behind its function is how often that is called."""
AT_ONCE: Final = "tornado.ioloop."
"""`loop.run_sync(main)` is over before it returns."""


def external(evaluator: Evaluator, atom: External, arguments: Arguments, line: int) -> Value | None:
    """A call of something of a loop that takes a function."""
    for library, places in LATER.items():
        if not atom.dotted.startswith(library):
            continue
        name = atom.dotted.rpartition(".")[2]
        if library == AT_ONCE and name == "run_sync" and arguments.positional:
            return evaluator.interpreter.calls.call(evaluator, arguments.positional[0], NO_ARGUMENTS, line)
        place = places.get(name)
        if place is None or len(arguments.positional) <= place:
            return None
        function = arguments.positional[place]
        given = arguments.behind_first(place + 1) if name != ALONE else NO_ARGUMENTS
        evaluator.interpreter.calls.deferred(evaluator, function, given, line)
        return evaluator.atoms.external(f"{atom.dotted}()")
    return None
