"""What does an object hold past the rules of its class?  `object.__setattr__(row, name, value)`, `row.__dict__[name]`.

A class that has a `__setattr__` of its own stores what it is given this way, and so does one that is frozen, or that
hands on whatever else it is asked for (`__getattr__`). Setters and descriptors are `object`'s doing; what is put under
a key of `__dict__` goes past these, too.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from boundary.link.domain.asking import strings
from boundary.link.domain.joining import join
from boundary.link.domain.values import BOTTOM, UNKNOWN, Instance
from boundary.link.frameworks.protocol import NativeCall
from boundary.link.frameworks.python.reflection import get_attribute, set_attribute
from boundary.link.syntax.kinds import ATTRIBUTE, CALL, NAME

if TYPE_CHECKING:
    from boundary.link.domain.values import Atom, Value
    from boundary.link.evaluator.evaluation import Evaluator
    from boundary.link.frameworks.protocol import Handler
    from boundary.model import code

OWN: Final = frozenset({"__setattr__", "__getattribute__"})
"""What every object has of `object`, asked for through `super()`."""


def through_super(evaluator: Evaluator, receiver: Atom, name: str) -> Value:
    """`super().__setattr__`: the method of `object`, where no class above has one."""
    return evaluator.atoms.native(f"object.{name}", receiver) if isinstance(receiver, Instance) else BOTTOM


def on_object(call: NativeCall) -> Value | None:
    """`super().__setattr__(name, value)`, `super().__getattribute__(name)`."""
    arguments = call.arguments.after(call.receiver.alone)
    return HANDLERS[call.name](NativeCall(call.evaluator, call.name, None, arguments, call.line))


def set_plainly(call: NativeCall) -> Value:
    """`object.__setattr__(order, name, value)`."""
    return set_attribute(call, own=False)


def get_plainly(call: NativeCall) -> Value:
    """`object.__getattribute__(order, name)`."""
    return get_attribute(call)


# --- the dict of an object ----------------------------------------------------------------------------


def object_of(place: code.Expression) -> code.Expression | None:
    """The object of `x.__dict__` and `vars(x)`."""
    if type(place) is ATTRIBUTE:  # whatever is indexed asks this
        return place.value if place.name == "__dict__" else None
    if type(place) is CALL and len(place.arguments) == 1:
        called = place.function
        return place.arguments[0] if type(called) is NAME and called.id == "vars" else None
    return None


def get_item(evaluator: Evaluator, holder: Value, index: code.Expression) -> Value:
    """`order.__dict__[name]`: what was stored in the object, whatever its class has of the name; else nothing."""
    objects = [atom for atom in holder if isinstance(atom, Instance)]
    names = strings(evaluator.evaluate(index)) if objects else ()
    return join(evaluator.interpreter.attributes.stored(evaluator, atom, name) for atom in objects for name in names)


def set_item(evaluator: Evaluator, holder: Value, index: Value, value: Value) -> None:
    """`order.__dict__[name] = value`."""
    names = strings(index)
    for atom in holder:
        if isinstance(atom, Instance):
            for name in names:
                evaluator.interpreter.write_attribute(atom, name, value or UNKNOWN)
    if len(names) < len(index) and not evaluator.module.library:
        evaluator.interpreter.stores.open(holder)


HANDLERS: Final[dict[str, Handler]] = {
    "object.__setattr__": set_plainly,
    "object.__getattribute__": get_plainly,
}
NATIVES: Final[dict[str, Handler]] = {
    **dict.fromkeys(HANDLERS, on_object),
    **{f"builtins.{name}": handler for name, handler in HANDLERS.items()},
}
