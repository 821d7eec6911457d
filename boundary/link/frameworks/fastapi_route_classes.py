"""What does a route class of the project make of an operation?  `APIRouter(route_class=CommittingRoute)`.

Such a class is made of the path and the function, which it may wrap before it hands it on: the wrapper answers then,
and commits behind the operation, say. One that hands on what it is given, or has no constructor, changes nothing.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from boundary.link.calling.arguments import Arguments
from boundary.link.definitions.wrappers import unwrapped
from boundary.link.domain.values import UNKNOWN, Atom, ClassAtom, by_age
from boundary.link.frameworks.entry_functions import functions_in, register

if TYPE_CHECKING:
    from collections.abc import Hashable

    from boundary.link.definitions.symbols import ClassInfo
    from boundary.link.domain.values import Value
    from boundary.link.frameworks.mounting import Route
    from boundary.link.frameworks.protocol import Handler, NativeCall

ROUTES: Final = "operations by their functions"
HANDED: Final = "operations that were handed on"
KIND: Final = "route"


def registered(call: NativeCall, router: Atom, name: Route, value: Value, trait: Hashable) -> None:
    """Register an operation: what the class of the router's routes makes of it, or itself."""
    state = call.interpreter.frameworks.state
    for atom in functions_in(value):
        own = unwrapped(atom.function, atom.closure)
        state.setdefault(ROUTES, {})[own] = (name, trait)
        for cls in _classes(call, router):
            given = Arguments((UNKNOWN,), {"endpoint": frozenset((atom,))}, others=UNKNOWN)
            call.interpreter.objects.instantiate(call.evaluator, cls, given, call.line)
        if own not in state.get(HANDED, ()):
            register(call.interpreter, KIND, name, atom.alone, trait)
    others = frozenset(one for one in value if not any(functions_in(frozenset((one,)))))
    register(call.interpreter, KIND, name, others, trait)


def _classes(call: NativeCall, router: Atom) -> list[ClassInfo]:
    """The route classes of a router that have constructors of the project."""
    held = call.interpreter.attributes.get(call.evaluator, router.alone, "route_class", call.line)
    classes = [one.cls for one in by_age(held) if isinstance(one, ClassAtom) and not one.cls.library]
    mro = call.interpreter.classes.mro
    return [cls for cls in classes if any("__init__" in one.bindings for one in mro(cls) if not one.library)]


def handed(call: NativeCall) -> Value:
    """What is handed on in the end: a function that wraps the operation, or that itself."""
    state = call.interpreter.frameworks.state
    for atom in functions_in(call.first):
        own = unwrapped(atom.function, atom.closure)
        if own in state.get(ROUTES, {}):
            name, trait = state[ROUTES][own]
            state.setdefault(HANDED, set()).add(own)
            register(call.interpreter, KIND, name, atom.alone, trait)
    return call.atoms.none


NATIVES: Final[dict[str, Handler]] = {"fastapi.routing.handed": handed}
