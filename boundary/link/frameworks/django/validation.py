"""What does a row look up before it is saved?  `full_clean` asks for what it points at, and whether it is unique.

A form leaves out the fields that it does not have, and asks for what the others point at itself (`django/forms.py`):
where it is not known what is left out, only what has to be unique is looked up here.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from boundary.link.calling.arguments import Arguments
from boundary.link.domain.asking import strings
from boundary.link.domain.values import Constant, Instance
from boundary.link.frameworks.django.tables import model_of, read
from boundary.link.frameworks.django.unique import constraints_in, key_with_default, said_of_fields, unique_in
from boundary.link.members import containers

if TYPE_CHECKING:
    from collections.abc import Iterator

    from boundary.link.definitions.symbols import ClassInfo
    from boundary.link.domain.values import Value
    from boundary.link.evaluator.interpreter import Interpreter
    from boundary.link.frameworks.django.model_info import ModelInfo, Relation
    from boundary.link.frameworks.protocol import Handler, NativeCall


def checked(call: NativeCall) -> Value:
    """`row.clean_fields(exclude=None)`: each foreign key has to point at a row; validators of fields run."""
    row, left_out = call.receiver, _left_out(call)
    if isinstance(row, Instance):
        _run_validators(call, row, left_out or frozenset())
    if isinstance(row, Instance) and left_out is not None:
        for relation in _pointing(model_of(call.interpreter, row.cls)):
            if relation.name not in left_out:
                read(call.evaluator, relation.target, call.line, guessed=row.guessed)
    return call.atoms.none


def _run_validators(call: NativeCall, row: Instance, left_out: frozenset[str]) -> None:
    """`total = IntegerField(validators=[check_total])`: each is called with what the field holds."""
    for owner, name, written in said_of_fields(call.interpreter, row.cls, "validators"):
        if name not in left_out:
            given = Arguments((call.interpreter.attributes.get(call.evaluator, row.alone, name, 0),))
            held = call.interpreter.class_evaluator(owner).evaluate(written)
            for one in containers.members(held) or ():
                call.interpreter.calls.call(call.evaluator, one, given, call.line)


def compared(call: NativeCall) -> Value:
    """`row.validate_unique(exclude=None)`: no other row has the same."""
    row, left_out = call.receiver, _left_out(call)
    if isinstance(row, Instance) and _is_asked(call.interpreter, row.cls, left_out):
        read(call.evaluator, model_of(call.interpreter, row.cls), call.line, guessed=row.guessed)
    return call.atoms.none


def constrained(call: NativeCall) -> Value:
    """`row.validate_constraints(exclude=None)`: no other row has the same, where a constraint says so."""
    row, left_out = call.receiver, _left_out(call) or frozenset()
    if isinstance(row, Instance) and any(not one & left_out for one in constraints_in(call.interpreter, row.cls)):
        read(call.evaluator, model_of(call.interpreter, row.cls), call.line, guessed=row.guessed)
    return call.atoms.none


def _is_asked(interpreter: Interpreter, model: ClassInfo, left_out: frozenset[str] | None) -> bool:
    """Whether another row may have the same: one of its columns, or the key that a new row has made for itself."""
    if any(not names & (left_out or frozenset()) for names in unique_in(interpreter, model)):
        return True
    key = key_with_default(interpreter, model) if left_out is not None else None
    return key is not None and key not in (left_out or frozenset())


def _left_out(call: NativeCall) -> frozenset[str] | None:
    """The names of the fields that are left out, None where they are not known."""
    held: list[Value] = []
    for atom in call.arguments.get(0, "exclude") or ():
        members = containers.members(atom.alone)
        if members is None and not (isinstance(atom, Constant) and atom.value is None):
            return None
        held.extend(members or ())
    return frozenset(name for member in held for name in strings(member))


def _pointing(model: ModelInfo | None) -> Iterator[Relation]:
    """The foreign keys of a model and of those that it extends, but for the link to a parent, which it makes itself."""
    if model is not None:
        yield from (one for one in model.relations.values() if one.kind in {"fk", "o2o"} and one.spec.kind is not None)
        for parent in model.parents:
            yield from _pointing(parent)


NATIVES: Final[dict[str, Handler]] = {
    "django.db.models.base.Model.clean_fields": checked,
    "django.db.models.base.Model.validate_unique": compared,
    "django.db.models.base.Model.validate_constraints": constrained,
}
