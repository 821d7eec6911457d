"""What does code do to the tables of DynamoDB?  By a resource's tables, or by a client that is told their names.

boto3.resource("dynamodb").Table("orders").put_item(Item={...})
boto3.client("dynamodb").update_item(TableName="orders", Key={...})
client.transact_write_items(TransactItems=[{"Put": {"TableName": "orders", ...}}, {"Delete": {...}}])

Each call is a statement on its own; what `transact_write_items` is given is one transaction. A table whose name is not
known is a blind spot. The other services of AWS are none of ours.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from boundary.link.domain.asking import strings
from boundary.link.domain.values import BOTTOM, UNKNOWN, Container, Instance
from boundary.link.frameworks.own_statements import Statement, act
from boundary.link.frameworks.protocol import Hook
from boundary.link.frameworks.tables_by_name import UNNAMED, name_of, named_tables
from boundary.link.members import containers

if TYPE_CHECKING:
    from collections.abc import Iterator

    from boundary.link.domain.values import Value
    from boundary.link.evaluator.evaluation import Evaluator
    from boundary.link.frameworks.protocol import Handler, NativeCall
    from boundary.model.scan import Operation

SERVICE: Final = "dynamodb"
SESSION: Final = "boto3.session.Session"
CLIENT: Final = "boto3.dynamodb.Client"
RESOURCE: Final = "boto3.dynamodb.Resource"
TABLE: Final = "boto3.dynamodb.Table"
BATCH: Final = "boto3.dynamodb.Batch"
NAMED: Final = "dynamodb table"
"""What the site of a table begins with, of which the name stands behind."""
SAID: Final = "dynamodb.said"
ASKED: Final = "dynamodb.asked"
OPS: Final[dict[str, tuple[Operation, ...]]] = {
    "put_item": ("insert", "update"),
    "update_item": ("update",),
    "delete_item": ("delete",),
    **dict.fromkeys(("get_item", "query", "scan"), ("read",)),
}
"""What is said of one table: `put_item` stores an item that is new, or in the place of another."""
REQUESTS: Final[dict[str, tuple[Operation, ...]]] = {
    "Put": OPS["put_item"],
    "Update": ("update",),
    "Delete": ("delete",),
    **dict.fromkeys(("Get", "ConditionCheck"), ("read",)),
    "PutRequest": OPS["put_item"],
    "DeleteRequest": ("delete",),
}
"""What one of several requests does."""
TOGETHER: Final = {"transact_write_items": "TransactItems", "transact_get_items": "TransactItems"}
BATCHES: Final[dict[str, tuple[Operation, ...]]] = {"batch_write_item": (), "batch_get_item": ("read",)}
"""What is said of many tables, and what of all of them, where the requests do not say it."""
TOLD: Final = "a request to DynamoDB that is not known"
DROPPED: Final = "delete_table"


def made(call: NativeCall) -> Value:
    """`boto3.client("dynamodb")`, `session.resource("dynamodb")`; what another service gives is somebody else's."""
    names = strings(call.arguments.get(0, "service_name") or BOTTOM)
    name = call.name.rpartition(".")[2]
    cls = call.interpreter.library_class(CLIENT if name == "client" else RESOURCE)
    if SERVICE in names and cls is not None:
        return call.atoms.instance(cls)
    return call.atoms.external(f"boto3.{name}()")


def table(call: NativeCall) -> Value:
    """`resource.Table("orders")`."""
    return named_tables(call.evaluator, TABLE, call.arguments.get(0, "name") or UNKNOWN, NAMED)


def _touch(call: NativeCall, names: list[str], ops: tuple[Operation, ...]) -> None:
    if not names:
        call.evaluator.blind(call.line, UNNAMED)
    act(call.evaluator, [(op, name) for name in names for op in ops], call.line)


def _name(atom: Instance) -> list[str]:
    name = name_of(atom, NAMED)
    return [name] if name is not None else []


class Tables(Hook):
    """Tables, and what writes to one in batches."""

    def __init__(self, base: str) -> None:
        self.base = base

    def missing(self, evaluator: Evaluator, atom: Instance, name: str, line: int) -> Value | None:
        """`table.put_item`, `table.batch_writer`, `table.name`."""
        del line
        if name in OPS or name in {"batch_writer", "delete"}:
            return evaluator.atoms.native(SAID, (atom, name))
        names = _name(atom)
        return evaluator.atoms.constant(names[0]) if names and name in {"name", "table_name"} else None


