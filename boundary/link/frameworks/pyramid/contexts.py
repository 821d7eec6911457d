"""What is the context of a view?  What the factory of its route makes of the request, or what it finds in that.

`config.add_route("order", "/orders/{id}", factory=Orders, traverse="/{id}")` hands the views of the route what
`Orders(request)[id]` is; without `traverse` it is `Orders(request)` itself. Each part of `traverse="/{id}/{line}"` is
one step further, `Orders(request)[id][line]`, as far as what is found has members. A view names its context as it
likes: it is the first of two parameters, and `context` in classes. One that is configured for a kind of context
(`@view_config(context=Order)`, `@exception_view_config(Invalid)`) is handed such an object.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from boundary.link.calling.arguments import Arguments
from boundary.link.definitions.wrappers import unwrapped
from boundary.link.domain.asking import known, strings
from boundary.link.domain.joining import join
from boundary.link.domain.values import BOTTOM, UNKNOWN, ClassAtom, Function, Wrapped, by_age
from boundary.link.frameworks.naming import name_of
from boundary.link.frameworks.pyramid.told import told
from boundary.link.frameworks.registry import PYRAMID_REQUEST as REQUEST

if TYPE_CHECKING:
    from collections.abc import Hashable

    from boundary.link.definitions.functions import FunctionInfo
    from boundary.link.domain.values import Value
    from boundary.link.evaluator.evaluation import Evaluator
    from boundary.link.evaluator.interpreter import Interpreter
    from boundary.link.frameworks.protocol import Handler, NativeCall
    from boundary.model import code

CONFIGURATOR: Final = "pyramid.config.Configurator"
FACTORY: Final = "route factory"
ROUTES: Final = "routes of views"
CONTEXTS: Final = "contexts of views"
INTERFACE: Final = "zope.interface.Interface"
BOTH: Final = 2
"""A view that is a function may take the request alone, or a context before it."""


def add_route(call: NativeCall) -> Value:
    """`config.add_route("order", "/orders/{id}", factory="shop.orders:Orders", traverse="/{id}")`."""
    pattern = "".join(strings(call.arguments.get(1, "pattern") or BOTTOM))
    traverses = "traverse" in call.arguments.keywords or "*traverse" in pattern
    held = told(call, 2, "factory")
    if traverses:
        held = call.atoms.wrapped("traversed", held, _steps(call.arguments.keywords.get("traverse", BOTTOM)))
    for name in strings(call.arguments.get(0, "name") or BOTTOM):
        call.interpreter.write((FACTORY, name), held)
    return call.atoms.none


def _steps(traverse: Value) -> int:
    """How many members of members a route walks along; one where that is not known."""
    paths = strings(traverse)
    return max((len([part for part in path.split("/") if part]) for path in paths), default=1) or 1


def note(interpreter: Interpreter, view: Value, names: list[str]) -> None:
    """Remember the routes of a view, or of all views of a class."""
    for atom in view if names else ():
        held: Hashable = None
        if isinstance(atom, Function):
            held = unwrapped(atom.function, atom.closure)
        elif isinstance(atom, ClassAtom):
            held = atom.cls
        interpreter.frameworks.state.setdefault(ROUTES, {}).setdefault(held, {}).update(dict.fromkeys(names))


def note_context(interpreter: Interpreter, view: Value, context: Value) -> None:
    """Remember of which class the context of a view is; an interface says nothing of what is handed over."""
    named = frozenset(atom for atom in context if not isinstance(atom, ClassAtom))
    classes = [atom.cls for atom in by_age(context) if isinstance(atom, ClassAtom)]
    held = [interpreter.annotations.outside(named)] if named else []
    held += [interpreter.instances_of([cls]) for cls in classes if INTERFACE not in cls.externals]
    for atom in view if any(held) else ():
        if isinstance(atom, Function):
            kept: dict[FunctionInfo, Value] = interpreter.frameworks.state.setdefault(CONTEXTS, {})
            function = unwrapped(atom.function, atom.closure)
            kept[function] = join((kept.get(function, BOTTOM), *held))


def _told_context(interpreter: Interpreter, function: FunctionInfo) -> Value:
    held: dict[FunctionInfo, Value] = interpreter.frameworks.state.get(CONTEXTS, {})
    return held.get(function, BOTTOM)


def view_defaults(call: NativeCall) -> Value:
    """`@view_defaults(route_name="order")` of a class."""
    names = strings(call.arguments.keywords.get("route_name", BOTTOM))
    return call.atoms.native("pyramid.view_defaults()", tuple(names))


def defaulted(call: NativeCall) -> Value:
    """What it does to the class."""
    assert isinstance(call.receiver, tuple)  # noqa: S101 - as `view_defaults` made it
    note(call.interpreter, call.first, list(call.receiver))
    return call.first


def handed_to(interpreter: Interpreter, atom: Function) -> dict[str, Value] | None:
    """What a view is handed: its context, by the name of the parameter."""
    function = unwrapped(atom.function, atom.closure)
    names = interpreter.frameworks.state.get(ROUTES, {}).get(function, ())
    if function.cls is not None or function is not atom.function or len(function.parameters) != BOTH:
        return None
    context = _told_context(interpreter, function)
    context = context or (context_of(interpreter.module_evaluator(function.module), list(names)) if names else BOTTOM)
    return {function.parameters[0].name: context} if context else None


def named(evaluator: Evaluator, node: code.Expression) -> Value:
    """`self.context`, and `context` in a method, of a class whose views have a route."""
    held = evaluator.interpreter.frameworks.state.get(ROUTES, {})
    function = evaluator.context.function
    if function is None or function.cls is None or name_of(node) != "context":
        return BOTTOM
    context = _told_context(evaluator.interpreter, function)
    if context:
        return context
    names = {**held.get(function.cls, {}), **held.get(function, {})}
    return context_of(evaluator, list(names)) if names else BOTTOM


def context_of(evaluator: Evaluator, names: list[str]) -> Value:
    """What the factories of these routes give."""
    cls = evaluator.interpreter.library_class(REQUEST)
    request = evaluator.atoms.instance(cls) if cls is not None else UNKNOWN
    calls = evaluator.interpreter.calls
    found: list[Value] = []
    for name in names:
        for factory in evaluator.interpreter.read((FACTORY, name), evaluator.context):
            inner = getattr(factory, "inner", None)
            made = calls.call(evaluator, inner or factory.alone, Arguments((request,)), 0)
            if inner is not None:
                made = _traversed(evaluator, made, factory.extra if isinstance(factory, Wrapped) else 1)
            found.append(made if known(made) else BOTTOM)
    return join(found)


def _traversed(evaluator: Evaluator, root: Value, steps: int) -> Value:
    """What is found so many steps below a root, or nearer where that has no members."""
    made = BOTTOM
    for _ in range(steps):
        item = evaluator.interpreter.attributes.get(evaluator, made or root, "__getitem__", 0)
        further = evaluator.interpreter.calls.call(evaluator, item, Arguments((UNKNOWN,)), 0) if known(item) else BOTTOM
        if not known(further):
            return made
        made = further
    return made


NATIVES: Final[dict[str, Handler]] = {
    f"{CONFIGURATOR}.add_route": add_route,
    "pyramid.view.view_defaults": view_defaults,
    "pyramid.view_defaults()": defaulted,
}
