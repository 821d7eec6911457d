"""What does a template evaluate?  The values that it is given: querysets, forms, tables, pages, lists of them.

Templates are not read. What a view hands to one is there to be shown, so `__show__(context)` in a skeleton iterates
over the querysets in it, and asks everything that renders itself to do so: its skeleton says how in `__shown__`.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from boundary.link import containers
from boundary.link.frameworks.django_managers import QUERYSET
from boundary.link.values import UNKNOWN, ClassAtom, Container, Instance, join

if TYPE_CHECKING:
    from boundary.link.frameworks.protocol import Handler, NativeCall
    from boundary.link.values import Atom, Value

DEEPEST = 3
"""Lists in dicts of lists: no template looks further."""
RENDERED = "__shown__"


def show(call: NativeCall) -> Value:
    """`__show__(context)`: everything in it is rendered."""
    _show(call, call.first, DEEPEST)
    return call.atoms.none


def rendered(call: NativeCall) -> Value:
    """`render(request, template, context)`: shown at once. Known here, so that no two callers are taken for one."""
    _show(call, call.arguments.get(2, "context") or UNKNOWN, DEEPEST)
    response = call.interpreter.library_class("django.http.HttpResponse")
    return call.atoms.instance(response) if response is not None else UNKNOWN


def rendered_to_string(call: NativeCall) -> Value:
    """`render_to_string(template, context)`."""
    _show(call, call.arguments.get(1, "context") or UNKNOWN, DEEPEST)
    return UNKNOWN


def _show(call: NativeCall, value: Value, depth: int) -> None:
    for atom in value:
        if isinstance(atom, Container) and depth:
            for member in _held(atom):
                _show(call, member, depth - 1)
        elif isinstance(atom, Instance):
            _show_instance(call, atom)


def _held(atom: Container) -> list[Value]:
    if atom.kind == "dict":
        held = frozenset((atom,))
        return [*(containers.pairs(held) or {}).values(), containers.open_part(held)]
    return [atom.element]


def _show_instance(call: NativeCall, atom: Instance) -> None:
    classes, objects = call.interpreter.classes, call.interpreter.objects
    if classes.is_subclass(atom.cls, QUERYSET):
        objects.iterate(call.evaluator, frozenset((atom,)), call.line)
    elif classes.lookup(atom.cls, RENDERED)[0] is not None:
        objects.method(call.evaluator, frozenset((atom,)), RENDERED, call.line)


def widget_of(call: NativeCall) -> Value:
    """`__widget_of__(field, widget)`: the copy of a widget that a field has for itself."""
    (field,) = call.first if len(call.first) == 1 else (None,)
    return join(_copies(call, field, call.arguments.get(1, "") or UNKNOWN)) or UNKNOWN


def _copies(call: NativeCall, field: Atom | None, widgets: Value) -> list[Value]:
    return [
        call.atoms.instance(atom.cls, site=("widget", field, atom))
        for atom in widgets
        if isinstance(atom, (ClassAtom, Instance))
    ]


NATIVES: dict[str, Handler] = {
    "builtins.__show__": show,
    "builtins.__widget_of__": widget_of,
    "django.shortcuts.render": rendered,
    "django.template.loader.render_to_string": rendered_to_string,
}
