"""Where do FastAPI and Starlette call in?  Path operations, what they depend on, what runs around requests.

A dependency that yields runs around the whole operation: a commit behind its `yield` ends the operation's work.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from boundary.link.arguments import Arguments
from boundary.link.contexts import OUTSIDE, UNIT, Edge
from boundary.link.frameworks.entry_functions import PrefixHook, decorator, direct
from boundary.link.values import BOTTOM, UNKNOWN, ClassAtom, Container, Function, Instance, join, known
from boundary.model import code

if TYPE_CHECKING:
    from collections.abc import Hashable, Iterator

    from boundary.link.contexts import Context
    from boundary.link.evaluation import Evaluator
    from boundary.link.execution import Executor
    from boundary.link.frameworks.protocol import Handler, NativeCall
    from boundary.link.symbols import FunctionInfo, ModuleInfo
    from boundary.link.values import Atom, Value

ROUTER: Final = "starlette.routing.Router"
API: Final = "fastapi.APIRouter"
INJECTED: Final[Hashable] = ("injected",)
OWN: Final = frozenset({"self", "cls"})
VERBS: Final = ("get", "post", "put", "patch", "delete", "head", "options", "websocket", "api_route")


def depends(call: NativeCall) -> Value:
    """`Depends(get_session)`: what the dependency gives, and what it does around the operation."""
    found: list[Value] = []
    for atom in call.arguments.get(0, "dependency") or BOTTOM:
        given = _from_request(call, atom)
        if isinstance(atom, ClassAtom):
            found.append(call.interpreter.objects.instantiate(call.evaluator, atom.cls, given, call.line))
            continue
        if isinstance(atom, Instance) and atom.cls.library:
            continue
        value = call.interpreter.calls.call(call.evaluator, atom.alone, given, call.line)
        found.extend(
            one.element if isinstance(one, Container) and one.kind == "generator" else one.alone for one in value
        )
        helper = call.evaluator.last_called
        if helper is not None:
            _run_inside(helper, call.evaluator.context, call.line)
    return join(found) or UNKNOWN


def _from_request(call: NativeCall, atom: Atom) -> Arguments:
    """What a dependency is called with: what it depends on itself, and for all else what the request says.

    A default is what holds where the request says nothing: it decides no branch.
    """
    function = _called(call, atom)
    given: dict[str, Value] = {}
    for parameter in function.parameters if function is not None else ():
        if parameter.kind in {"args", "kwargs"} or parameter.name in OWN:
            continue
        held = list(dependencies(call.evaluator, parameter, function.module)) if function is not None else []
        if not held and parameter.default is not None:
            given[parameter.name] = UNKNOWN
        for module, node in held if parameter.default is None else ():
            before, call.evaluator.module = call.evaluator.module, module
            try:
                given[parameter.name] = call.evaluator.evaluate(node)
            finally:
                call.evaluator.module = before
    return Arguments((), given)


def _called(call: NativeCall, atom: Atom) -> FunctionInfo | None:
    """The function behind a dependency: itself, the constructor of a class, what makes an object callable."""
    if isinstance(atom, Function):
        return atom.function
    if isinstance(atom, (ClassAtom, Instance)):
        name = "__init__" if isinstance(atom, ClassAtom) else "__call__"
        _, held = call.interpreter.classes.lookup(atom.cls, name)
        return next((one.function for one in held if isinstance(one, Function)), None)
    return None


def _run_inside(helper: Context, operation: Context, line: int) -> None:
    """The whole operation runs where its dependency yields: in a transaction of that, or before its commit."""
    region = next((one for one in sorted(helper.yields) if 0 <= one < len(helper.regions)), None)
    if region is not None:
        helper.run_inside(Edge(operation, line, region, body=OUTSIDE))
    elif helper.flow.ends_around_yield:
        helper.run_inside(Edge(operation, line, UNIT, body=OUTSIDE))


def trait(executor: Executor, held: tuple[object, ...]) -> None:
    """An operation is entered: its dependencies run first."""
    function = executor.context.function
    if held != INJECTED or function is None:
        return
    for parameter in function.parameters:
        for module, node in dependencies(executor, parameter, executor.module):
            before, executor.module = executor.module, module
            try:
                value = executor.evaluate(node)
            finally:
                executor.module = before
            if known(value):
                executor.env[parameter.name] = value


def dependencies(
    evaluator: Evaluator, parameter: code.Parameter, home: ModuleInfo
) -> Iterator[tuple[ModuleInfo, code.Expression]]:
    """The `Depends(...)` of a parameter of a function in `home`: its default, or in its annotation, behind a name too.

    With each, the module that it is written in.
    """
    if isinstance(parameter.default, code.Call) and _is_depends(parameter.default):
        if not parameter.default.arguments and not parameter.default.keywords and parameter.annotation is not None:
            call = code.Call(parameter.default.function, (parameter.annotation,), (), parameter.default.line)
            yield home, call
        else:
            yield home, parameter.default
    module, annotation = home, parameter.annotation
    if isinstance(annotation, code.Name):
        module, annotation = evaluator.interpreter.names.defined(module, annotation)
    if isinstance(annotation, code.Subscript) and isinstance(annotation.index, code.Display):
        for item in annotation.index.items[1:]:
            if isinstance(item, code.Call) and _is_depends(item):
                yield module, item


def _is_depends(node: code.Call) -> bool:
    name = node.function.id if isinstance(node.function, code.Name) else getattr(node.function, "name", "")
    return name in {"Depends", "Security"}


HOOKS: Final = (PrefixHook(API, "prefix"),)
NATIVES: Final[dict[str, Handler]] = {
    "fastapi.Depends": depends,
    **{f"{API}.{name}": decorator("route", trait=INJECTED) for name in VERBS},
    f"{API}.add_api_route": direct("route", at=1, name="endpoint", path=0, trait=INJECTED),
    f"{ROUTER}.route": decorator("route"),
    f"{ROUTER}.websocket_route": decorator("route"),
    f"{ROUTER}.add_route": direct("route", at=1, name="endpoint", path=0),
    f"{ROUTER}.on_event": decorator("middleware"),
    f"{ROUTER}.add_event_handler": direct("middleware", at=1, name="function"),
    f"{ROUTER}.middleware": decorator("middleware"),
    f"{ROUTER}.exception_handler": decorator("middleware"),
    "starlette.routing.Route": direct("route", at=1, name="endpoint", path=0),
}
