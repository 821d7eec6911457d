"""What does Twisted's reactor run later?  What it is handed begins work of its own, whoever handed it over.

`reactor.callLater(5, tidy)`, `LoopingCall(tidy)` and `deferToThread(tidy)` leave the transaction in which they stand:
the reactor calls the function when that has returned, or a thread does, on another connection.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from boundary.link.arguments import Arguments

if TYPE_CHECKING:
    from boundary.link.evaluation import Evaluator
    from boundary.link.values import External, Value

LATER: Final = {
    "callLater": 1,
    "callWhenRunning": 0,
    "callFromThread": 0,
    "callInThread": 0,
    "addSystemEventTrigger": 2,
    "LoopingCall": 0,
    "deferLater": 2,
    "deferToThread": 0,
    "deferToThreadPool": 2,
}
"""Where the function stands among the arguments; those behind it are for the function."""


def external(evaluator: Evaluator, atom: External, arguments: Arguments, line: int) -> Value | None:
    """A call of something in Twisted that takes a function."""
    place = LATER.get(atom.dotted.rpartition(".")[2])
    if place is None or not atom.dotted.startswith("twisted.") or len(arguments.positional) <= place:
        return None
    function, rest = arguments.positional[place], arguments.positional[place + 1 :]
    given = Arguments(rest, arguments.keywords, arguments.rest, arguments.others)
    evaluator.interpreter.calls.deferred(evaluator, function, given, line)
    return evaluator.atoms.external(f"{atom.dotted}()")


HOOKS: Final = ()
