"""What do transactions of the `transaction` package end?  The work of the sessions that joined them.

`with transaction.manager:` and `with request.tm:` are blocks; `transaction.commit()`, `request.tm.commit()` and
`transaction.get().commit()` end a span of work, `begin` and `abort` drop what is open. SQLAlchemy joins by
`zope.sqlalchemy`; its sessions flush as they would at a commit of their own.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from boundary.link.calling.arguments import Arguments
from boundary.link.domain.values import Instance
from boundary.link.frameworks.entry_functions import direct
from boundary.link.frameworks.protocol import NativeCall
from boundary.link.frameworks.sqlalchemy import sessions

if TYPE_CHECKING:
    from boundary.link.domain.values import Value
    from boundary.link.frameworks.protocol import Handler

MANAGER: Final = "transaction.TransactionManager"
TRANSACTION: Final = "transaction.Transaction"


def commit(call: NativeCall) -> Value:
    """`transaction.commit()`: what the sessions did since the last one is a transaction."""
    session = call.interpreter.library_class(sessions.SESSION)
    for atom in call.atoms.instance(session) if session is not None else ():
        if isinstance(atom, Instance):
            sessions.commit(NativeCall(call.evaluator, call.name, (atom, "commit"), Arguments(()), call.line))
            return call.atoms.none
    call.evaluator.end_work(call.line)
    return call.atoms.none


def dropped(call: NativeCall) -> Value:
    """`transaction.abort()`, and `transaction.begin()`, which aborts what was open."""
    call.evaluator.drop_work()
    return call.atoms.none


def run(call: NativeCall) -> Value:
    """`transaction.manager.run(function)`: the function is called in a transaction."""
    call.evaluator.drop_work()
    found = call.interpreter.calls.call(call.evaluator, call.first, Arguments(()), call.line)
    commit(call)
    return found


NATIVES: Final[dict[str, Handler]] = {
    f"{MANAGER}.commit": commit,
    f"{MANAGER}.begin": dropped,
    f"{MANAGER}.abort": dropped,
    f"{MANAGER}.run": run,
    f"{TRANSACTION}.commit": commit,
    f"{TRANSACTION}.abort": dropped,
    f"{TRANSACTION}.addAfterCommitHook": direct("signal", name="hook"),
}
