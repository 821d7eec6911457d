"""Where do transactions of SQLObject end?  A connection commits each statement, a transaction when it is told.

transaction = connection.transaction()          sqlhub.doInTransaction(work, order)
Order(total=1, connection=transaction)
transaction.commit()
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from boundary.link.frameworks.dbapi import commit, rollback

if TYPE_CHECKING:
    from boundary.link.domain.values import Value
    from boundary.link.frameworks.protocol import Handler, NativeCall

TRANSACTION: Final = "sqlobject.dbconnection.Transaction"


def begun(call: NativeCall) -> Value:
    """`connection.transaction()`: what is done from here on is another one's."""
    call.evaluator.drop_work()
    return call.instance_of(TRANSACTION)


WORK: Final = ("sqlobject",)
NATIVES: Final[dict[str, Handler]] = {
    f"{TRANSACTION}.commit": commit,
    f"{TRANSACTION}.rollback": rollback,
    f"{TRANSACTION}.begin": rollback,
    "sqlobject.dbconnection.DBAPI.transaction": begun,
}
