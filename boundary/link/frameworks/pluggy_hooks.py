"""Which functions run when a hook of pluggy is called?  All that a plugin has marked as implementations of its name.

An implementation takes those of the call's named arguments that it asks for. The results come as a list of what is not
None, or as the first of them where the hook's specification says `firstresult`.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from boundary.link.calling.arguments import Arguments
from boundary.link.domain.asking import strings, truth
from boundary.link.domain.joining import join
from boundary.link.domain.values import BOTTOM, UNKNOWN, Function
from boundary.link.frameworks.entry_functions import functions_in
from boundary.link.frameworks.protocol import Hook
from boundary.link.syntax.kinds import FUNCTION
from boundary.model import code

if TYPE_CHECKING:
    from boundary.link.domain.values import Instance, Value
    from boundary.link.evaluator.evaluation import Evaluator
    from boundary.link.evaluator.interpreter import Interpreter
    from boundary.link.frameworks.protocol import Handler, NativeCall

MARKER: Final = "pluggy.HookimplMarker"
SPECIFICATION: Final = "pluggy.HookspecMarker"
RELAY: Final = "pluggy.HookRelay"
PLUGINS: Final = "pluggy implementation"
FIRST: Final = "pluggy first"


class Relay(Hook):
    """`manager.hook.order_paid`."""

    base = RELAY

    def missing(self, evaluator: Evaluator, atom: Instance, name: str, line: int) -> Value | None:
        """Every name is a hook."""
        del atom, line
        return None if name.startswith("__") else evaluator.atoms.native("pluggy.hook", name)


def start(interpreter: Interpreter) -> None:
    """Plugins are met with their modules and classes, not when somebody calls their methods."""
    if not interpreter.frameworks.imports("pluggy"):
        return
    for cls in list(interpreter.program.classes):
        if cls.library or cls.closure is not None:
            continue
        for name, bindings in cls.bindings.items():
            if any(type(one.statement) is FUNCTION and one.statement.decorators for one in bindings):
                interpreter.classes.own(cls, name)


def marked(call: NativeCall) -> Value:
    """`@hookimpl`, `@hookimpl(specname="order_paid")`."""
    given = call.arguments.get(0, "function") or BOTTOM
    named = call.arguments.keywords.get("specname", BOTTOM)
    if any(True for _ in functions_in(given)):
        return _keep(call, given, named)
    return call.atoms.native("pluggy.implementation", named)


def marked_with_options(call: NativeCall) -> Value:
    """What a marker that was given options does to the function."""
    return _keep(call, call.first, call.receiver)


def _keep(call: NativeCall, function: Value, named: Value) -> Value:
    for atom in functions_in(function):
        for name in strings(named) or [atom.function.name]:
            call.interpreter.write((PLUGINS, name), atom.alone)
    return function


def specified(call: NativeCall) -> Value:
    """`@hookspec`, `@hookspec(firstresult=True)`."""
    given = call.arguments.get(0, "function") or BOTTOM
    if any(True for _ in functions_in(given)):
        return given
    first = truth(call.arguments.keywords.get("firstresult", BOTTOM)) is True
    return call.atoms.native("pluggy.specification", first)


def specified_with_options(call: NativeCall) -> Value:
    """What a specification that was given options does to the function."""
    for atom in functions_in(call.first) if call.receiver else ():
        call.interpreter.write((FIRST, atom.function.name), call.atoms.constant(value=True))
    return call.first


def called(call: NativeCall) -> Value:
    """`manager.hook.order_paid(order=order)`: every implementation runs here."""
    read, results = call.interpreter.read, []
    with call.evaluator.believed(because="signal"):
        for atom in read((PLUGINS, call.receiver), call.evaluator.context):
            if isinstance(atom, Function):
                held = bound(call, atom)
                given = _asked_for(atom, call.arguments)
                results.append(call.interpreter.calls.call(call.evaluator, held, given, call.line))
    found = join(results) - call.atoms.none
    if read((FIRST, call.receiver), call.evaluator.context):
        return (found or UNKNOWN) | call.atoms.none
    return call.atoms.container("list", found or UNKNOWN)


def bound(call: NativeCall, atom: Function) -> Value:
    """An implementation that is a method, as one of an object of its class."""
    if atom.function.cls is None or atom.receiver is not None:
        return atom.alone
    (plugin,) = call.atoms.instance(atom.function.cls, exact=False)
    return call.atoms.function(atom.function, plugin, atom.closure, atom.traits)


def _asked_for(atom: Function, arguments: Arguments) -> Arguments:
    """Those of the call's arguments that an implementation has parameters for."""
    names = {one.name for one in atom.function.parameters}
    keywords = {name: value for name, value in arguments.keywords.items() if name in names}
    return Arguments((), keywords, BOTTOM, arguments.others)


def guessed(evaluator: Evaluator, node: code.Call) -> Value:
    """`something.hook.order_paid(...)`, where implementations of that name are marked."""
    match node.function:
        case code.Attribute(value=code.Attribute(name="hook"), name=name):
            if evaluator.interpreter.stored((PLUGINS, name)):
                return evaluator.atoms.native("pluggy.hook", name)
    return BOTTOM


HOOKS: Final = (Relay(),)
NATIVES: Final[dict[str, Handler]] = {
    f"{MARKER}.__call__": marked,
    "pluggy.implementation": marked_with_options,
    f"{SPECIFICATION}.__call__": specified,
    "pluggy.specification": specified_with_options,
    "pluggy.hook": called,
}
