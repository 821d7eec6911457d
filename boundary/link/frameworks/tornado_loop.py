"""What does Tornado's loop run later?  What it is handed begins work of its own, whoever handed it over.

`loop.add_callback(tidy)` and `PeriodicCallback(tidy, 1000)` leave the transaction in which they stand; `run_sync(main)`
is over before it returns.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from boundary.link.arguments import NO_ARGUMENTS, Arguments

if TYPE_CHECKING:
    from boundary.link.evaluation import Evaluator
    from boundary.link.values import External, Value

LATER: Final = {
    "PeriodicCallback": 0,
    "add_callback": 0,
    "add_callback_from_signal": 0,
    "spawn_callback": 0,
    "add_future": 1,
    "add_timeout": 1,
    "call_at": 1,
    "call_later": 1,
    "run_in_executor": 1,
}
"""Where the function stands among the arguments; those behind it are for the function."""


def external(evaluator: Evaluator, atom: External, arguments: Arguments, line: int) -> Value | None:
    """A call of something of Tornado's loop that takes a function."""
    if not atom.dotted.startswith("tornado.ioloop."):
        return None
    name = atom.dotted.rpartition(".")[2]
    if name == "run_sync" and arguments.positional:
        return evaluator.interpreter.calls.call(evaluator, arguments.positional[0], NO_ARGUMENTS, line)
    place = LATER.get(name)
    if place is None or len(arguments.positional) <= place:
        return None
    function, rest = arguments.positional[place], arguments.positional[place + 1 :]
    given = NO_ARGUMENTS
    if name != "PeriodicCallback":  # what stands behind its function is how often it is called
        given = Arguments(rest, arguments.keywords, arguments.rest, arguments.others)
    evaluator.interpreter.calls.deferred(evaluator, function, given, line)
    return evaluator.atoms.external(f"{atom.dotted}()")


HOOKS: Final = ()
