"""What do Supabase and PostgREST do with tables?  Requests by a table's name, built step by step and then executed.

    client.table("orders").update({"state": "new"}).eq("id", 1).execute()
    client.from_("orders").select("id, customer:customers!buyer(name), lines(*)").execute()
    client.rpc("place_order", {"id": 1}).execute()

Each request is a transaction of its own, of one statement. A table whose name is not known is a blind spot.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from boundary.link.domain.asking import strings
from boundary.link.domain.values import UNKNOWN, Instance
from boundary.link.frameworks.own_statements import act
from boundary.link.frameworks.protocol import Hook
from boundary.link.frameworks.tables_by_name import UNNAMED, named_tables

if TYPE_CHECKING:
    from boundary.link.domain.values import Value
    from boundary.link.evaluator.evaluation import Evaluator
    from boundary.link.frameworks.protocol import Handler, NativeCall
    from boundary.model.scan import Operation

CLIENT: Final = "postgrest.Client"
REQUEST: Final = "postgrest.Request"
OPS: Final[dict[str, tuple[Operation, ...]]] = {
    "select": ("read",),
    "insert": ("insert",),
    "upsert": ("insert", "update"),
    "update": ("update",),
    "delete": ("delete",),
}
EXECUTE: Final = "execute"
SAID: Final = "postgrest.said"
TABLE: Final = "table of postgrest"
ROUTINE: Final = "routine of postgrest"
"""The site of a request says what is done, what is read with it, which of these it goes to, and the name of that."""
EMBEDDED: Final = re.compile(r"(\w+)\s*(?:!\w+\s*)*\(")
"""What a selection takes of other tables: `lines(*)`, `customer:customers!inner(name)`."""
COUNTED: Final = frozenset({"count", "sum", "avg", "min", "max"})
"""What stands before brackets in a selection and is no table."""


class Requests(Hook):
    """Requests: what is done is said once, the rest narrows it down."""

    base = REQUEST

    def missing(self, evaluator: Evaluator, atom: Instance, name: str, line: int) -> Value | None:
        """`request.update`, `request.eq`, `request.execute`, and `request.not_`."""
        del line
        return atom.alone if name in {"not_", "negate"} else evaluator.atoms.native(SAID, (atom, name))


def table(call: NativeCall) -> Value:
    """`client.table("orders")`, `client.from_("orders")`."""
    return named_tables(call.evaluator, REQUEST, call.arguments.get(0, "table") or UNKNOWN, (), (), TABLE)


def routine(call: NativeCall) -> Value:
    """`client.rpc("place_order", {...})`."""
    return named_tables(call.evaluator, REQUEST, call.arguments.get(0, "fn") or UNKNOWN, (), (), ROUTINE)


def said(call: NativeCall) -> Value:
    """A method of a request: it is executed, or said more of."""
    atom, name = call.receiver
    if name == EXECUTE:
        _execute(call.evaluator, atom, call.line)
        return UNKNOWN
    if name not in OPS or not isinstance(atom.site, tuple):
        return atom.alone  # type: ignore[no-any-return]
    read = () if name != "select" else tuple(sorted(_embedded(call)))
    return call.atoms.instance(atom.cls, site=(OPS[name], read, *atom.site[2:]))


def _embedded(call: NativeCall) -> set[str]:
    """The other tables that a selection reads along relations."""
    columns = [text for given in call.arguments.positional for text in strings(given)]
    return {name for text in columns for name in EMBEDDED.findall(text)} - COUNTED


def _execute(evaluator: Evaluator, atom: Instance, line: int) -> None:
    if not isinstance(atom.site, tuple):
        evaluator.blind(line, UNNAMED)
        return
    ops, read, kind, name = atom.site
    if kind == ROUTINE:
        evaluator.call_routine(name, line)
        return
    reads: list[tuple[Operation, str]] = [("read", other) for other in read]
    act(evaluator, [*((op, name) for op in ops), *reads], line)


HOOKS: Final = (Requests(),)
NATIVES: Final[dict[str, Handler]] = {
    SAID: said,
    f"{CLIENT}.table": table,
    f"{CLIENT}.from_": table,
    f"{CLIENT}.rpc": routine,
}
