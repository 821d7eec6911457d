"""Where was an inner function made?  In one context for all callers of the outer one, unless it looks at its variables.

Where it does, it sees them as they are when it is made: those that nothing changes later, in the round of a loop that
is kept apart, behind a test that tells what they are. What may change is seen as all that it may be.

A registry that wraps what it holds does so in every context of the function that asks it, and each would make a wrapper
of its own. A wrapper that looks at no variable of that function is the same in all of them; and what is wrapped twice
by the same wrapper does nothing that it does not do when it is wrapped once.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from boundary.link.domain.values import BOTTOM, UNKNOWN, Container, Function
from boundary.link.syntax.kinds import FOR, FUNCTION, INNER, SCOPE, parts_of
from boundary.link.syntax.scopes import bindings_of
from boundary.link.syntax.walking import nodes_in, variables_in
from boundary.model import code

if TYPE_CHECKING:
    from boundary.link.calling.contexts import Context
    from boundary.link.definitions.functions import FunctionInfo
    from boundary.link.domain.values import Value
    from boundary.link.evaluator.evaluation import Evaluator

AROUND: Final = frozenset({"super", "__class__", "locals", "vars", "dir", "eval", "exec"})
"""What is asked without a name for what stands around it."""


def made_by(evaluator: Evaluator, function: FunctionInfo) -> Context | None:
    """The context that a function which is defined where the evaluator is sees; None at the top of a module."""
    context = evaluator.context
    outer = context.function
    if outer is None:
        return None
    around = _made_in(function, context, outer) if type(function.node) is FUNCTION else context
    if around is not context:
        return around
    seen = _as_they_are(evaluator, function, outer)
    return context.view(seen) if seen else context


def _as_they_are(evaluator: Evaluator, function: FunctionInfo, outer: FunctionInfo) -> dict[str, Value]:
    """The variables of the function at hand that are something else later on, or were, as the inner one sees them."""
    held, env = evaluator.context.env, evaluator.env
    kept = evaluator.context.enclosed
    found = {}
    for name in _mentioned(function):
        if not keeps_its_value(outer, name):
            continue
        value = env.get(name)
        if value is None or name in kept or _may_be_filled(value):
            continue
        if evaluator.turn or value != held.get(name):
            found[name] = value
    return found


def _mentioned(function: FunctionInfo) -> tuple[str, ...]:
    """The variables of others that a function names, and does not set."""
    if function.mentions is None:
        own = {parameter.name for parameter in function.parameters}.union(bindings_of(function.body)[0])
        named = variables_in((*function.body, *function.parameters))  # type: ignore[arg-type]
        function.mentions = tuple(sorted(set(named).difference(own, _set_outside(function.body))))
    return function.mentions


def _set_outside(body: tuple[code.Statement, ...]) -> set[str]:
    """The variables that a body, or a function in it, says are those of a function around it, or of the module."""
    return {name for one in nodes_in(body) if type(one) is SCOPE for name in one.names}


def _may_be_filled(value: Value) -> bool:
    """Whether a value may be a collection, which is filled wherever it is known."""
    return any(isinstance(one, Container) for one in value)


def look_out(evaluator: Evaluator, function: FunctionInfo) -> None:
    """What a function sees of the functions around it is at hand in it, so that a test may tell what it is there."""
    for name in _mentioned(function):
        closure = evaluator.context.closure
        while closure is not None and closure.function is not None and name not in closure.env:
            closure = closure.closure
        if closure is None or closure.function is None or name in closure.enclosed:
            continue
        value = evaluator.lookup(name)
        if not _may_be_filled(value):
            evaluator.env[name] = value


def keeps_its_value(function: FunctionInfo, variable: str) -> bool:
    """Whether a function binds a variable once, or by loops alone."""
    if function.steady is None:
        function.steady = _steady(function)
    return variable in function.steady


def _steady(function: FunctionInfo) -> frozenset[str]:
    """Variables that are bound once, as a parameter or by a statement, or by loops alone; nowhere further inside."""
    parameters = {parameter.name for parameter in function.parameters}
    bound = bindings_of(function.body)[0]
    once = {
        name
        for name, found in bound.items()
        if name not in parameters and (len(found) == 1 or all(type(one.statement) is FOR for one in found))
    }
    return frozenset(once | (parameters - bound.keys())) - _set_outside(function.body)


def _made_in(function: FunctionInfo, context: Context, outer: FunctionInfo) -> Context:
    outer.makes = True
    if function.looks_out is None:
        function.looks_out = _looks_out(function, outer)
    if function.looks_out:
        return context
    if outer.first is None:
        outer.first = {}
    return outer.first.setdefault((context.closure, context.receiver), context)


def _looks_out(function: FunctionInfo, outer: FunctionInfo) -> bool:
    """Whether an inner function looks at a variable of the one around it."""
    node = function.node
    if type(node) is not FUNCTION or type(outer.node) is not FUNCTION:
        return True
    own = {parameter.name for parameter in node.parameters}.union(bindings_of(node.body)[0])
    mentioned = set(variables_in(node.body)).difference(own)
    mentioned.update(variables_in((*node.decorators, *node.parameters)))  # type: ignore[arg-type]
    found = {parameter.name for parameter in outer.parameters}.union(bindings_of(outer.body)[0], AROUND)
    return not mentioned.isdisjoint(found) or _binds_otherwise(outer.body, mentioned) or _is_nonlocal(node)


def _binds_otherwise(body: tuple[code.Statement, ...], names: set[str]) -> bool:
    """Whether a body binds one of the names by `:=` or in `except ... as name`."""
    stack: list[object] = [body]
    while stack:
        one = stack.pop()
        if isinstance(one, tuple):
            stack.extend(one)
        elif isinstance(one, (code.Bind, code.Handler)) and one.name in names:
            return True
        elif type(one) not in INNER:
            stack += parts_of(one)
    return False


def _is_nonlocal(node: code.Function) -> bool:
    """Whether a function says `nonlocal`, or one inside of it does."""
    return any(type(one) is SCOPE and one.kind == "nonlocal" for one in nodes_in((node,)))


def once(function: FunctionInfo, arguments: dict[str, Value]) -> dict[str, Value]:
    """What a function is given that makes functions, but for those that it made itself of what stands beside them."""
    for name, value in arguments.items():
        made = [one for one in value if isinstance(one, Function) and _made_by(one, function)] if len(value) > 1 else []
        rest = value.difference(made) if made else BOTTOM
        if rest and all(_held(one, name).difference(made, UNKNOWN) <= rest for one in made):
            arguments = {**arguments, name: rest}
    return arguments


def _made_by(atom: Function, function: FunctionInfo) -> bool:
    return atom.closure is not None and atom.closure.function is function


def _held(atom: Function, name: str) -> Value:
    """What the function that made another one was given under a name then."""
    return atom.closure.arguments.get(name, BOTTOM) if atom.closure is not None else BOTTOM
