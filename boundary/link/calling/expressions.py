"""What does a call do as it stands in the code?  It is evaluated, counted, and guessed at if the callee is unknown."""

from __future__ import annotations

from typing import TYPE_CHECKING

from boundary.link.calling.plain_methods import is_by_key
from boundary.link.calling.plain_receivers import is_on_plain
from boundary.link.calling.unknown_managers import writes_rows
from boundary.link.definitions.promised_calls import promised
from boundary.link.domain.asking import is_cut, is_unknown, known
from boundary.link.domain.values import ANY_ROW, CUT, TOO_MANY, UNKNOWN, External, Value, Wrapped
from boundary.link.evaluator.interpreter import RESOLVED, UNREAD, UNRESOLVED
from boundary.link.frameworks.python.logging import logs
from boundary.model import code

if TYPE_CHECKING:
    from boundary.link.calling.arguments import Arguments
    from boundary.link.evaluator.evaluation import Evaluator


def call_expression(evaluator: Evaluator, node: code.Call, function: Value) -> Value:
    """The value of a call, given what is called."""
    interpreter, calls, library = evaluator.interpreter, evaluator.interpreter.calls, evaluator.module.library
    arguments = evaluator.arguments(node)
    if known(function):
        if not library:
            if is_cut(function):
                _note_cut(evaluator, node)
            elif node not in interpreter.resolved:
                interpreter.note_call(node, UNREAD if _is_outside(function) else RESOLVED)
        evaluator.calling = node
        return calls.call(evaluator, function, arguments, node.line)
    if calls.plain.called_by(node) or is_on_plain(evaluator, node) or logs(evaluator, arguments, node.line):
        if not library:
            interpreter.note_call(node, UNREAD)
        calls.escape(evaluator, arguments, node.line)
        return UNKNOWN
    guesses = interpreter.frameworks.guessed_callees(evaluator, node)
    if not library:
        interpreter.note_call(node, RESOLVED if guesses else UNRESOLVED)
    if guesses:
        before, evaluator.confidence = evaluator.confidence, "guessed"
        try:
            result = calls.call(evaluator, guesses, arguments, node.line)
        finally:
            evaluator.confidence = before
        return frozenset(atom for atom in result if isinstance(atom, Wrapped)) or UNKNOWN
    return _unseen(evaluator, node, function, arguments)


def _unseen(evaluator: Evaluator, node: code.Call, function: Value, arguments: Arguments) -> Value:
    """The value of a call of which nothing is known, not even by its name: what may be done there is told."""
    library, cut = evaluator.module.library, is_cut(function)
    if cut and not library:
        _note_cut(evaluator, node)
    elif not library and writes_rows(evaluator, node):
        evaluator.blind(node.line, f"{spelled(node.function)} writes rows of a model that is not known")
    elif (evaluator.region >= 0 or evaluator.follows_work) and not library:
        evaluator.blind_call(node.line, spelled(node.function), by_key=is_by_key(node))
    evaluator.interpreter.calls.escape(evaluator, arguments, node.line)
    if library:
        return UNKNOWN
    if cut:
        return TOO_MANY if CUT in function else ANY_ROW
    return promised(evaluator, node.function)


def _note_cut(evaluator: Evaluator, node: code.Call) -> None:
    """A call of one of more than are kept apart: what others do is lost to each transaction that comes to it."""
    if not evaluator.interpreter.calls.plain.called_by(node) and not is_on_plain(evaluator, node):
        evaluator.interpreter.note_call(node, UNRESOLVED)
        evaluator.blind_call(node.line, spelled(node.function), by_key=is_by_key(node), cut=True)


def _is_outside(function: Value) -> bool:
    """Whether all that is called is of packages that are not read, as far as it is known."""
    for atom in function:  # noqa: SIM110 - asked of every call
        if not is_unknown(atom) and not isinstance(atom, External):
            return False
    return True


def spelled(node: code.Expression) -> str:
    """How an expression reads, as far as a message needs it."""
    match node:
        case code.Name(id=name):
            return name
        case code.Attribute(value=value, name=name):
            return f"{spelled(value)}.{name}"
        case code.Call(function=function):
            return f"{spelled(function)}()"
        case code.Subscript(value=value):
            return f"{spelled(value)}[]"
        case _:
            return "..."
