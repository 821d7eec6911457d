"""What does a row look up before it is saved?  `full_clean` asks for what it points at, and whether it is unique.

A form leaves out the fields that it does not have, and asks for the others itself (`django_forms.py`): where it is not
known what is left out, nothing is looked up here.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from boundary.link import containers
from boundary.link.frameworks.django_tables import model_of, read
from boundary.link.frameworks.rest_framework_unique import unique_in
from boundary.link.values import Constant, Instance, strings

if TYPE_CHECKING:
    from collections.abc import Iterator

    from boundary.link.frameworks.django_models import ModelInfo, Relation
    from boundary.link.frameworks.protocol import Handler, NativeCall
    from boundary.link.values import Value


def checked(call: NativeCall) -> Value:
    """`row.clean_fields(exclude=None)`: each foreign key has to point at a row."""
    for atom, left_out in _validated(call):
        for relation in _pointing(model_of(call.interpreter, atom.cls)):
            if relation.name not in left_out:
                read(call.evaluator, relation.target, call.line, guessed=atom.guessed)
    return call.atoms.none


def compared(call: NativeCall) -> Value:
    """`row.validate_unique(exclude=None)`: no other row has the same."""
    for atom, left_out in _validated(call):
        if any(not names & left_out for names in unique_in(call.interpreter, atom.cls)):
            read(call.evaluator, model_of(call.interpreter, atom.cls), call.line, guessed=atom.guessed)
    return call.atoms.none


def _validated(call: NativeCall) -> Iterator[tuple[Instance, frozenset[str]]]:
    """The row, with the names of the fields that are left out, where they are known."""
    given = call.arguments.get(0, "exclude")
    held: list[Value] = []
    for atom in given or ():
        members = containers.members(atom.alone)
        if members is None and not (isinstance(atom, Constant) and atom.value is None):
            return
        held.extend(members or ())
    if isinstance(call.receiver, Instance):
        yield call.receiver, frozenset(name for member in held for name in strings(member))


def _pointing(model: ModelInfo | None) -> Iterator[Relation]:
    """The foreign keys of a model and of those that it extends, but for the link to a parent, which it makes itself."""
    if model is not None:
        yield from (one for one in model.relations.values() if one.kind in {"fk", "o2o"} and one.spec.kind is not None)
        for parent in model.parents:
            yield from _pointing(parent)


NATIVES: Final[dict[str, Handler]] = {
    "django.db.models.base.Model.clean_fields": checked,
    "django.db.models.base.Model.validate_unique": compared,
}