def said(call: NativeCall) -> Value:
    """A method of a table."""
    atom, name = call.receiver
    if name == "batch_writer":
        cls = call.interpreter.library_class(BATCH)
        return call.atoms.instance(cls, site=atom.site) if cls is not None else UNKNOWN
    _touch(call, _name(atom), OPS.get(name, ("delete",)))
    return UNKNOWN


class Clients(Hook):
    """Clients, and what a resource does without naming one table."""

    def __init__(self, base: str) -> None:
        self.base = base

    def missing(self, evaluator: Evaluator, atom: Instance, name: str, line: int) -> Value | None:
        """`client.put_item`, `client.transact_write_items`, `resource.batch_get_item`, `resource.meta.client`."""
        del line
        if name == "meta":
            cls = evaluator.interpreter.library_class(CLIENT)
            return evaluator.atoms.instance(cls, site=("meta",)) if cls is not None else None
        if name == "client" and atom.site == ("meta",):
            return atom.alone
        known = name in OPS or name in TOGETHER or name in BATCHES or name == DROPPED
        return evaluator.atoms.native(ASKED, (atom, name)) if known else None


def asked(call: NativeCall) -> Value:
    """A method of a client, which is told the names of tables."""
    _, name = call.receiver
    given = call.arguments.keywords
    if name in OPS or name == DROPPED:
        _touch(call, list(strings(given.get("TableName", BOTTOM))), OPS.get(name, ("delete",)))
        return UNKNOWN
    if name in TOGETHER:
        found = list(dict.fromkeys(_requests(given.get(TOGETHER[name], BOTTOM))))
    else:
        found = list(dict.fromkeys(_by_table(given.get("RequestItems", BOTTOM), BATCHES[name])))
    if not found:
        call.evaluator.blind(call.line, TOLD)
    with Statement(call.evaluator, call.line, listed=name == "transact_write_items"):
        for table, op in found:
            if table is None:
                call.evaluator.blind(call.line, UNNAMED)
            else:
                call.evaluator.touch(table, op, call.line)
    return UNKNOWN


def _requests(value: Value) -> Iterator[tuple[str | None, Operation]]:
    """`[{"Put": {"TableName": "orders", ...}}, {"Delete": {...}}]`."""
    for atom in value:
        if isinstance(atom, Container) and atom.kind != "dict":
            yield from _requests(atom.element)
            continue
        for kind, told in (containers.pairs(atom.alone) or {}).items():
            for op in REQUESTS.get(str(kind), ()):
                names: list[str | None] = list(strings((containers.pairs(told) or {}).get("TableName", BOTTOM)))
                yield from ((name, op) for name in names or [None])


def _by_table(value: Value, ops: tuple[Operation, ...]) -> Iterator[tuple[str | None, Operation]]:
    """`{"orders": [{"PutRequest": {...}}, {"DeleteRequest": {...}}]}`."""
    for name, told in (containers.pairs(value) or {}).items():
        kinds = list(ops) or [op for kind in sorted(_kinds(told)) for op in REQUESTS[kind]] or ["update"]
        yield from ((str(name), op) for op in kinds)


def _kinds(value: Value) -> set[str]:
    found: set[str] = set()
    for atom in value:
        if isinstance(atom, Container) and atom.kind != "dict":
            found |= _kinds(atom.element)
        else:
            found |= {str(kind) for kind in containers.pairs(atom.alone) or {} if kind in REQUESTS}
    return found


def paginated(call: NativeCall) -> Value:
    """`client.get_paginator("scan").paginate(TableName="orders")`."""
    _touch(call, list(strings(call.arguments.keywords.get("TableName", BOTTOM))), ("read",))
    return UNKNOWN


HOOKS: Final = (*map(Tables, (TABLE, BATCH)), *map(Clients, (CLIENT, RESOURCE)))
NATIVES: Final[dict[str, Handler]] = {
    **{f"{giver}.{name}": made for giver in ("boto3", SESSION) for name in ("client", "resource")},
    f"{RESOURCE}.Table": table,
    SAID: said,
    ASKED: asked,
    "boto3.dynamodb.Paginator.paginate": paginated,
}
