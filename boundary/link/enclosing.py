"""Where was an inner function made?  In one context for all callers of the outer one, unless it looks at its variables.

A registry that wraps what it holds does so in every context of the function that asks it, and each would make a wrapper
of its own. A wrapper that looks at no variable of that function is the same in all of them; and what is wrapped twice
by the same wrapper does nothing that it does not do when it is wrapped once.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from boundary.link.kinds import FUNCTION, INNER, SCOPE
from boundary.link.scopes import bindings_of
from boundary.link.symbols import CHILDREN
from boundary.link.values import BOTTOM, UNKNOWN, Function
from boundary.link.walking import nodes_in, variables_in
from boundary.model import code

if TYPE_CHECKING:
    from boundary.link.contexts import Context
    from boundary.link.symbols import FunctionInfo
    from boundary.link.values import Value

AROUND: Final = frozenset({"super", "__class__", "locals", "vars", "dir", "eval", "exec"})
"""What is asked without a name for what stands around it."""


def made_in(function: FunctionInfo, context: Context) -> Context:
    """The context that an inner function which is defined in `context` sees."""
    outer = context.function
    if outer is None:
        return context
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
            stack += [getattr(one, child) for child in CHILDREN.get(type(one), ())]
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
