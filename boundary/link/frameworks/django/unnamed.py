"""Which many-to-many field is changed where its name is not known?  Perhaps each that takes such rows.

`getattr(order, name).set(rows)` of generic code, as serializers and bulk edits have it, changes the pairs of a field
that only a run can name. Rows of a known model leave the fields that point at it; of unknown rows any field may be
meant. Nothing else is believed of such an attribute: it may be a column.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from boundary.link.domain.values import BOTTOM, UNKNOWN, Instance, Wrapped
from boundary.link.frameworks.django.forms import relations_of
from boundary.link.frameworks.django.related import REPLACED, link
from boundary.link.frameworks.django.tables import model_of

if TYPE_CHECKING:
    from boundary.link.domain.values import Value
    from boundary.link.evaluator.evaluation import Evaluator
    from boundary.link.frameworks.django.model_info import Relation
    from boundary.link.frameworks.protocol import Handler, NativeCall
    from boundary.model.scan import Operation

KIND: Final = "attribute of a row"
CHANGES: Final[dict[str, tuple[Operation, ...]]] = {
    "add": ("insert",),
    "remove": ("delete",),
    "clear": ("delete",),
    "set": REPLACED,
}


def unnamed(evaluator: Evaluator, atom: Instance) -> Value:
    """`getattr(order, name)`: nothing is known of it, save where the model has many-to-many fields."""
    model = model_of(evaluator.interpreter, atom.cls)
    if not any(one.kind == "m2m" for one in relations_of(model)):
        return BOTTOM
    return evaluator.atoms.wrapped(KIND, UNKNOWN, atom.cls)


def wrapped_attribute(evaluator: Evaluator, atom: Wrapped, name: str, line: int) -> Value | None:
    """`.set`, `.add`, `.remove` and `.clear` of such an attribute."""
    del line
    if atom.kind != KIND:
        return None
    change = name.removeprefix("a")
    name = name if name in CHANGES else change
    return evaluator.atoms.native(f"{KIND}.{name}", atom) if name in CHANGES else UNKNOWN


def changed(ops: tuple[Operation, ...]) -> Handler:
    """The pairs of each field that may be meant."""

    def handler(call: NativeCall) -> Value:
        if isinstance(call.receiver, Wrapped):
            fields = [one for one in relations_of(model_of(call.interpreter, call.receiver.extra)) if one.kind == "m2m"]
            with call.evaluator.implicit(call.line):
                for relation in _taking(call, fields):
                    for op in ops:
                        link(call, relation, op, guessed=True)
        return call.atoms.none

    return handler


def _taking(call: NativeCall, fields: list[Relation]) -> list[Relation]:
    """The fields that take the rows of a call; all where nothing is known of these."""
    rows: set[Instance] = set()
    for value in call.arguments.positional:
        for atom in value | call.interpreter.items.iterate(call.evaluator, value, call.line):
            if isinstance(atom, Instance) and model_of(call.interpreter, atom.cls) is not None and atom.stored:
                rows.add(atom)
    derives = call.interpreter.classes.derives
    return [one for one in fields if any(derives(row.cls, one.target.cls) for row in rows)] or fields


NATIVES: Final[dict[str, Handler]] = {f"{KIND}.{name}": changed(ops) for name, ops in CHANGES.items()}
