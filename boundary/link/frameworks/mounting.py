"""Below which path does a router or a blueprint answer?  What others put before its routes where they take it in.

`app.include_router(orders, prefix="/orders")`, `app.register_blueprint(api, url_prefix="/api")`,
`api.add_router("/orders", orders)`, `app.mount("/v1", api)`. It is known when all have been met, not when a route is.
One that is taken in below several paths answers below each: its routes are told without any of them.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final, NamedTuple

from boundary.link.domain.asking import strings
from boundary.link.domain.values import BOTTOM, Atom, Instance, Value
from boundary.link.frameworks.protocol import Hook

if TYPE_CHECKING:
    from boundary.link.calling.arguments import Arguments
    from boundary.link.definitions.symbols import ClassInfo
    from boundary.link.evaluator.evaluation import Evaluator
    from boundary.link.evaluator.interpreter import Interpreter
    from boundary.link.frameworks.protocol import Handler, NativeCall

PREFIX: Final = "route prefix"
MOUNTS: Final = "mounts of routers"


class Route(NamedTuple):
    """A path as it is written, and the router whose it is."""

    path: str
    router: Atom | None = None


NO_ROUTE: Final = Route("")


class Mount(NamedTuple):
    """A router is taken in: by which other, below which path, whether that is instead of its own prefix, what is said.

    What is `said` where it is taken in is the framework's own: FastAPI's lists of what operations depend on.
    """

    by: Atom | None
    prefix: str
    instead: bool
    said: tuple[object, ...] = ()


class PrefixHook(Hook):
    """Blueprints and routers, each kept apart by where it is made, with what all its routes begin with."""

    def __init__(self, base: str, argument: str) -> None:
        self.base = base
        self.argument = argument

    def construct(self, evaluator: Evaluator, cls: ClassInfo, arguments: Arguments, line: int) -> Value | None:
        """`Blueprint("orders", __name__, url_prefix="/orders")`."""
        if not cls.library:
            return None
        return made(evaluator, cls, arguments, line, self.argument, (evaluator.module.file, line))


def made(evaluator: Evaluator, cls: ClassInfo, arguments: Arguments, line: int, argument: str, *said: object) -> Value:
    """A router whose routes begin with what stands under `argument`; what else is `said` of it is in its site."""
    cls.data["instantiated"] = True
    router = evaluator.atoms.instance(cls, site=(PREFIX, one_text(arguments.keywords.get(argument)), *said))
    evaluator.interpreter.objects.construct(evaluator, router, arguments, line)
    return router


def one_text(value: Value | None) -> str:
    """The one text that a value is; empty where it is not known."""
    texts = strings(value or BOTTOM)
    return texts[0] if len(texts) == 1 else ""


def route_of(call: NativeCall, texts: list[str]) -> Route:
    """The route of a router that a call is given; none where its path is not known."""
    return Route(texts[0], call.receiver if isinstance(call.receiver, Instance) else None) if texts else NO_ROUTE


def written(route: Route) -> str:
    """A route's path with what its router says itself."""
    return f"{_own(route.router)}{route.path}"


def told(interpreter: Interpreter, route: Route) -> str:
    """A route's path with all that stands before it."""
    return f"{_below(interpreter, route.router)}{route.path}"


def mount(
    call: NativeCall, routers: Value, prefix: str, said: tuple[object, ...] = (), *, instead: bool = False
) -> None:
    """Remember that routers are taken in by the receiver of a call."""
    held: dict[Atom, list[Mount]] = call.interpreter.frameworks.state.setdefault(MOUNTS, {})
    one = Mount(call.receiver if isinstance(call.receiver, Instance) else None, prefix, instead, said)
    for atom in routers:
        met = held.setdefault(atom, [])
        if one not in met:
            met.append(one)


def mounts(interpreter: Interpreter, router: Atom) -> list[Mount]:
    """Where a router is taken in, as far as has been met."""
    held: dict[Atom, list[Mount]] = interpreter.frameworks.state.get(MOUNTS, {})
    return held.get(router, [])


def mounted(*, at: int, path: int | None, argument: str, instead: bool = False) -> Handler:
    """A method that takes in the router that stands `at` a place, below what stands at `path` or under `argument`."""

    def handler(call: NativeCall) -> Value:
        given = call.arguments.keywords.get(argument) if path is None else call.arguments.get(path, argument)
        prefix = one_text(given)
        mount(call, call.arguments.get(at, "router") or BOTTOM, prefix, instead=instead and bool(prefix))
        return call.atoms.none

    return handler


def _own(router: Atom | None) -> str:
    """What a router puts before its routes by itself."""
    site = router.site if isinstance(router, Instance) else None
    return str(site[1]) if isinstance(site, tuple) and site[:1] == (PREFIX,) else ""


def _below(interpreter: Interpreter, router: Atom | None, within: tuple[Atom, ...] = ()) -> str:
    """What stands before the routes of a router: its own prefix, behind those of all that it is taken in by."""
    if router is None or router in within or not _is_apart(router):
        return _own(router)
    found = {
        f"{_below(interpreter, one.by, (*within, router))}{one.prefix}{'' if one.instead else _own(router)}"
        for one in mounts(interpreter, router)
    }
    return found.pop() if len(found) == 1 else _own(router)


def _is_apart(router: Atom) -> bool:
    """Whether a router is one object: another of its class may be taken in elsewhere."""
    return isinstance(router, Instance) and isinstance(router.site, tuple) and router.site[:1] == (PREFIX,)
