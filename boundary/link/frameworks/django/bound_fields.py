"""What is a form's field on a page?  `form["customer"]`, `{% for field in form %}`: it shows the field of its form.

There is one for each form and field, without a constructor that is followed: every page has dozens.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from boundary.link.calling.arguments import Arguments
from boundary.link.domain.joining import join
from boundary.link.domain.values import BOTTOM, UNKNOWN, Instance, by_age
from boundary.link.frameworks.protocol import Hook
from boundary.link.members import containers

if TYPE_CHECKING:
    from boundary.link.domain.values import Value
    from boundary.link.evaluator.evaluation import Evaluator
    from boundary.link.frameworks.protocol import Handler, NativeCall

BOUND: Final = "django.forms.boundfield.BoundField"
FORM: Final = "django.forms.forms.BaseForm"
SHOWN: Final = "__shown__"


class BoundFieldHook(Hook):
    """Its form and its field."""

    base = BOUND

    def attribute(self, evaluator: Evaluator, atom: Instance, name: str, line: int) -> Value | None:
        """`bound.field`, `bound.form`."""
        del evaluator, line
        if not isinstance(atom.site, tuple) or name not in {"field", "form"}:
            return None
        form, field = atom.site
        held: Value = field if name == "field" else form
        return held


def bound(call: NativeCall) -> Value:
    """`field.get_bound_field(form, name)`."""
    cls = call.interpreter.library_class(BOUND)
    field = call.receiver.alone if isinstance(call.receiver, Instance) else UNKNOWN
    return call.atoms.instance(cls, site=(call.first, field)) if cls is not None else UNKNOWN


def item(call: NativeCall) -> Value:
    """`form["name"]`."""
    fields = containers.subscript(call.evaluator, _fields(call), call.first, call.line)
    return _bound_all(call, fields)


def every(call: NativeCall) -> Value:
    """`iter(form)`, `form.visible_fields()`: one that stands for all of them."""
    fields = containers.mapped(call.evaluator, _fields(call))
    return call.atoms.container("list", _bound_all(call, fields))


def _fields(call: NativeCall) -> Value:
    if not isinstance(call.receiver, Instance):
        return UNKNOWN
    return call.interpreter.attributes.get(call.evaluator, call.receiver.alone, "fields", call.line)


def _bound_all(call: NativeCall, fields: Value) -> Value:
    """What the fields make of themselves; those that leave it to the library are one."""
    if not isinstance(call.receiver, Instance):
        return UNKNOWN  # asked of the class: `{{ form_class.visible_fields }}`
    form = call.receiver.alone
    own: list[Value] = []
    plain: Value = BOTTOM
    for atom in by_age(fields):
        if not isinstance(atom, Instance):
            continue
        owner, _ = call.interpreter.classes.lookup(atom.cls, "get_bound_field")
        if owner is None or owner.library:
            plain |= atom.alone
        else:
            made = call.interpreter.attributes.get(call.evaluator, atom.alone, "get_bound_field", call.line)
            own.append(call.interpreter.calls.call(call.evaluator, made, Arguments((form, UNKNOWN)), call.line))
    cls = call.interpreter.library_class(BOUND)
    if cls is not None and (plain or not own):
        own.append(call.atoms.instance(cls, site=(form, plain or UNKNOWN)))
    return join(own)


def shown(call: NativeCall) -> Value:
    """`{{ form.name }}`, `{{ form.name.as_field_group }}`: the field renders its widget."""
    if isinstance(call.receiver, Instance) and isinstance(call.receiver.site, tuple):
        call.interpreter.objects.method(call.evaluator, call.receiver.site[1], SHOWN, call.line)
    return UNKNOWN


HOOKS: Final = (BoundFieldHook(),)
NATIVES: Final[dict[str, Handler]] = {
    "django.forms.fields.Field.get_bound_field": bound,
    f"{FORM}.__getitem__": item,
    f"{FORM}.__iter__": every,
    f"{FORM}.visible_fields": every,
    f"{FORM}.hidden_fields": every,
    **{f"{BOUND}.{name}": shown for name in (SHOWN, "as_widget", "as_field_group", "as_hidden", "render")},
}
