"""Where does Flask-Admin call in?  Exposed methods, actions, and the pages of the views that an admin is given.

    admin.add_view(OrderAdmin(Order, db.session))

A view of a mapped class lists, makes, changes and deletes its rows, each time in a unit of work of its own; the methods
of the project's that it asks on the way (`on_model_change`) run in there. What it does not allow (`can_delete = False`)
does not happen.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from boundary.link.domain.values import ClassAtom, Instance
from boundary.link.frameworks.entry_functions import decorator
from boundary.link.frameworks.entry_points import enter

if TYPE_CHECKING:
    from boundary.link.domain.values import Value
    from boundary.link.frameworks.protocol import Handler, NativeCall

BASE: Final = "flask_admin.base"
GUARD: Final = "_handle_view"
ASKED: Final = ("is_accessible", "inaccessible_callback")
"""What it asks of the project."""
PAGES: Final[dict[str, str]] = {
    "index_view": "",
    "create_view": "new/",
    "edit_view": "edit/",
    "details_view": "details/",
    "delete_view": "delete/",
    "action_view": "action/",
    "export": "export/",
    "ajax_update": "ajax/update/",
}
"""The pages of a view of a model, which Flask-Admin exposes itself: one that the project writes says so again."""


def added(call: NativeCall) -> Value:
    """`admin.add_view(view)`, `admin.add_views(view, other)`: requests reach its pages from here on."""
    for value in call.arguments.every():
        for atom in value:
            if isinstance(atom, Instance):
                enter_view(call, atom)
    return call.atoms.none


def enter_view(call: NativeCall, atom: Instance) -> None:
    """Enter the pages that a view inherits, and what the project's own code lets through to any page."""
    module = call.evaluator.module
    owner = None if atom.cls.library else atom.cls
    model = call.interpreter.attributes.get(call.evaluator, atom.alone, "model", call.line)
    names = sorted(one.cls.name.lower() for one in model if isinstance(one, ClassAtom))
    for method, path in ((GUARD, ""), *PAGES.items()):
        if not is_inherited(call, atom, method) or (
            method == GUARD and all(is_inherited(call, atom, asked) for asked in ASKED)
        ):
            continue
        held = call.interpreter.attributes.get(call.evaluator, atom.alone, method, call.line)
        kind = "middleware" if method == GUARD else "route"
        name = f"{names[0]}/{path}" if len(names) == 1 and method != GUARD else atom.cls.dotted
        enter(call.interpreter, kind, name, held, owner, route=(module.file, call.line))


def is_inherited(call: NativeCall, atom: Instance, method: str) -> bool:
    """Whether a view has a method as Flask-Admin wrote it."""
    definer, _ = call.interpreter.classes.lookup(atom.cls, method)
    return definer is not None and definer.library


NATIVES: Final[dict[str, Handler]] = {
    **dict.fromkeys(("flask_admin.expose", f"{BASE}.expose", f"{BASE}.expose_plugview"), decorator("route")),
    "flask_admin.actions.action": decorator("route"),
    f"{BASE}.Admin.add_view": added,
    f"{BASE}.Admin.add_views": added,
}
