"""What has an object that its class does not bind and nobody stored?  What every object has, and `__getattr__`."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from boundary.link.calling.arguments import Arguments
from boundary.link.domain.values import BOTTOM, Instance, Value
from boundary.link.frameworks.django.polymorphic import class_of
from boundary.link.frameworks.pydantic import dumped
from boundary.link.frameworks.python import enums, orig_bases, plain, replaced, typed_dicts

if TYPE_CHECKING:
    from boundary.link.domain.values import Atom
    from boundary.link.evaluator.evaluation import Evaluator

PROXIED: Final = "_get_current_object"
"""What a proxy of Werkzeug gives is what it was taken for all along."""


def fallback(evaluator: Evaluator, atom: Instance, name: str, line: int) -> Value:
    """`instance.name`; nothing where there is none of these either."""
    interpreter, atoms = evaluator.interpreter, evaluator.atoms
    method = dumped.dumper(interpreter, atom, name) or replaced.replacer(interpreter, atom, name)
    if method is not None:
        return method
    if name == "__class__":
        return class_of(interpreter, atom)
    if name == "__module__":
        return atoms.constant(atom.cls.module.name)
    if name == "__orig_bases__":
        return orig_bases.original_bases(evaluator, atom.cls)
    if name in typed_dicts.METHODS and typed_dicts.is_typed_dict(interpreter, atom.cls):
        return atoms.native(f"{typed_dicts.PREFIX}.{name}", atom)
    if of_enumeration := enums.of_any(evaluator, atom.cls, name, line):
        return of_enumeration
    if name == PROXIED:
        return atoms.native(PROXIED, atom)
    if name.startswith("__"):
        return BOTTOM
    given = Arguments((atoms.constant(name),))
    if getter := interpreter.objects.method(evaluator, atom.alone, "__getattr__", line, given):
        return getter
    made = interpreter.unmade.is_made_now(evaluator, atom)
    return interpreter.attributes.stored(evaluator, atom, name) if made else BOTTOM


def through_super(evaluator: Evaluator, receiver: Atom, name: str) -> Value:
    """`super().name` where no class above has it that is read: what `object` and pydantic's models have."""
    if name in plain.OWN:
        return plain.through_super(evaluator, receiver, name)
    return dumped.through_super(evaluator.interpreter, receiver, name)
