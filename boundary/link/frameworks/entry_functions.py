"""Which functions are handed to a framework to be called from outside?  The verbs that the framework files share."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from boundary.link.definitions.wrappers import behind
from boundary.link.domain.asking import strings
from boundary.link.domain.values import BOTTOM, UNKNOWN, ClassAtom, Function, Instance, Wrapped
from boundary.link.frameworks.entry_points import enter_class
from boundary.link.frameworks.mounting import NO_ROUTE, Route, route_of
from boundary.link.syntax.kinds import CALL, FUNCTION, NAME

if TYPE_CHECKING:
    from collections.abc import Hashable, Iterator

    from boundary.link.domain.values import Value
    from boundary.link.evaluator.interpreter import Interpreter
    from boundary.link.frameworks.protocol import Handler, NativeCall
    from boundary.model import code

NOWHERE: Final = 99


def functions_in(value: Value) -> Iterator[Function]:
    """The functions in a value, those behind decorators of the language too."""
    for atom in value:
        if isinstance(atom, Function):
            yield atom
        elif isinstance(atom, Wrapped):
            yield from functions_in(atom.inner)


def register(
    interpreter: Interpreter, kind: str, name: str | Route, value: Value, trait: Hashable | None = None
) -> None:
    """Remember functions as entry points; they are evaluated when all modules have been."""
    route = Route(name) if isinstance(name, str) else name
    for atom in functions_in(value):
        traits = atom.traits | {trait} if trait is not None else atom.traits
        receiver = atom.receiver
        wrapped, closure = behind(atom.function, atom.closure)
        if receiver is None and wrapped.cls is not None and (atom.closure is None or wrapped is not atom.function):
            (receiver,) = interpreter.atoms.instance(wrapped.cls, exact=False)
        (held,) = interpreter.atoms.function(atom.function, receiver, atom.closure, traits)
        interpreter.frameworks.state.setdefault("tasks", {})[held] = kind
        if kind == "cli":
            interpreter.frameworks.state.setdefault("command functions", set()).add(atom.function)
        if route != NO_ROUTE:
            routes = interpreter.frameworks.state.setdefault("entry routes", {})
            routes.setdefault(wrapped, route)
            routes.setdefault((wrapped, closure), route)  # one function has a path for each call of what makes it
    for one in value:
        if isinstance(one, ClassAtom):
            enter_class(interpreter, one.cls)
        elif isinstance(one, Instance) and not one.cls.library:
            _, call = interpreter.classes.lookup(one.cls, "__call__")
            for atom in functions_in(call):
                (held,) = interpreter.atoms.function(atom.function, one, atom.closure, atom.traits)
                interpreter.frameworks.state.setdefault("tasks", {})[held] = kind


def decorator(kind: str, *, at: int = 0, trait: Hashable | None = None) -> Handler:
    """A method that gives a decorator: `@app.route("/orders")`; `at` is where its path stands, or `NOWHERE`."""

    def handler(call: NativeCall) -> Value:
        given = call.arguments.get(0, "rule") or BOTTOM
        if any(isinstance(atom, Function) for atom in given):  # used without parentheses
            register(call.interpreter, kind, "", given, trait)
            return given
        texts = strings(call.arguments.get(at, "rule") or BOTTOM)
        return call.atoms.native("entry.decorator", (kind, route_of(call, texts), trait))

    return handler


def decorated(call: NativeCall) -> Value:
    """What such a decorator does to the function."""
    kind, name, trait = call.receiver
    register(call.interpreter, kind, name, call.first, trait)
    return call.first


def direct(
    kind: str, *, at: int = 0, name: str = "f", path: int | None = None, trait: Hashable | None = None
) -> Handler:
    """A function that is handed over: `app.add_url_rule("/orders", view_func=orders)`, `@app.before_request`."""

    def handler(call: NativeCall) -> Value:
        value = call.arguments.get(at, name) or BOTTOM
        texts = strings(call.arguments.get(path, "") or BOTTOM) if path is not None else []
        register(call.interpreter, kind, route_of(call, texts), value, trait)
        return value or UNKNOWN

    return handler


VERBS: Final = frozenset(
    [
        "route",
        "get",
        "post",
        "put",
        "patch",
        "delete",
        "view_config",
        "expose",
        "command",
        "scheduled_job",
        "task",
        "job",
        "when",
        "mutation",
        "field",
        "tool",
        "http_get",
        "http_post",
        "http_put",
        "http_patch",
        "http_delete",
    ]
)
"""Names of decorators that hand methods to a framework."""


def start(interpreter: Interpreter) -> None:
    """Methods that a decorator hands to a framework are met with their classes, not when somebody calls them."""
    for cls in list(interpreter.program.classes):
        if cls.library or cls.closure is not None or not interpreter.frameworks.follows_work:
            continue
        for name, bindings in cls.bindings.items():
            if any(_is_handed_over(one.statement) for one in bindings):
                interpreter.classes.own(cls, name)


def _is_handed_over(statement: code.Node) -> bool:
    if type(statement) is not FUNCTION:
        return False
    for decorator in statement.decorators:
        bare = decorator.function if type(decorator) is CALL else decorator
        if (bare.id if type(bare) is NAME else getattr(bare, "name", "")) in VERBS:
            return True
    return False


NATIVES: Final[dict[str, Handler]] = {"entry.decorator": decorated}
