"""What does `app.config["SESSION_FACTORY"]` give?  The functions, classes and objects that a configuration holds.

Flags, texts and lists are not believed: they are there to be different where the program runs.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from boundary.link.domain.asking import strings
from boundary.link.domain.joining import join
from boundary.link.domain.values import BOTTOM, UNKNOWN, ClassAtom, Constant, Function, Instance, Native

if TYPE_CHECKING:
    from boundary.link.domain.values import Value
    from boundary.link.frameworks.protocol import Handler, NativeCall

CONFIG: Final = "flask.config.Config"
OBJECTS: Final = "flask config"


def from_object(call: NativeCall) -> Value:
    """`app.config.from_object(Settings())`, `.from_object("shop.settings.Production")`."""
    for atom in call.first:
        held: Value = atom.alone
        if isinstance(atom, Constant) and isinstance(atom.value, str):
            held = _named(call, atom.value)
        call.interpreter.write((OBJECTS,), held)
    return call.atoms.none


def _named(call: NativeCall, dotted: str) -> Value:
    """A module, or what is in one, by its dotted name."""
    names = call.interpreter.names
    module, _, name = dotted.rpartition(".")
    source = call.interpreter.find_module(module) if module and not names.exists(dotted) else None
    return names.imported(dotted) if source is None else names.member(source, name)


def item(call: NativeCall) -> Value:
    """`app.config["NAME"]`, `app.config.get("NAME")`."""
    interpreter, evaluator = call.interpreter, call.evaluator
    objects = interpreter.read((OBJECTS,), evaluator.context)
    found: list[Value] = []
    for key in strings(call.first):
        found.append(interpreter.read((OBJECTS, key), evaluator.context))
        found.extend(interpreter.attributes.of(evaluator, atom, key, call.line) for atom in objects)
    held = join(one for one in found if one)
    return frozenset(atom for atom in held if isinstance(atom, (ClassAtom, Function, Instance, Native))) or UNKNOWN


def store(call: NativeCall) -> Value:
    """`app.config["NAME"] = value`."""
    for key in strings(call.first):
        call.interpreter.write((OBJECTS, key), call.arguments.get(1, "value") or BOTTOM)
    return call.atoms.none


NATIVES: Final[dict[str, Handler]] = {
    f"{CONFIG}.from_object": from_object,
    f"{CONFIG}.__getitem__": item,
    f"{CONFIG}.get": item,
    f"{CONFIG}.setdefault": item,
    f"{CONFIG}.__setitem__": store,
}
