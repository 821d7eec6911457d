"""What does `app.config["SESSION_FACTORY"]` give?  The functions, classes and objects that a configuration holds.

So do the collections in it that hold objects (`app.config["INDEX"]["driver"]`). Flags, texts and other lists are not
believed: they are there to be different where the program runs.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from boundary.link.domain.asking import strings
from boundary.link.domain.joining import join
from boundary.link.domain.values import BOTTOM, UNKNOWN, ClassAtom, Constant, Container, Function, Instance, Native
from boundary.link.members import containers

if TYPE_CHECKING:
    from collections.abc import Hashable

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
    return _objects(call, join(one for one in found if one)) or UNKNOWN


def _objects(call: NativeCall, held: Value) -> Value:
    """What can be believed of it."""
    return join(
        atom.alone if isinstance(atom, (ClassAtom, Function, Instance, Native)) else _of_objects(call, atom)
        for atom in held
        if isinstance(atom, (ClassAtom, Function, Instance, Native)) or (isinstance(atom, Container) and atom.objects)
    )


def _of_objects(call: NativeCall, atom: Container) -> Value:
    """A collection of which only the objects are believed."""
    if atom.kind != "dict" or atom.entries is None:
        return call.atoms.container(atom.kind, _objects(call, atom.element) | UNKNOWN)
    entries = tuple([(key, _objects(call, held) or UNKNOWN) for key, held in atom.entries])
    return call.atoms.container("dict", join(held for _, held in entries), entries)


def store(call: NativeCall) -> Value:
    """`app.config["NAME"] = value`."""
    for key in strings(call.first):
        call.interpreter.write((OBJECTS, key), call.arguments.get(1, "value") or BOTTOM)
    return call.atoms.none


def update(call: NativeCall) -> Value:
    """`app.config.update(settings, NAME=value)`, `app.config.from_mapping(settings)`."""
    given: dict[Hashable, Value] = dict(containers.pairs(call.first) or {})
    given.update(call.arguments.keywords)
    for key, held in given.items():
        if isinstance(key, str):
            call.interpreter.write((OBJECTS, key), held)
    return call.atoms.none


NATIVES: Final[dict[str, Handler]] = {
    f"{CONFIG}.from_object": from_object,
    f"{CONFIG}.__getitem__": item,
    f"{CONFIG}.get": item,
    f"{CONFIG}.setdefault": item,
    f"{CONFIG}.__setitem__": store,
    f"{CONFIG}.update": update,
    f"{CONFIG}.from_mapping": update,
}
