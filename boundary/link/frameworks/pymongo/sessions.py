"""What do sessions and databases of MongoDB do?  Transactions, commands, collections that are dropped.

with client.start_session() as session, session.start_transaction():
    client.shop.orders.insert_one({}, session=session)
session.with_transaction(place_order)
session.start_transaction(); session.commit_transaction()
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from boundary.link.domain.asking import strings
from boundary.link.domain.values import BOTTOM, UNKNOWN, Instance
from boundary.link.frameworks.own_statements import Statement
from boundary.link.frameworks.pymongo.collections import CLIENT, CURSOR, DATABASE, NAMED, act
from boundary.link.frameworks.pymongo.pipelines import touch_stages
from boundary.link.frameworks.pymongo.statements import has_session
from boundary.link.frameworks.tables_by_name import name_of
from boundary.link.members import containers

if TYPE_CHECKING:
    from boundary.link.domain.values import Value
    from boundary.link.frameworks.protocol import Handler, NativeCall
    from boundary.model.scan import Operation

SESSION: Final = "pymongo.client_session.ClientSession"
UNKNOWN_NAME: Final[tuple[str | None, ...]] = (None,)
COMMANDS: Final[dict[str, tuple[Operation, ...]]] = {
    **dict.fromkeys(("find", "count", "distinct", "aggregate", "geoNear", "geoSearch", "mapReduce"), ("read",)),
    "insert": ("insert",),
    **dict.fromkeys(("update", "findAndModify", "findandmodify"), ("update",)),
    **dict.fromkeys(("delete", "drop"), ("delete",)),
}
"""The commands that are about the rows of a collection; all others set it up, or tell something."""


def started(call: NativeCall) -> Value:
    """`session.start_transaction()`: something to enter; by hand, what follows is another unit of work."""
    call.evaluator.drop_work()
    inner = call.receiver.alone if isinstance(call.receiver, Instance) else BOTTOM
    return call.atoms.wrapped("atomic", inner, "default")


def committed(call: NativeCall) -> Value:
    """`session.commit_transaction()`."""
    call.evaluator.end_work(call.line)
    return call.atoms.none


def aborted(call: NativeCall) -> Value:
    """`session.abort_transaction()`."""
    call.evaluator.drop_work()
    return call.atoms.none


def dropped(call: NativeCall) -> Value:
    """`db.drop_collection("orders")`, `db.drop_collection(db.orders)`."""
    named = {*strings(call.first), *filter(None, [name_of(atom, NAMED) for atom in call.first])}
    for name in sorted(named) or UNKNOWN_NAME:
        act(call, name, ["delete"])
    return UNKNOWN


def dropped_database(call: NativeCall) -> Value:
    """`client.drop_database("shop")`."""
    call.evaluator.blind(call.line, "all collections of a database are dropped")
    return UNKNOWN


def commanded(call: NativeCall) -> Value:
    """`db.command("count", "orders")`, `db.command({"delete": "orders", "deletes": [...]})`."""
    told: dict[str, Value] = {name: call.arguments.get(1, "value") or BOTTOM for name in strings(call.first)}
    told |= {key: held for key, held in (containers.pairs(call.first) or {}).items() if isinstance(key, str)}
    if not told:
        call.evaluator.blind(call.line, "a command to MongoDB is not known")
    for command in sorted(COMMANDS.keys() & told.keys()):
        for name in sorted(strings(told[command])) or UNKNOWN_NAME:
            act(call, name, list(COMMANDS[command]))
    return UNKNOWN


def aggregated(call: NativeCall) -> Value:
    """`db.aggregate([...])`: what its stages name."""
    with Statement(call.evaluator, call.line, joins=has_session(call)):
        touch_stages(call.evaluator, [call.first], call.line)
    return call.instance_of(CURSOR)


def dereferenced(call: NativeCall) -> Value:
    """`db.dereference(DBRef("orders", 1))`: of which collection, nobody sees."""
    call.evaluator.blind(call.line, "a reference to a document of MongoDB does not say of which collection")
    return UNKNOWN


NATIVES: Final[dict[str, Handler]] = {
    f"{SESSION}.start_transaction": started,
    f"{SESSION}.commit_transaction": committed,
    f"{SESSION}.abort_transaction": aborted,
    f"{DATABASE}.drop_collection": dropped,
    f"{DATABASE}.command": commanded,
    f"{DATABASE}.aggregate": aggregated,
    f"{DATABASE}.dereference": dereferenced,
    f"{CLIENT}.drop_database": dropped_database,
}
