"""Which tables does a grid of web2py reach?  `SQLFORM.smartgrid(db.dog, linked_tables=["toy"])` has several.

How a grid is made of one table stands in the skeleton.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from boundary.link.calling.arguments import Arguments
from boundary.link.domain.asking import strings
from boundary.link.domain.values import BOTTOM
from boundary.link.frameworks.pydal.tables import name_of, table, tables
from boundary.link.members import containers

if TYPE_CHECKING:
    from boundary.link.domain.values import Value
    from boundary.link.frameworks.protocol import Handler, NativeCall

FORM: Final = "gluon.sqlhtml.SQLFORM"
OWN: Final = frozenset({"table", "constraints", "linked_tables", "links", "args", "divider", "breadcrumbs_class"})
"""What `smartgrid` keeps for itself of the arguments."""


def smartgrid(call: NativeCall) -> Value:
    """A grid of a table, and one for each that refers to it, of some names where these are told."""
    held = tables(call.interpreter)
    given = call.arguments.get(0, "table") or BOTTOM
    members = containers.members(call.arguments.keywords.get("linked_tables", BOTTOM))
    wanted = {text for one in members for text in strings(one)} if members is not None else None
    names = [name for atom in given if (name := name_of(atom))]
    linked = [other.name for name in names for other, _ in held.pointing(name, call.evaluator.context)]
    shown = [name for name in dict.fromkeys(linked) if wanted is None or name in wanted]
    form = call.interpreter.names.at(FORM) or BOTTOM
    grid = call.interpreter.attributes.get(call.evaluator, form, "grid", call.line)
    passed = {name: one for name, one in call.arguments.keywords.items() if name not in OWN}
    result = call.interpreter.calls.call(call.evaluator, grid, Arguments((given,), passed), call.line)
    for name in shown:
        about = Arguments((table(call.evaluator, name),), passed)
        call.interpreter.calls.call(call.evaluator, grid, about, call.line)
    return result


def redirected(call: NativeCall) -> Value:
    """`redirect(URL("index"))` never gives anything: `db.dog(1) or redirect(...)` is a row."""
    del call
    return BOTTOM


NATIVES: Final[dict[str, Handler]] = {
    f"{FORM}.smartgrid": smartgrid,
    "gluon.http.redirect": redirected,
}
