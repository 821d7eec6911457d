"""Which keys has the dict that a pydantic model is turned into?  The names of its fields.

`data.model_dump()` and `data.dict()` are dicts that are closed: what is handed on by `Order(**data.model_dump())`, or
set in a loop over its items, is known by name. Models in fields are dicts, too.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from boundary.link.domain.joining import join
from boundary.link.domain.values import BOTTOM, UNKNOWN, ClassAtom, Constant, Container, Instance
from boundary.link.frameworks.pydantic.models import fields_of, is_model, maker
from boundary.link.frameworks.python.replaced import changed
from boundary.link.members import containers

if TYPE_CHECKING:
    from boundary.link.definitions.symbols import ClassInfo
    from boundary.link.domain.values import Atom, Value
    from boundary.link.evaluator.evaluation import Evaluator
    from boundary.link.evaluator.interpreter import Interpreter
    from boundary.link.frameworks.protocol import Handler, NativeCall

DUMPS: Final = "pydantic dump"
DUMPING: Final = frozenset({"model_dump", "dict"})
COPYING: Final = frozenset({"model_copy", "copy"})
DEEPEST: Final = 1
"""Models in fields are dicts with known keys; what is deeper is a dict of which nothing is known."""


def dumper(interpreter: Interpreter, atom: Instance, name: str) -> Value | None:
    """`data.model_dump`: what turns an object of a model into a dict; `data.model_copy`, one more of it."""
    if (name not in DUMPING and name not in COPYING) or not is_model(interpreter, atom.cls):
        return None
    return interpreter.atoms.native(f"{DUMPS}.{name}", atom)


def through_super(interpreter: Interpreter, receiver: Atom, name: str) -> Value:
    """`super().model_dump()` in a model that has one of its own, `super().model_validate(data)` in a class method."""
    if isinstance(receiver, Instance):
        return dumper(interpreter, receiver, name) or BOTTOM
    return (maker(interpreter, receiver, name) if isinstance(receiver, ClassAtom) else None) or BOTTOM


def dumped(call: NativeCall) -> Value:
    """`data.model_dump(exclude={"tags"})`: its fields by name, without those that are left out."""
    receiver = call.receiver
    if not isinstance(receiver, Instance):
        return UNKNOWN
    only, without = (_names(call.arguments.keywords.get(name)) for name in ("include", "exclude"))
    fields = [one for one in fields_of(call.interpreter, receiver.cls) if only is None or one[0] in only]
    return _dict_of(call.evaluator, receiver, [one for one in fields if one[0] not in (without or ())], call.line)


def copied(call: NativeCall) -> Value:
    """`data.model_copy(update={...})`: an object of the same model, with other values in it."""
    receiver = call.receiver
    if not isinstance(receiver, Instance):
        return UNKNOWN
    update = containers.pairs(call.arguments.keywords.get("update", BOTTOM)) or {}
    return changed(call, receiver.alone, [(key, held) for key, held in update.items() if isinstance(key, str)])


def _dict_of(
    evaluator: Evaluator,
    atom: Instance,
    fields: list[tuple[str, tuple[ClassInfo, ...]]],
    line: int,
    depth: int = DEEPEST,
) -> Value:
    entries: list[tuple[Value, Value]] = []
    for name, models in fields:
        held = UNKNOWN
        if models and depth:  # collections that are nested deeper are no longer kept
            value = evaluator.interpreter.attributes.get(evaluator, atom.alone, name, line)
            held = _plain(evaluator, value, line, depth - 1)
        entries.append((evaluator.atoms.constant(name), held))
    return containers.make_dict(evaluator, entries) if entries else UNKNOWN


def _plain(evaluator: Evaluator, value: Value, line: int, depth: int) -> Value:
    """What a field holds, models in it as dicts."""
    found: list[Value] = []
    for atom in value:
        if isinstance(atom, Instance) and is_model(evaluator.interpreter, atom.cls):
            fields = fields_of(evaluator.interpreter, atom.cls)
            found.append(_dict_of(evaluator, atom, fields, line, depth))
        elif isinstance(atom, Container) and atom.kind in {"list", "set", "tuple"}:
            found.append(evaluator.atoms.container(atom.kind, _plain(evaluator, atom.element, line, depth)))
        elif isinstance(atom, Constant):
            found.append(atom.alone)
    return join(found) or UNKNOWN


def _names(value: Value | None) -> frozenset[str] | None:
    """The texts of a set; None where they are not all known."""
    members = containers.members(value or BOTTOM)
    if members is None:
        return None
    names = [atom.value for one in members for atom in one if len(one) == 1 and isinstance(atom, Constant)]
    return frozenset(map(str, names)) if len(names) == len(members) else None


NATIVES: Final[dict[str, Handler]] = {
    **{f"{DUMPS}.{name}": dumped for name in DUMPING},
    **{f"{DUMPS}.{name}": copied for name in COPYING},
}
