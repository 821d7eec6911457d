"""What does an application made of zope's components get where it asks for an interface?  What implements it.

`getUtility(IOrders)` gives an object of the class that says `@implementer(IOrders)`; `IOrders(shop)` and `getAdapter`
give the object itself where its class implements the interface, else one that is made of it. How components are
registered (ZCML, `provideUtility`) need not be read for that.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from boundary.link import containers
from boundary.link.arguments import Arguments
from boundary.link.frameworks.protocol import Hook
from boundary.link.frameworks.pyramid_requests import MOST_IMPLEMENTERS, implementers
from boundary.link.joining import join
from boundary.link.kinds import NAME
from boundary.link.values import BOTTOM, UNKNOWN, ClassAtom, Instance, known

if TYPE_CHECKING:
    from boundary.link.evaluation import Evaluator
    from boundary.link.frameworks.protocol import Handler, NativeCall
    from boundary.link.interpreter import Interpreter
    from boundary.link.symbols import ClassInfo
    from boundary.link.values import Value

INTERFACE: Final = "zope.interface.Interface"


def implementing(interpreter: Interpreter, interface: ClassInfo) -> list[ClassInfo]:
    """The classes that implement an interface, or one that extends it; none where there are too many to tell."""
    held = implementers(interpreter)
    found = [cls for one in (interface, *interpreter.classes.below(interface)) for cls in held.get(one, ())]
    return list(dict.fromkeys(found)) if len(found) <= MOST_IMPLEMENTERS else []


def asked(value: Value) -> list[ClassInfo]:
    """The interfaces that a value names."""
    return [atom.cls for atom in value if isinstance(atom, ClassAtom)]


def provided(interpreter: Interpreter, interfaces: list[ClassInfo]) -> Value:
    """Objects that provide interfaces, as they are registered."""
    classes = [cls for one in interfaces for cls in implementing(interpreter, one)]
    return interpreter.instances_of(classes) if classes else BOTTOM


def adapted(evaluator: Evaluator, interface: ClassInfo, given: tuple[Value, ...], line: int) -> Value:
    """An object as one that provides an interface: itself, or what is made of it."""
    interpreter = evaluator.interpreter
    classes = implementing(interpreter, interface)
    first = given[0] if given else BOTTOM
    own = [
        atom.alone
        for atom in first
        if isinstance(atom, Instance) and any(interpreter.classes.derives(atom.cls, cls) for cls in classes)
    ]
    if own:
        return join(own)
    return join(interpreter.objects.instantiate(evaluator, cls, Arguments(given), line) for cls in classes)


class InterfaceHook(Hook):
    """`IOrders(shop)`."""

    base = INTERFACE

    def construct(self, evaluator: Evaluator, cls: ClassInfo, arguments: Arguments, line: int) -> Value | None:
        """Calling an interface adapts what it is given."""
        return adapted(evaluator, cls, arguments.positional[:1], line) or None


def utility(call: NativeCall) -> Value:
    """`getUtility(IOrders)`, `queryUtility(IOrders, "name")`."""
    found = provided(call.interpreter, asked(call.first))
    return found or call.atoms.external(f"{call.name}()")


def utilities(call: NativeCall) -> Value:
    """`getUtilitiesFor(IOrders)`: pairs of a name and an object."""
    found = provided(call.interpreter, asked(call.first)) or UNKNOWN
    name = UNKNOWN
    pair = call.atoms.container("tuple", found | name, (name, found))
    return call.atoms.container("list", pair if call.name.endswith("For") else found)


def adapter(call: NativeCall) -> Value:
    """`getAdapter(shop, IOrders)`, `getMultiAdapter((shop, request), IOrders)`."""
    given: tuple[Value, ...] = (call.first,)
    if "Multi" in call.name:
        given = tuple(containers.members(call.first) or ())
    interfaces = asked(call.arguments.get(1, "interface") or BOTTOM)
    found = join(adapted(call.evaluator, one, given, call.line) for one in interfaces)
    return found or call.atoms.external(f"{call.name}()")


def verified(call: NativeCall) -> Value:
    """`verifyObject(IOrders, orders)`: whatever it was before, it is one that provides the interface."""
    written = call.evaluator.calling
    found = provided(call.interpreter, asked(call.first))
    if found and written is not None and len(written.arguments) > 1:
        named = written.arguments[1]
        if type(named) is NAME and not known(call.evaluator.env.get(named.id, BOTTOM) - _outside(call)):
            call.evaluator.env[named.id] = found
    return call.atoms.constant(value=True)


def _outside(call: NativeCall) -> Value:
    """What is verified, as far as it is no object of the project."""
    held = call.arguments.get(1, "candidate") or BOTTOM
    return frozenset(atom for atom in held if not isinstance(atom, Instance))


HOOKS: Final = (InterfaceHook(),)
ONE: Final = ("getUtility", "queryUtility")
MANY: Final = ("getUtilitiesFor", "getAllUtilitiesRegisteredFor")
ADAPTED: Final = ("getAdapter", "queryAdapter", "getMultiAdapter", "queryMultiAdapter")
NATIVES: Final[dict[str, Handler]] = {
    **{f"zope.component.{name}": utility for name in ONE},
    **{f"zope.component.{name}": utilities for name in MANY},
    **{f"zope.component.{name}": adapter for name in ADAPTED},
    "zope.interface.verify.verifyObject": verified,
}
