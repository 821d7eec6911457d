"""What does a generator do with what it is sent?  `sink.send(row)` goes on where `row = yield` stands.

A consumer that is made once (`sink = store(); next(sink)`) works where others send it something, in the transaction
there. What it is sent is all that anybody sends to a generator of the same call; one that delegates (`yield from`)
passes it on.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from boundary.link.domain.generators import Generator
from boundary.link.domain.values import UNKNOWN
from boundary.link.effects.keeping import after_call
from boundary.link.syntax.kinds import EVALUATE, YIELD
from boundary.link.syntax.walking import own_nodes_in

if TYPE_CHECKING:
    from boundary.link.calling.contexts import Context
    from boundary.link.definitions.functions import FunctionInfo
    from boundary.link.domain.cells import Key
    from boundary.link.domain.values import Value
    from boundary.link.evaluator.evaluation import Evaluator
    from boundary.link.frameworks.protocol import Handler, NativeCall

SENT: Final = "sent to a generator"


def receives(function: FunctionInfo) -> bool:
    """Whether a generator does anything with what it is sent (found once)."""
    if function.receives is None:
        nodes = list(own_nodes_in(function.body))
        alone = sum(type(one) is EVALUATE and type(one.value) is YIELD for one in nodes)
        function.receives = sum(type(one) is YIELD and not one.delegates for one in nodes) > alone
    return function.receives


def received(evaluator: Evaluator) -> Value:
    """What `yield` gives: what the generator at hand is sent."""
    function = evaluator.context.function
    if function is None or not receives(function):
        return UNKNOWN
    return evaluator.interpreter.read(_sent_to(evaluator.context), evaluator.context) or UNKNOWN


def pass_on(evaluator: Evaluator, value: Value) -> None:
    """`yield from sink()`: what the generator at hand is sent goes to the other."""
    function = evaluator.context.function
    for atom in value:
        if isinstance(atom, Generator) and function is not None:
            function.receives = True
            evaluator.interpreter.write(_sent_to(atom.context), received(evaluator))


def send(call: NativeCall) -> Value:
    """`sink.send(row)`, `await sink.asend(row)`: the generator goes on; what it yields next."""
    atom = call.receiver
    if isinstance(atom, Generator):
        if call.first != call.atoms.none:  # that only starts it
            call.interpreter.write(_sent_to(atom.context), call.first)
            _go_on(call, atom.context)
        return atom.context.yielded or UNKNOWN
    return getattr(atom, "element", UNKNOWN) or UNKNOWN


def _go_on(call: NativeCall, context: Context) -> None:
    """The code of a generator runs where it is sent something, as that of a function where it is called."""
    evaluator = call.evaluator
    last = evaluator.generator
    evaluator.edge(context, call.line)
    evaluator.generator = last
    call.interpreter.demand(context, evaluator.context)
    evaluator.returned(context)
    if evaluator.follows_work:
        after_call(evaluator, context)


def _sent_to(context: Context) -> Key:
    return (SENT, context.number)


NATIVES: Final[dict[str, Handler]] = {"generator.send": send, "generator.asend": send}
