"""What runs in another thread or process, with what, and what does it give back?  Outside of the caller's transaction.

`Thread(target=work, args=(order,))`, `pool.submit(work, order).result()`, `pool.map(work, orders)`; of a class below
`Thread` or `Process`, also `run`, once an object of it is started.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from boundary.link.calling.arguments import NO_ARGUMENTS, Arguments
from boundary.link.domain.keys import FUTURE
from boundary.link.domain.values import BOTTOM, UNKNOWN, External, Function, Instance
from boundary.link.evaluator.lent import LENT
from boundary.link.frameworks.python.collections import collected
from boundary.link.members import containers

if TYPE_CHECKING:
    from boundary.link.domain.values import Atom, Value, Wrapped
    from boundary.link.evaluator.evaluation import Evaluator
    from boundary.link.frameworks.protocol import Handler, NativeCall

KIND: Final = FUTURE
LOOPS: Final = ("asyncio.get_event_loop()", "asyncio.get_running_loop()", "asyncio.new_event_loop()")
PROMISED: Final = "asyncio.Future()"
"""A future that code makes itself, and sets somewhere else."""
OUTCOME: Final = (LENT, PROMISED, "result()")
"""Where what is set is kept."""
POOLS: Final = (
    "concurrent.futures.ThreadPoolExecutor()",
    "concurrent.futures.ProcessPoolExecutor()",
    "multiprocessing.Pool()",
    "multiprocessing.pool.ThreadPool()",
)


def _packed(call: NativeCall, at: int) -> Arguments:
    """What `args=(order,), kwargs={"late": True}` hands over; `args` stands at a position."""
    given = call.arguments.get(at, "args") or BOTTOM
    members = containers.members(given)
    named = call.arguments.get(at + 1, "kwargs") or BOTTOM
    keywords = {key: one for key, one in (containers.pairs(named) or {}).items() if isinstance(key, str)}
    optional = containers.missing_in_some(named)
    if members is not None or not given:
        return Arguments(tuple(members or ()), keywords, optional=optional)
    return Arguments((), keywords, containers.element(call.evaluator, given), optional=optional)


def started(target: str, at: int, args: int) -> Handler:
    """A function that is handed over with its arguments packed: a thread, a timer, a process."""

    def handler(call: NativeCall) -> Value:
        function = call.arguments.get(at, target) or BOTTOM
        call.interpreter.calls.deferred(call.evaluator, function, _packed(call, args), call.line)
        return call.atoms.external(f"{call.name}()")

    return handler


def ran(call: NativeCall) -> Value:
    """`worker.start()`: `run` of its class, in the new thread."""
    worker = call.receiver
    if isinstance(worker, Instance):
        run = call.interpreter.attributes.get(call.evaluator, worker.alone, "run", call.line)
        own = frozenset(atom for atom in run if isinstance(atom, Function) and not atom.function.library)
        call.interpreter.calls.deferred(call.evaluator, own, NO_ARGUMENTS, call.line)
    return call.atoms.none


def finalized(call: NativeCall) -> Value:
    """`weakref.finalize(pool, close, order)`: called when the object is gone, whenever that is, or by hand."""
    function = call.arguments.get(1, "func") or BOTTOM
    rest = call.arguments.behind_first(2)
    call.interpreter.calls.deferred(call.evaluator, function, rest, call.line)
    return call.atoms.wrapped("partial", function, rest.frozen())


def run_by_loop(call: NativeCall) -> Value:
    """`loop.run_in_executor(pool, work, order)`: awaited, it is what that gives."""
    function = call.arguments.get(1, "func") or BOTTOM
    rest = call.arguments.behind_first(2)
    return call.interpreter.calls.deferred(call.evaluator, function, rest, call.line) or UNKNOWN


def submitted(call: NativeCall) -> Value:
    """`pool.submit(work, order)`: a future of what it gives."""
    given = call.arguments
    function = given.get(0, "fn") or BOTTOM
    result = call.interpreter.calls.deferred(call.evaluator, function, given.behind_first(), call.line)
    return call.atoms.wrapped(KIND, result or UNKNOWN)


def applied(call: NativeCall) -> Value:
    """`pool.apply_async(work, (order,))`: the same, its arguments packed."""
    function = call.arguments.get(0, "func") or BOTTOM
    result = call.interpreter.calls.deferred(call.evaluator, function, _packed(call, 1), call.line)
    return call.atoms.wrapped(KIND, result or UNKNOWN)


def mapped(call: NativeCall) -> Value:
    """`pool.map(work, orders)`: what it gives for each."""
    each = [call.interpreter.items.iterate(call.evaluator, one, call.line) for one in call.arguments.positional[1:]]
    result = call.interpreter.calls.deferred(call.evaluator, call.first, Arguments(tuple(each)), call.line)
    return call.atoms.container("generator", result or UNKNOWN)


def wrapped_attribute(evaluator: Evaluator, atom: Wrapped, name: str, line: int) -> Value | None:
    """`future.result`, `future.add_done_callback`."""
    del line
    if atom.kind != KIND:
        return None
    return evaluator.atoms.native(f"{KIND}.{name}", atom) if f"{KIND}.{name}" in NATIVES else UNKNOWN


def result(call: NativeCall) -> Value:
    """`future.result(timeout=3)`."""
    future: Wrapped = call.receiver
    return future.inner or UNKNOWN


def promised(call: NativeCall) -> Value:
    """`loop.create_future()`: any code may set it, and all of them are one here."""
    return call.atoms.external(PROMISED)


def kept_promise(call: NativeCall) -> Value:
    """`future.set_result(order)`: whoever waits for it has the order."""
    call.interpreter.write(OUTCOME, call.first)
    return call.atoms.none


def is_promise(atom: Atom) -> bool:
    """Whether it is a future that code has made itself."""
    return type(atom) is External and atom.dotted == PROMISED


def outcome(evaluator: Evaluator, atom: Atom) -> Value:
    """What a future gives that code has made itself: all that was ever set."""
    return evaluator.interpreter.read(OUTCOME, evaluator.context) or atom.alone


def outcome_of(call: NativeCall) -> Value:
    """`future.result()` of one that code has made itself."""
    return call.interpreter.read(OUTCOME, call.evaluator.context) or UNKNOWN


def called_back(call: NativeCall) -> Value:
    """`future.add_done_callback(done)`: called with the future."""
    future: Wrapped = call.receiver
    call.interpreter.calls.deferred(call.evaluator, call.first, Arguments((future.alone,)), call.line)
    return call.atoms.none


def waited_for(call: NativeCall) -> Value:
    """`done, rest = wait(futures)`."""
    futures = collected("set")(call) or UNKNOWN
    return call.atoms.container("tuple", futures, (futures, futures))


NATIVES: Final[dict[str, Handler]] = {
    "threading.Thread.__init__": started("target", 1, 3),
    "threading.Timer.__init__": started("function", 1, 2),
    "threading.Thread.start": ran,
    "multiprocessing.process.Process.__init__": started("target", 1, 3),
    "multiprocessing.process.Process.start": ran,
    "multiprocessing.get_context().Process": started("target", 1, 3),
    **{f"{pool}.submit": submitted for pool in POOLS},
    **{f"{pool}.{name}": mapped for pool in POOLS for name in ("map", "imap", "imap_unordered")},
    **{f"{pool}.apply_async": applied for pool in POOLS},
    **{f"{loop}.run_in_executor": run_by_loop for loop in LOOPS},
    "weakref.finalize": finalized,
    "concurrent.futures.as_completed": collected("generator"),
    "concurrent.futures.wait": waited_for,
    "asyncio.Future": promised,
    "concurrent.futures.Future": promised,
    **{f"{loop}.create_future": promised for loop in LOOPS},
    f"{PROMISED}.set_result": kept_promise,
    f"{PROMISED}.result": outcome_of,
    f"{KIND}.result": result,
    f"{KIND}.get": result,
    f"{KIND}.add_done_callback": called_back,
}
