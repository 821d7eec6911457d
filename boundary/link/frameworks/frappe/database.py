"""What do `frappe.db` and lists of documents touch?  Rows of DocTypes by their names, past the documents' own methods.

    frappe.db.set_value("Sales Order", name, "status", "Closed")        frappe.db.exists("Item", {"name": name})
    frappe.get_all("Sales Order", fields=["name", "`tabSales Order Item`.qty"])

A name that begins with `__` is that of a table. A field of a list may lead to rows of the document or through a link.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from boundary.link.domain.asking import strings, truth
from boundary.link.domain.values import BOTTOM, UNKNOWN, Instance
from boundary.link.frameworks.frappe.documents import meant_doctypes
from boundary.link.frameworks.frappe.models import SINGLES, models
from boundary.link.frameworks.frappe.written import DOCTYPE
from boundary.link.frameworks.named_models import touch
from boundary.link.members import containers

if TYPE_CHECKING:
    from collections.abc import Iterator

    from boundary.link.domain.values import Value
    from boundary.link.frameworks.named_models import NamedModel
    from boundary.link.frameworks.protocol import Handler, NativeCall
    from boundary.model.scan import Operation

DATABASE: Final = "frappe.database.database.Database"
RAW: Final = "__"
TABLE: Final = "frappe table"
"""What the site of an object says that stands for a table, before its name."""
REASON: Final = "rows are changed whose DocType is not known"
LISTED: Final = re.compile(r"`tab([^`]+)`")
OF_ANOTHER: Final = 4
"""How many members a condition has that begins with the name of a DocType."""


def touched(call: NativeCall, names: Value, *operations: Operation) -> list[NamedModel]:
    """Rows of the DocTypes that a value names are touched; to change some that are not known is a blind spot."""
    tables = [name for name in strings(names) if name.startswith(RAW)] + tables_in(names)
    for table in tables:
        for op in operations:
            call.evaluator.touch(table, op, call.line)
    found: list[NamedModel] = []
    for model in meant_doctypes(call, names) if not tables else ():
        if model is None and "read" not in operations:
            call.evaluator.blind(call.line, REASON)
        elif model is not None:
            found.append(model)
            for op in operations:
                touch(call.evaluator, model, op, call.line)
    return found


def tables_in(value: Value) -> list[str]:
    """The tables that objects of the query builder stand for."""
    sites = [atom.site for atom in value if isinstance(atom, Instance)]
    return [str(site[1]) for site in sites if isinstance(site, tuple) and site[0] == TABLE]


def _doctype(call: NativeCall) -> Value:
    """The first argument, or the DocType that a dict there names."""
    first = call.arguments.get(0, DOCTYPE) or call.arguments.keywords.get("dt", BOTTOM)
    given = containers.pairs(first)
    return given.get(DOCTYPE, BOTTOM) if given is not None else first


def reading(call: NativeCall) -> Value:
    """`frappe.db.get_value("Sales Order", name, "status")`, `.exists(...)`, `.count(...)`."""
    locks = truth(call.arguments.keywords.get("for_update", BOTTOM)) is True
    touched(call, _doctype(call), *(("read", "lock") if locks else ("read",)))
    return UNKNOWN


def listed(call: NativeCall) -> Value:
    """`frappe.get_all("Sales Order", filters={...}, fields=[...])`."""
    found = touched(call, _doctype(call), "read")
    held = models(call.interpreter)
    names = [name for text in _texts(call, 1, "fields") for name in LISTED.findall(text)]
    for condition in containers.element(call.evaluator, call.arguments.get(2, "filters") or BOTTOM):
        parts = containers.members(condition.alone)
        names += strings(parts[0]) if parts is not None and len(parts) == OF_ANOTHER else ()
    for model in found:
        for text in _texts(call, 1, "fields"):
            one = model.fields.get(text.partition(".")[0]) if "." in text else None
            names += [one.target] if one is not None and one.target else ()
    for name in dict.fromkeys(names):
        touch(call.evaluator, held.named(name), "read", call.line)
    return call.atoms.container("list", UNKNOWN)


def _texts(call: NativeCall, at: int, name: str) -> Iterator[str]:
    """The texts in a list among the arguments."""
    held = call.arguments.get(at, name) or BOTTOM
    yield from strings(held)
    if strings(held):
        return
    for part in containers.members(held) or ():
        yield from strings(part)


def updating(call: NativeCall) -> Value:
    """`frappe.db.set_value("Sales Order", name, "status", "Closed")`; a single one has a table with all others."""
    names = _doctype(call)
    single = [model for model in meant_doctypes(call, names) if model is not None and model.table == SINGLES]
    touched(call, names, *(("delete", "insert") if single else ("update",)))
    return call.atoms.none


def changing(*operations: Operation) -> Handler:
    """`frappe.db.delete("Sales Order", {...})`, `.bulk_insert("Sales Order", fields, values)`."""

    def handler(call: NativeCall) -> Value:
        touched(call, _doctype(call), *operations)
        return call.atoms.none

    return handler


def single(*operations: Operation) -> Handler:
    """`frappe.db.get_single_value("Stock Settings", "auto")`, `.set_single_value("Stock Settings", "auto", 1)`."""

    def handler(call: NativeCall) -> Value:
        for op in operations:
            call.evaluator.touch(SINGLES, op, call.line)
        return UNKNOWN

    return handler


READING: Final = ("get_value", "get_values", "exists", "count", "get_creation_count")
NEEDS: Final = ("frappe",)
NATIVES: Final[dict[str, Handler]] = {
    **{f"{DATABASE}.{name}": reading for name in READING},
    **{f"{owner}.{name}": listed for owner in (DATABASE, "frappe") for name in ("get_all", "get_list")},
    f"{DATABASE}.set_value": updating,
    f"{DATABASE}.bulk_update": updating,
    f"{DATABASE}.delete": changing("delete"),
    f"{DATABASE}.bulk_insert": changing("insert"),
    f"{DATABASE}.set_single_value": single("delete", "insert"),
    **{f"{DATABASE}.{name}": single("read") for name in ("get_single_value", "get_singles_dict", "get_singles_value")},
}
