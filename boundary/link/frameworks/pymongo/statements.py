"""In which transaction is a statement of MongoDB?  In that of the session that it is given, or in one of its own.

    db.orders.insert_one({}, session=session)
    db.log.insert_one({})

What is given no session is on its own, wherever it stands: between others that are given one, or in a block of another
database. It is a transaction of one statement, which is not listed.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from boundary.link.domain.values import BOTTOM

if TYPE_CHECKING:
    from boundary.link.definitions.symbols import Program
    from boundary.link.frameworks.protocol import NativeCall
    from boundary.link.syntax.bodies import Bodies


NEEDS: Final = ("beanie", "bunnet", "flask_pymongo", "motor", "odmantic", "pymongo")
BEGINNING: Final = frozenset({"start_transaction", "with_transaction"})


def works(program: Program, bodies: Bodies) -> bool:
    """Whether any module of the project begins a transaction."""
    modules = [one for one in program.modules.values() if not one.library]
    return any(any(bodies.mentioning(one.body, BEGINNING)) for one in modules)


def has_session(call: NativeCall) -> bool:
    """Whether a call may be given a session."""
    return bool(call.arguments.keywords.get("session", BOTTOM) - call.atoms.none)
