"""What do peewee's databases do?  Transactions, statements as text, and queries that they are handed."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from boundary.link.domain.values import BOTTOM, UNKNOWN, Instance
from boundary.link.frameworks.peewee.rows import run
from boundary.link.frameworks.protocol import Hook
from boundary.link.frameworks.raw_sql import touch_sql

if TYPE_CHECKING:
    from boundary.link.domain.values import Value
    from boundary.link.frameworks.protocol import Handler, NativeCall


def database_of(receiver: object) -> str:
    """The name of a database that a constant names where it is made."""
    site = receiver.site if isinstance(receiver, Instance) else None
    return site[1] if isinstance(site, tuple) and site[0] == "database" else "default"


def atomic(call: NativeCall) -> Value:
    """`database.atomic()`."""
    return call.atoms.wrapped("atomic", BOTTOM, database_of(call.receiver))


def commit(call: NativeCall) -> Value:
    """`database.commit()`."""
    call.evaluator.end_work(call.line, database_of(call.receiver))
    return UNKNOWN


def rollback(call: NativeCall) -> Value:
    """`database.rollback()`, `database.begin()`."""
    call.evaluator.drop_work()
    return UNKNOWN


def execute_sql(call: NativeCall) -> Value:
    """`database.execute_sql("...")`."""
    touch_sql(call, call.first)
    return UNKNOWN


def execute_query(call: NativeCall) -> Value:
    """`database.execute(query)`."""
    for atom in call.first:
        if isinstance(atom, Instance) and atom.rows:
            run(call.evaluator, atom, call.line)
    return UNKNOWN


def nothing(call: NativeCall) -> Value:
    """What connects and changes no rows."""
    return call.atoms.none


WORK: Final = ("peewee", "playhouse")


class Proxies(Hook):
    """What stands for a database, or for something else, until that is known: each for its own."""

    base = "peewee.Proxy"
    distinct = True
    holding = True


HOOKS: Final = (Proxies(),)
NATIVES: Final[dict[str, Handler]] = {
    "peewee.Database.atomic": atomic,
    "peewee.Database.transaction": atomic,
    "peewee.Database.savepoint": atomic,
    "peewee.Database.commit": commit,
    "peewee.Database.rollback": rollback,
    "peewee.Database.begin": rollback,
    "peewee.Database.execute_sql": execute_sql,
    "peewee.Database.execute": execute_query,
    "peewee.Database.connection_context": nothing,
}
