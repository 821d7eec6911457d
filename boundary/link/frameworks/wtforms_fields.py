"""What does a field of WTForms hold?  The objects that the project's own field makes of what was typed.

`self.data = Session.get(User, valuelist[0])` in `process_formdata` is what `form.user.data` is later. That is asked of
fields of the project's own classes alone: all fields of a class share what is known of them, and what code puts into
some `StringField` says nothing of the others. Texts and numbers are not kept.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from boundary.link.domain.joining import join
from boundary.link.domain.values import BOTTOM, UNKNOWN, Container, Instance

if TYPE_CHECKING:
    from boundary.link.domain.values import Atom, Value
    from boundary.link.frameworks.protocol import Handler, NativeCall

KEPT: Final = "what a field holds"


def keep(call: NativeCall) -> Value:
    """`field.data = value`."""
    for field in _own(call.first):
        call.interpreter.write_attribute(field, KEPT, _objects(call.arguments.get(1, "value") or BOTTOM))
    return call.atoms.none


def kept(call: NativeCall) -> Value:
    """`field.data`: nothing, where nothing was typed."""
    context = call.evaluator.context
    held = join(call.interpreter.read_attribute(field.cells, KEPT, context) for field in _own(call.first))
    return held | call.atoms.none if held else UNKNOWN


def _own(value: Value) -> list[Instance]:
    """The objects of the project's own classes in a value."""
    return [atom for atom in value if isinstance(atom, Instance) and not atom.cls.library]


def _objects(value: Value) -> Value:
    return frozenset(atom for atom in value if _holds_object(atom))


def _holds_object(atom: Atom) -> bool:
    """Whether it is an object of the project, or a list of such."""
    if isinstance(atom, Container):
        return atom.kind != "dict" and any(_holds_object(each) for each in atom.element)
    return bool(_own(atom.alone))


NATIVES: Final[dict[str, Handler]] = {"wtforms.fields._keep": keep, "wtforms.fields._kept": kept}
