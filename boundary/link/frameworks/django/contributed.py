"""What is added to a model from outside?  `User.add_to_class("team", ForeignKey(...))` and `contribute_to_class`.

A field becomes one of the model's, with its relation and what deletes take along for it; an object that takes part in
the making of models does so; anything else is an attribute of the class. Objects of the project's own classes in the
bodies of models take part, too, each kept apart: it is told its model, and may hear of that model's rows later.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from boundary.link.calling.arguments import Arguments
from boundary.link.domain.asking import strings
from boundary.link.domain.values import BOTTOM, METHODS, ClassAtom, Function, Instance, Wrapped, by_age
from boundary.link.frameworks.django.model_info import FieldSpec
from boundary.link.frameworks.django.models import FIELD, models

if TYPE_CHECKING:
    from boundary.link.definitions.symbols import ClassInfo
    from boundary.link.domain.values import Atom, Value
    from boundary.link.evaluator.evaluation import Evaluator
    from boundary.link.evaluator.interpreter import Interpreter
    from boundary.link.frameworks.protocol import Handler, NativeCall

MAKING: Final = "contribute_to_class"


def takes_part(interpreter: Interpreter, cls: ClassInfo) -> bool:
    """Whether a class of the project's says by itself how its objects take part in the making of models."""
    definer, _ = interpreter.classes.lookup(cls, MAKING)
    if definer is None or set(cls.externals) - {"builtins.object"}:
        return False
    return not any(one.library for one in interpreter.classes.mro(cls))


def says(interpreter: Interpreter, kind: ClassInfo, making: str = MAKING) -> bool:
    """Whether a class of fields of the project's says itself what it does while models are made."""
    if kind.library:
        return False
    owner, _ = interpreter.classes.lookup(kind, making)
    return owner is not None and not owner.library


def make(  # noqa: PLR0913, PLR0917 - a call, spelled out
    evaluator: Evaluator, value: Value, cls: ClassInfo, beside: Value, line: int, making: str = MAKING
) -> None:
    """Let an object take part in the making of a model, which it is told with its name there, or the like."""
    method = evaluator.interpreter.attributes.get(evaluator, value, making, line)
    evaluator.interpreter.calls.call(evaluator, method, Arguments((evaluator.atoms.class_(cls), beside)), line)


def added(call: NativeCall) -> Value:
    """`Model.add_to_class(name, value)`."""
    names = strings(call.arguments.get(0, "name") or BOTTOM)
    value = call.arguments.get(1, "value") or BOTTOM
    if isinstance(call.receiver, ClassAtom) and len(names) == 1:
        _add(call, call.receiver, names[0], value)
    return call.atoms.none


def contributed(call: NativeCall) -> Value:
    """`field.contribute_to_class(Model, name)`."""
    names = strings(call.arguments.get(1, "name") or BOTTOM)
    if isinstance(call.receiver, Instance) and len(names) == 1:
        for atom in by_age(call.arguments.get(0, "cls") or BOTTOM):
            if isinstance(atom, ClassAtom):
                _add(call, atom, names[0], call.receiver.alone)
    return call.atoms.none


def _add(call: NativeCall, holder: ClassAtom, name: str, value: Value) -> None:
    taken = _is_method(call.interpreter, holder.cls, name)
    for atom in by_age(value):
        if taken and not isinstance(atom, Function):
            continue  # of all names that code goes through (`dir(Model)`), one of those that it leaves alone
        _add_one(call, holder, name, atom)


def _add_one(call: NativeCall, holder: ClassAtom, name: str, atom: Atom) -> None:
    interpreter = call.interpreter
    if isinstance(atom, Instance) and isinstance(atom.site, FieldSpec):
        models(interpreter).add_field(holder.cls, name, atom.site)
    elif isinstance(atom, Instance):
        definer, _ = interpreter.classes.lookup(atom.cls, MAKING)
        if definer is not None and not definer.dotted.startswith("django."):
            make(call.evaluator, atom.alone, holder.cls, call.atoms.constant(name), call.line)
            return
    interpreter.stores.set(call.evaluator, holder.alone, name, atom.alone, call.line)


def _is_method(interpreter: Interpreter, cls: ClassInfo, name: str) -> bool:
    """Whether a class has a method or a property of this name, which no field takes the place of."""
    _, held = interpreter.classes.lookup(cls, name)
    return any(isinstance(one, Function) or (isinstance(one, Wrapped) and one.kind in METHODS) for one in held)


NATIVES: Final[dict[str, Handler]] = {
    "django.db.models.base.Model.add_to_class": added,
    f"{FIELD}.{MAKING}": contributed,
}
