"""Who hears of an event of Zope?  The subscribers that ZCML registers for it, and for the object that it is about.

    <subscriber for=".interfaces.IOrder lazr.lifecycle.interfaces.IObjectCreatedEvent" handler=".events.placed" />

`notify(ObjectCreatedEvent(order))` calls them at once. An interface of events that is not read is known by its name:
`ObjectCreatedEvent` provides `IObjectCreatedEvent`.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from boundary.link.calling.arguments import Arguments
from boundary.link.domain.values import BOTTOM, UNKNOWN, Instance
from boundary.link.frameworks.protocol import Hook
from boundary.link.frameworks.zope.interfaces import implemented
from boundary.link.frameworks.zope.zcml import ANY, said

if TYPE_CHECKING:
    from boundary.link.definitions.symbols import ClassInfo
    from boundary.link.domain.values import Value
    from boundary.link.evaluator.evaluation import Evaluator
    from boundary.link.evaluator.interpreter import Interpreter
    from boundary.link.frameworks.protocol import Handler, NativeCall
    from boundary.link.frameworks.zope.zcml import Said

OBJECT_EVENT: Final = "zope.lifecycleevent.ObjectEvent"
ABOUT: Final = "about"
OF_ONE: Final = 1
OF_OBJECT: Final = 2


class Events(Hook):
    """Events about objects: each for its own."""

    base = OBJECT_EVENT

    def construct(self, evaluator: Evaluator, cls: ClassInfo, arguments: Arguments, line: int) -> Value | None:
        """`ObjectCreatedEvent(order)`."""
        del line
        if not cls.library:
            return None
        return evaluator.atoms.instance(cls, site=(ABOUT, arguments.get(0, "object") or UNKNOWN))

    def attribute(self, evaluator: Evaluator, atom: Instance, name: str, line: int) -> Value | None:
        """`event.object`, and what it was before it was modified."""
        del evaluator, line
        site = atom.site
        if name in {"object", "object_before_modification"} and isinstance(site, tuple) and site[:1] == (ABOUT,):
            return site[1]  # type: ignore[no-any-return]
        return None


def notify(call: NativeCall) -> Value:
    """`notify(event)`: each subscriber is called with the event, or with its object and the event."""
    interpreter, evaluator = call.interpreter, call.evaluator
    for event in call.first:
        if not isinstance(event, Instance):
            continue
        for one in _subscribers(interpreter):
            wanted = one.dotted("for")
            if not _is_event(interpreter, event.cls, wanted[-1], one):
                continue
            if len(wanted) == OF_ONE:
                _tell(call, one, (event.alone,))
            elif len(wanted) == OF_OBJECT:
                about = interpreter.attributes.get(evaluator, event.alone, "object", call.line)
                held = frozenset(atom for atom in about if _provides(interpreter, atom, wanted[0], one))
                if held:
                    _tell(call, one, (held, event.alone))
    return call.atoms.none


def _subscribers(interpreter: Interpreter) -> list[Said]:
    """The subscribers that have a handler, with what they are for."""
    held: list[Said] | None = interpreter.frameworks.state.get("zcml subscribers")
    if held is None:
        held = [one for one in said(interpreter, "subscriber") if one.dotted("handler") and one.dotted("for")]
        interpreter.frameworks.state["zcml subscribers"] = held
    return held


def _tell(call: NativeCall, one: Said, given: tuple[Value, ...]) -> None:
    handler = one.value("handler") or BOTTOM
    call.interpreter.calls.call(call.evaluator, handler, Arguments(given), call.line)


def _is_event(interpreter: Interpreter, cls: ClassInfo, wanted: str, one: Said) -> bool:
    """Whether events of a class provide the interface that a subscriber is for."""
    if wanted == ANY:
        return True
    last = wanted.rpartition(".")[2]
    if any(f"I{above.name}" == last for above in interpreter.classes.mro(cls)):
        return True
    return any(held in implemented(interpreter, cls) for held in one.classes("for")[-1:] if held is not None)


def _provides(interpreter: Interpreter, atom: object, wanted: str, one: Said) -> bool:
    """Whether an object provides the interface that a subscriber is for."""
    if not isinstance(atom, Instance):
        return False
    interface = next(iter(one.classes("for")), None)
    return wanted == ANY or (interface is not None and interface in implemented(interpreter, atom.cls))


NEEDS: Final = ("zope",)
HOOKS: Final = (Events(),)
NATIVES: Final[dict[str, Handler]] = {"zope.event.notify": notify}
