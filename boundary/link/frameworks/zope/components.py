"""What does an application made of zope's components get where it asks for an interface?  What is registered for it.

`getUtility(IOrders)` gives what ZCML registers as the utility, else an object of the class that says
`@implementer(IOrders)`; `IOrders(shop)` and `getAdapter` give the object itself where its class implements the
interface, else what the adapter that ZCML registers makes of it, else an object of an implementing class, made of it.
What code registers (`provideUtility`) need not be read for that.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from boundary.link.calling.arguments import Arguments
from boundary.link.domain.asking import known
from boundary.link.domain.joining import join
from boundary.link.domain.values import BOTTOM, UNKNOWN, ClassAtom, Instance
from boundary.link.frameworks.protocol import Hook
from boundary.link.frameworks.zope.interfaces import MOST_IMPLEMENTERS, implemented, implementers
from boundary.link.frameworks.zope.zcml import said
from boundary.link.members import containers
from boundary.link.syntax.kinds import NAME

if TYPE_CHECKING:
    from boundary.link.definitions.symbols import ClassInfo
    from boundary.link.domain.values import Value
    from boundary.link.evaluator.evaluation import Evaluator
    from boundary.link.evaluator.interpreter import Interpreter
    from boundary.link.frameworks.protocol import Handler, NativeCall
    from boundary.link.frameworks.zope.zcml import Said

INTERFACE: Final = "zope.interface.Interface"
UTILITIES: Final = ("utility", "securedutility")


def implementing(interpreter: Interpreter, interface: ClassInfo, most: int = MOST_IMPLEMENTERS) -> list[ClassInfo]:
    """The classes that implement an interface, or one that extends it; none where there are too many to tell."""
    held = implementers(interpreter)
    found = [cls for one in (interface, *interpreter.classes.below(interface)) for cls in held.get(one, ())]
    return list(dict.fromkeys(found)) if len(found) <= most else []


def asked(value: Value) -> list[ClassInfo]:
    """The interfaces that a value names."""
    return [atom.cls for atom in value if isinstance(atom, ClassAtom)]


# --- what ZCML registers --------------------------------------------------------------------------------


def _by_interface(interpreter: Interpreter, *names: str) -> dict[ClassInfo, list[Said]]:
    """Directives by the interface that they provide; a factory that does not say which provides what it implements."""
    state = interpreter.frameworks.state
    key = f"zcml by interface {names}"
    held: dict[ClassInfo, list[Said]] | None = state.get(key)
    if held is None:
        held = state[key] = {}
        for one in said(interpreter, *names):
            provides = one.classes("provides")
            if not provides:
                classes = [atom.cls for atom in one.value("factory") if isinstance(atom, ClassAtom)]
                provides = [above for cls in classes for above in implemented(interpreter, cls)]
            for interface in provides:
                if interface is not None:
                    held.setdefault(interface, []).append(one)
    return held


def _registered(interpreter: Interpreter, interface: ClassInfo) -> Value:
    """The utilities that ZCML registers for an interface."""
    found: list[Value] = []
    for one in _by_interface(interpreter, *UTILITIES).get(interface, ())[:MOST_IMPLEMENTERS]:
        found.append(one.value("component"))
        classes = [atom.cls for name in ("factory", "class") for atom in one.value(name) if isinstance(atom, ClassAtom)]
        found.append(_of_classes(interpreter, classes))
    return join(found)


def _factories(interpreter: Interpreter, interface: ClassInfo, given: tuple[Value, ...]) -> list[Value]:
    """The factories of adapters that ZCML registers for what is given; those for other things are left out."""
    found: list[tuple[Said, Value]] = [
        (one, one.value("factory")) for one in _by_interface(interpreter, "adapter").get(interface, ())
    ]
    classes = [atom.cls for atom in (given[0] if given else BOTTOM) if isinstance(atom, (Instance, ClassAtom))]
    provided = frozenset(above for cls in classes for above in implemented(interpreter, cls))
    fitting = [value for one, value in found if provided.intersection(one.classes("for")[:1])]
    general = [value for one, value in found if _is_for_all(one)]
    every = [value for _, value in found]
    chosen = (fitting or general) if provided else (general or every)
    return chosen if len(chosen) <= MOST_IMPLEMENTERS else []


def _is_for_all(one: Said) -> bool:
    """Whether an adapter is for whatever it is asked for."""
    return one.dotted("for")[:1] in (["*"], [INTERFACE])


# --- what is asked for ----------------------------------------------------------------------------------


def provided(interpreter: Interpreter, interfaces: list[ClassInfo]) -> Value:
    """Objects that provide interfaces, as they are registered."""
    registered = join(_registered(interpreter, one) for one in interfaces)
    if registered:
        return registered
    return _of_classes(interpreter, [cls for one in interfaces for cls in implementing(interpreter, one)])


def adapted(evaluator: Evaluator, interface: ClassInfo, given: tuple[Value, ...], line: int) -> Value:
    """An object as one that provides an interface: itself, or what is made of it."""
    interpreter = evaluator.interpreter
    classes = implementing(interpreter, interface)
    first = given[0] if given else BOTTOM
    own = [
        atom.alone
        for atom in first
        if isinstance(atom, Instance)
        and (
            any(interpreter.classes.derives(atom.cls, cls) for cls in classes)
            or interface in implemented(interpreter, atom.cls)
        )
    ]
    if own:
        return join(own)
    factories = _factories(interpreter, interface, given)
    if factories:
        made = [interpreter.calls.call(evaluator, one, Arguments(given), line) for one in factories]
        return join(one for one in made if known(one)) or _of_classes(interpreter, classes) or join(made)
    return join(interpreter.objects.instantiate(evaluator, cls, Arguments(given), line) for cls in classes)


def _of_classes(interpreter: Interpreter, classes: list[ClassInfo]) -> Value:
    """Objects of classes; bottom where there is none."""
    return interpreter.instances_of(classes) if classes else BOTTOM


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


def same(call: NativeCall) -> Value:
    """`removeSecurityProxy(order)`, `ProxyFactory(order)`: what is behind it."""
    return call.first


HOOKS: Final = (InterfaceHook(),)
ONE: Final = ("getUtility", "queryUtility")
MANY: Final = ("getUtilitiesFor", "getAllUtilitiesRegisteredFor")
ADAPTED: Final = ("getAdapter", "queryAdapter", "getMultiAdapter", "queryMultiAdapter")
NATIVES: Final[dict[str, Handler]] = {
    **{f"zope.component.{name}": utility for name in ONE},
    **{f"zope.component.{name}": utilities for name in MANY},
    **{f"zope.component.{name}": adapter for name in ADAPTED},
    "zope.interface.verify.verifyObject": verified,
    "zope.security.proxy.removeSecurityProxy": same,
    "zope.security.proxy.ProxyFactory": same,
    "zope.security.checker.ProxyFactory": same,
}
