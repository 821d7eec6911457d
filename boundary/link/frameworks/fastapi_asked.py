"""What does a parameter of an operation or a dependency ask FastAPI for?  `session: Session = Depends(get_session)`.

Its default says so, or its annotation: `Annotated[Session, Depends(get_session)]`, a name or an attribute of a module
that stands for that (`deps.CurrentUser`), or a call of a function that returns it (`user: allowed("orders.read")`),
whose `Depends` sees what the function was given and what it defines.

What is asked for is evaluated where the function is defined. Its own parameters are no variables there (`session =
Depends(session)`), and a name that is bound again is what stood there before: an operation may be called as the
dependency that it asks for.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from boundary.link.domain.asking import modules
from boundary.link.domain.values import Function, by_age
from boundary.link.syntax.kinds import ATTRIBUTE, CALL, DISPLAY, NAME, RETURN, SUBSCRIPT
from boundary.link.syntax.scopes import flat
from boundary.link.syntax.walking import last_name, variables_in
from boundary.model import code

if TYPE_CHECKING:
    from collections.abc import Iterator

    from boundary.link.calling.contexts import Context
    from boundary.link.definitions.functions import FunctionInfo
    from boundary.link.definitions.symbols import ModuleInfo
    from boundary.link.domain.values import Value
    from boundary.link.evaluator.evaluation import Evaluator

MOST_ALIASES: Final = 4
"""A name that stands for a name that stands for another one: so far it is followed."""


class Asked:
    """A `Depends(...)`, with the module that it is written in and the variables that it sees there."""

    __slots__ = ("module", "node", "variables")

    def __init__(self, module: ModuleInfo, node: code.Expression, variables: dict[str, Value]) -> None:
        self.module = module
        self.node = node
        self.variables = variables

    def given(self, evaluator: Evaluator) -> Value:
        """What it gives to who asks, who is being evaluated."""
        before = evaluator.module, evaluator.env
        evaluator.module, evaluator.env = self.module, dict(self.variables)
        try:
            return evaluator.evaluate(self.node)
        finally:
            evaluator.module, evaluator.env = before


def asked(
    evaluator: Evaluator, parameter: code.Parameter, function: FunctionInfo, closure: Context | None
) -> list[Asked]:
    """What a parameter of a function asks for that was made in `closure`."""
    home, variables = function.module, _seen(closure)
    if closure is None:
        variables |= _bound_before(evaluator, parameter, function)
    default = parameter.default
    if type(default) is CALL and is_depends(default):
        return [Asked(home, _filled(default, parameter.annotation), variables)]
    annotation = parameter.annotation
    return [] if annotation is None else list(_annotated(evaluator, Asked(home, annotation, variables)))


def is_depends(node: code.Call) -> bool:
    """Whether a call is one of `Depends` or `Security`."""
    return last_name(node.function) in {"Depends", "Security"}


def _seen(closure: Context | None) -> dict[str, Value]:
    """The variables of the functions around one."""
    found: dict[str, Value] = {}
    while closure is not None:
        found = {**closure.arguments, **closure.env, **found}
        closure = closure.closure
    return found


def _bound_before(evaluator: Evaluator, parameter: code.Parameter, function: FunctionInfo) -> dict[str, Value]:
    """Names of a module that are bound again by the function, or below it: what they were when it was defined."""
    above = evaluator.interpreter.names.above
    named = variables_in((parameter,))  # type: ignore[arg-type]
    held = {name: above(function.module, name, function.first_line) for name in named}
    return {name: value for name, value in held.items() if value}


def _annotated(evaluator: Evaluator, held: Asked, depth: int = 0) -> Iterator[Asked]:
    """What stands in an annotation."""
    module, node = held.module, held.node
    if depth > MOST_ALIASES:
        return
    if type(node) is SUBSCRIPT and type(node.index) is DISPLAY:
        for item in node.index.items[1:]:
            if type(item) is CALL and is_depends(item):
                yield Asked(module, _filled(item, node.index.items[0]), held.variables)
    elif type(node) is NAME:
        source, said = evaluator.interpreter.names.defined(module, node)
        if type(said) is not NAME or said.id != node.id:
            yield from _annotated(evaluator, Asked(source, said, {}), depth + 1)
    elif type(node) is ATTRIBUTE:
        for source in modules(Asked(module, node.value, held.variables).given(evaluator)):
            yield from _annotated(evaluator, Asked(source, code.Name(node.name), {}), depth + 1)
    elif type(node) is CALL:
        yield from _returned(evaluator, held, node, depth)


def _returned(evaluator: Evaluator, held: Asked, node: code.Call, depth: int) -> Iterator[Asked]:
    """What stands in an annotation that a function returns: with its variables."""
    called = Asked(held.module, node.function, held.variables).given(evaluator)
    functions = [atom.function for atom in by_age(called) if isinstance(atom, Function) and not atom.function.library]
    if not functions:
        return
    held.given(evaluator)
    for edge in list(evaluator.context.edges):
        function = edge.callee.function
        if edge.line != node.line or function is None or function not in functions:
            continue
        for statement in flat(function.body):
            if type(statement) is RETURN and statement.value is not None:
                seen = Asked(function.module, statement.value, _seen(edge.callee))
                yield from _annotated(evaluator, seen, depth + 1)


def _filled(node: code.Call, annotation: code.Expression | None) -> code.Call:
    """`Depends()` of what is annotated as a class: of that class."""
    if node.arguments or node.keywords or annotation is None:
        return node
    return code.Call(node.function, (annotation,), (), node.line)
