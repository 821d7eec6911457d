"""What do queries of Frappe touch that are put together?  The tables of the DocTypes that they begin with and join.

    order = frappe.qb.DocType("Sales Order")
    frappe.qb.from_(order).left_join(item).on(item.parent == order.name).select(order.name).run()
    frappe.qb.update(order).set(order.status, "Closed").where(order.name == name).run()

A query is taken to run where it is put together.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from boundary.link.domain.asking import strings
from boundary.link.domain.joining import join
from boundary.link.domain.values import BOTTOM, UNKNOWN, Instance
from boundary.link.frameworks.frappe.database import RAW, REASON, TABLE, tables_in
from boundary.link.frameworks.frappe.documents import doctype_named
from boundary.link.frameworks.protocol import Hook

if TYPE_CHECKING:
    from boundary.link.domain.values import Value
    from boundary.link.evaluator.evaluation import Evaluator
    from boundary.link.frameworks.protocol import Handler, NativeCall
    from boundary.model.scan import Operation

BUILDER: Final = "frappe.query_builder.Builder"
TABLES: Final = "frappe.query_builder.Table"
QUERY: Final = "frappe.query_builder.Query"
BEGUN: Final = "frappe query"
JOINS: Final = frozenset(
    ["join", "left_join", "right_join", "inner_join", "outer_join", "left_outer_join", "right_outer_join", "cross_join"]
)
STEP: Final = "frappe.step"


class Tables(Hook):
    """Tables: their fields are values of which nothing is known."""

    base = TABLES

    def missing(self, evaluator: Evaluator, atom: Instance, name: str, line: int) -> Value | None:
        """`order.status`."""
        del evaluator, atom, line
        return None if name.startswith("__") else UNKNOWN


class Queries(Hook):
    """Queries: each step gives one that goes on."""

    base = QUERY

    def missing(self, evaluator: Evaluator, atom: Instance, name: str, line: int) -> Value | None:
        """`query.where`, `query.join`, `query.delete`."""
        del line
        return None if name.startswith("__") else evaluator.atoms.native(STEP, (atom, name))


def _table_of(call: NativeCall, name: str) -> str | None:
    model = doctype_named(call, name) if not name.startswith(RAW) else None
    return name if name.startswith(RAW) else model.table if model is not None else None


def table(call: NativeCall) -> Value:
    """`frappe.qb.DocType("Sales Order")`; `frappe.qb.Table("__Auth")` is one of no DocType."""
    cls = call.interpreter.library_class(TABLES)
    if cls is None:
        return UNKNOWN
    raw = call.name.endswith(".Table")
    names = strings(call.arguments.get(0, "table_name") or BOTTOM)
    found = [name if raw else _table_of(call, name) for name in names]
    return join(call.atoms.instance(cls, site=(TABLE, one)) for one in found if one) or call.atoms.instance(cls)


def _tables(call: NativeCall, value: Value) -> list[str]:
    """The names of the tables that an argument is: a table, or the name of a DocType."""
    found = [_table_of(call, name) for name in strings(value)]
    return [one for one in found if one] + tables_in(value)


def begun(*operations: Operation) -> Handler:
    """`frappe.qb.from_(order)`, `.update(order)`, `.into(order)`."""

    def handler(call: NativeCall) -> Value:
        cls = call.interpreter.library_class(QUERY)
        names = _tables(call, call.first)
        if not names and "read" not in operations:
            call.evaluator.blind(call.line, REASON)
        for name in names:
            for op in operations:
                call.evaluator.touch(name, op, call.line)
        if cls is None:
            return UNKNOWN
        return join(call.atoms.instance(cls, site=(BEGUN, name)) for name in names) or call.atoms.instance(cls)

    return handler


def step(call: NativeCall) -> Value:
    """`query.where(...)`; a table that is joined is read, and `delete()` deletes what the query begins with."""
    atom, name = call.receiver
    own = atom.site[1] if isinstance(atom.site, tuple) and atom.site[0] == BEGUN else None
    if name in JOINS:
        for one in _tables(call, call.first):
            call.evaluator.touch(one, "read", call.line)
    elif name == "delete" and own is not None:
        call.evaluator.touch(own, "delete", call.line)
    elif name == "delete":
        call.evaluator.blind(call.line, REASON)
    elif name == "for_update" and own is not None:
        call.evaluator.touch(own, "lock", call.line)
    return atom.alone  # type: ignore[no-any-return]


NEEDS: Final = ("frappe",)
HOOKS: Final = (Tables(), Queries())
NATIVES: Final[dict[str, Handler]] = {
    f"{BUILDER}.DocType": table,
    f"{BUILDER}.Table": table,
    f"{BUILDER}.from_": begun("read"),
    f"{BUILDER}.get_query": begun("read"),
    f"{BUILDER}.update": begun("update"),
    f"{BUILDER}.into": begun("insert"),
    STEP: step,
}
