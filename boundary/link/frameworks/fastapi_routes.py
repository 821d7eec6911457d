"""Where do FastAPI and Starlette call in?  Path operations, what they depend on, what runs around requests.

A dependency that yields runs around the whole operation: a commit behind its `yield` ends the operation's work. What an
operation, its router, or the one that includes that lists as `dependencies=[Depends(check)]` runs first, too. An
operation behind decorators that wrap it (`functools.wraps`) is asked what it depends on; its wrapper is given that.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from boundary.link.calling.arguments import Arguments
from boundary.link.definitions.wrappers import behind
from boundary.link.domain.asking import known, strings
from boundary.link.domain.joining import join
from boundary.link.domain.values import BOTTOM, UNKNOWN, ClassAtom, Container, Function, Instance
from boundary.link.frameworks.around_requests import AROUND, run_inside
from boundary.link.frameworks.entry_functions import decorator, direct
from boundary.link.frameworks.fastapi_asked import Asked, asked, is_depends
from boundary.link.frameworks.fastapi_overrides import meant
from boundary.link.frameworks.fastapi_route_classes import registered
from boundary.link.frameworks.mounting import PREFIX, PrefixHook, made, mount, mounts, one_text, route_of
from boundary.link.members import containers
from boundary.link.syntax.kinds import CALL, DISPLAY, NAME

if TYPE_CHECKING:
    from boundary.link.definitions.functions import FunctionInfo
    from boundary.link.definitions.symbols import ClassInfo, ModuleInfo
    from boundary.link.domain.values import Atom, Value
    from boundary.link.evaluator.evaluation import Evaluator
    from boundary.link.evaluator.execution import Executor
    from boundary.link.evaluator.interpreter import Interpreter
    from boundary.link.frameworks.protocol import Handler, NativeCall
    from boundary.model import code

    Listed = tuple[tuple[ModuleInfo, code.Expression], ...]

ROUTER: Final = "starlette.routing.Router"
API: Final = "fastapi.APIRouter"
INJECTED: Final = ("injected",)
OWN: Final = frozenset({"self", "cls"})
VERBS: Final = ("get", "post", "put", "patch", "delete", "head", "options", "websocket", "api_route")


def depends(call: NativeCall) -> Value:
    """`Depends(get_session)`: what the dependency gives, and what it does around the operation.

    A request has one session, whichever of its dependencies ask for it: none begins work anew.
    """
    found: list[Value] = []
    pending = call.evaluator.pending
    for atom in meant(call.evaluator, call.arguments.get(0, "dependency") or BOTTOM):
        given = _from_request(call, atom)
        if isinstance(atom, ClassAtom):
            found.append(call.interpreter.objects.instantiate(call.evaluator, atom.cls, given, call.line))
            continue
        if isinstance(atom, Instance) and atom.cls.library and not is_asked(call.interpreter, atom.cls):
            continue
        value = call.interpreter.calls.call(call.evaluator, atom.alone, given, call.line)
        found.extend(
            one.element if isinstance(one, Container) and one.kind == "generator" else one.alone for one in value
        )
        helper = call.evaluator.last_called
        if helper is not None:
            run_inside(helper, call.evaluator.context, call.line)
    call.evaluator.pending |= pending
    return join(found) or UNKNOWN


def is_asked(interpreter: Interpreter, cls: ClassInfo) -> bool:
    """Whether an object of a library is a dependency that gives something of the application (`Provide[...]`)."""
    return any(isinstance(atom, Function) for atom in interpreter.classes.lookup(cls, "__call__")[1])


def _from_request(call: NativeCall, atom: Atom) -> Arguments:
    """What a dependency is called with: what it depends on itself, and for all else what the request says.

    A default is what holds where the request says nothing: it decides no branch.
    """
    function = _called(call, atom)
    given: dict[str, Value] = {}
    if function is None:
        return Arguments((), given)
    closure = atom.closure if isinstance(atom, Function) else None
    for parameter in function.parameters:
        if parameter.kind in {"args", "kwargs"} or parameter.name in OWN:
            continue
        held = asked(call.evaluator, parameter, function, closure)
        if not held and parameter.default is not None:
            given[parameter.name] = UNKNOWN
        for one in held:
            given[parameter.name] = one.given(call.evaluator)
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


def trait(executor: Executor, held: tuple[object, ...]) -> None:
    """An operation is entered: its dependencies run first."""
    function = executor.context.function
    if held[:1] != INJECTED or function is None:
        return
    listed: Listed = held[2:]  # type: ignore[assignment]
    for module, node in (*_of_router(executor.interpreter, held[1]), *listed):
        Asked(module, node, {}).given(executor)
    own, closure = behind(function, executor.context.closure)
    given: dict[str, Value] = {}
    for parameter in own.parameters:
        for one in asked(executor, parameter, own, closure):
            value = one.given(executor)
            if known(value):
                given[parameter.name] = value
    _hand_over(executor, function, given, wraps=own is not function)


def _hand_over(executor: Executor, function: FunctionInfo, given: dict[str, Value], *, wraps: bool) -> None:
    """What an operation is given, by name; one that `wraps` another takes what that is given, and hands it on."""
    own = {one.name for one in function.parameters}
    executor.env.update((name, value) for name, value in given.items() if name in own)
    for parameter in function.parameters if wraps else ():
        if parameter.kind == "args":
            executor.env[parameter.name] = containers.make(executor, "tuple", [])
        elif parameter.kind == "kwargs":
            held = [(executor.atoms.constant(name), value) for name, value in given.items() if name not in own]
            executor.env[parameter.name] = containers.make_dict(executor, held, UNKNOWN)


def _listed(evaluator: Evaluator, line: int) -> Listed:
    """What the call at hand lists: `dependencies=[Depends(check)]`."""
    written = evaluator.calling
    found: list[tuple[ModuleInfo, code.Expression]] = []
    for keyword in written.keywords if written is not None and written.line == line else ():
        if keyword.name == "dependencies":
            module, value = _defined(evaluator, evaluator.module, keyword.value)
            for item in value.items if type(value) is DISPLAY else ():
                home, node = _defined(evaluator, module, item)
                if type(node) is CALL and is_depends(node):
                    found.append((home, node))
    return tuple(found)


def _defined(
    evaluator: Evaluator, module: ModuleInfo, node: code.Expression
) -> tuple[ModuleInfo, code.Expression | None]:
    """What an expression stands for, where it is a name."""
    return evaluator.interpreter.names.defined(module, node) if type(node) is NAME else (module, node)


def _of_router(interpreter: Interpreter, router: object, seen: frozenset[object] = frozenset()) -> Listed:
    """What the routers list that include this one, and what it lists itself."""
    if not isinstance(router, Instance) or router in seen:
        return ()
    found: list[tuple[ModuleInfo, code.Expression]] = []
    for one in mounts(interpreter, router):
        listed: Listed = one.said  # type: ignore[assignment]
        found += (*_of_router(interpreter, one.by, seen | {router}), *listed)
    own = router.site[2] if isinstance(router.site, tuple) and router.site[:1] == (PREFIX,) else ()
    return (*found, *own)


def operation(call: NativeCall) -> Value | None:
    """`@router.get("/orders", dependencies=[Depends(check)])`."""
    trait = (*INJECTED, call.receiver, *_listed(call.evaluator, call.line))
    given = call.arguments.get(0, "path") or BOTTOM
    return call.atoms.native("fastapi.operation", (call.receiver, route_of(call, strings(given)), trait))


def operated_on(call: NativeCall) -> Value:
    """What it does to the function."""
    router, name, trait = call.receiver
    registered(call, router, name, call.first, trait)
    return call.first


def added(call: NativeCall) -> Value | None:
    """`router.add_api_route("/orders", orders, dependencies=[Depends(check)])`."""
    trait = (*INJECTED, call.receiver, *_listed(call.evaluator, call.line))
    value = call.arguments.get(1, "endpoint") or BOTTOM
    registered(call, call.receiver, route_of(call, strings(call.arguments.get(0, "path") or BOTTOM)), value, trait)
    return value or UNKNOWN


def included(call: NativeCall) -> Value:
    """`app.include_router(router, prefix="/orders", dependencies=[Depends(check)])`."""
    routers, prefix = call.arguments.get(0, "router") or BOTTOM, one_text(call.arguments.keywords.get("prefix"))
    mount(call, routers, prefix, _listed(call.evaluator, call.line))
    return call.atoms.none


def mounted_whole(call: NativeCall) -> Value:
    """`app.mount("/v1", other)`: another application, of this framework or of any, which is called from outside."""
    mount(call, call.arguments.get(1, "app") or BOTTOM, one_text(call.arguments.get(0, "path")))
    call.interpreter.calls.escape(call.evaluator, call.arguments, call.line)
    return call.atoms.none


class RouterHook(PrefixHook):
    """Routers, each with what its operations depend on."""

    def construct(self, evaluator: Evaluator, cls: ClassInfo, arguments: Arguments, line: int) -> Value | None:
        """`APIRouter(prefix="/orders", dependencies=[Depends(check)])`."""
        place = evaluator.module.file, line
        return made(evaluator, cls, arguments, line, self.argument, _listed(evaluator, line), place)


HOOKS: Final = (RouterHook(API, "prefix"),)
NATIVES: Final[dict[str, Handler]] = {
    "fastapi.Depends": depends,
    "fastapi.operation": operated_on,
    **{f"{API}.{name}": operation for name in VERBS},
    f"{API}.add_api_route": added,
    f"{API}.include_router": included,
    f"{ROUTER}.route": decorator("route"),
    f"{ROUTER}.websocket_route": decorator("route"),
    f"{ROUTER}.add_route": direct("route", at=1, name="endpoint", path=0),
    f"{ROUTER}.mount": mounted_whole,
    f"{ROUTER}.on_event": decorator("middleware"),
    f"{ROUTER}.add_event_handler": direct("middleware", at=1, name="function"),
    f"{ROUTER}.middleware": decorator("middleware", trait=AROUND),
    f"{ROUTER}.exception_handler": decorator("middleware"),
    "starlette.routing.Route": direct("route", at=1, name="endpoint", path=0),
}
