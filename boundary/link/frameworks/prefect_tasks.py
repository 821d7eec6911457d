"""What do flows and tasks of Prefect run?  A call runs here; what is submitted runs beside, and gives a future.

    @task
    def tidy(order): ...
    @flow(name="nightly")
    def nightly():
        tidy.submit(order).result()

Whoever deploys a flow or serves a task calls it from outside: both are entry points.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from boundary.link.calling.arguments import Arguments
from boundary.link.domain.joining import join
from boundary.link.domain.keys import FUTURE
from boundary.link.domain.values import UNKNOWN, Function
from boundary.link.frameworks.python.collections import collected
from boundary.link.frameworks.tasks import configured, mark, run_by

if TYPE_CHECKING:
    from boundary.link.domain.values import Value
    from boundary.link.evaluator.evaluation import Evaluator
    from boundary.link.frameworks.protocol import Handler, NativeCall

NEEDS: Final = ("prefect",)
OF_PREFECT: Final = "prefect"
"""The trait of its tasks and flows."""
DECORATOR: Final = "prefect.decorator"
METHODS: Final = ("submit", "map", "delay", "with_options")


def decorate(call: NativeCall) -> Value:
    """`@task`, `@flow(name="nightly")`."""
    found = [mark(call, atom, OF_PREFECT) for atom in run_by(call)]
    return join(found) or call.atoms.native(DECORATOR)


def function_attribute(evaluator: Evaluator, atom: Function, name: str, line: int) -> Value | None:
    """`tidy.submit`, `tidy.map`."""
    del line
    if OF_PREFECT in atom.traits and name in METHODS:
        return evaluator.atoms.native(f"{OF_PREFECT}.{name}", atom)
    return None


def submitted(call: NativeCall) -> Value:
    """`tidy.submit(order)`: a future of what it gives."""
    return _future(call, call.arguments)


def mapped(call: NativeCall) -> Value:
    """`tidy.map(orders)`: a future for each."""
    items = call.interpreter.items
    each = [items.iterate(call.evaluator, one, call.line) | one for one in call.arguments.positional]
    return call.atoms.container("list", _future(call, Arguments(tuple(each), call.arguments.keywords)))


def _future(call: NativeCall, arguments: Arguments) -> Value:
    if not isinstance(call.receiver, Function):
        return UNKNOWN
    result = call.interpreter.calls.deferred(call.evaluator, call.receiver.alone, arguments, call.line)
    return call.atoms.wrapped(FUTURE, result or UNKNOWN)


NATIVES: Final[dict[str, Handler]] = {
    "prefect.task": decorate,
    "prefect.flow": decorate,
    DECORATOR: decorate,
    f"{OF_PREFECT}.submit": submitted,
    f"{OF_PREFECT}.delay": submitted,
    f"{OF_PREFECT}.map": mapped,
    f"{OF_PREFECT}.with_options": configured,
    "prefect.futures.wait": collected("tuple"),
    "prefect.futures.as_completed": collected("generator"),
}
