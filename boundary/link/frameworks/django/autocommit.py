"""Which transactions does Django code open by hand?  `transaction.set_autocommit(False)`, and then `commit()`.

What is done between the two is one unit of work, across functions, as with a driver's connection. While autocommit is
on, each statement commits itself, and a `commit()` ends nothing: so all this is only followed where some module of the
project that imports Django turns autocommit off.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from boundary.link.domain.asking import strings
from boundary.link.domain.values import BOTTOM, UNKNOWN
from boundary.model import code

if TYPE_CHECKING:
    from boundary.link.definitions.symbols import ModuleInfo, Program
    from boundary.link.domain.values import Value
    from boundary.link.frameworks.protocol import Handler, NativeCall
    from boundary.link.syntax.bodies import Bodies

TURNS: Final = "set_autocommit"
GIVING: Final = frozenset({"db", "transaction", "connection", "connections"})
STATE: Final = "autocommit is turned off"


def works(program: Program, bodies: Bodies) -> bool:
    """Whether any module of the project turns autocommit off."""
    return any(_turns_off(module, bodies) for module in program.modules.values() if not module.library)


def _turns_off(module: ModuleInfo, bodies: Bodies) -> bool:
    if not any(_gives_transactions(one) for _, one in module.imports):  # most modules need not be gone through
        return False
    return any(bodies.mentioning(module.body, frozenset({TURNS})))


def _gives_transactions(statement: code.Import | code.ImportFrom) -> bool:
    """Whether an import gives Django's connections or transactions."""
    if isinstance(statement, code.Import):
        return any(alias.name.startswith("django.db") for alias in statement.names)
    if statement.module in {"django", "django.db"}:
        return any(alias.name in GIVING for alias in statement.names)
    return statement.module == "django.db.transaction"


def dropped(call: NativeCall) -> Value:
    """`rollback()`, and `set_autocommit(False)`, which begins: nothing is open, nor when it is turned on again."""
    if _is_followed(call):
        call.evaluator.drop_work()
    return call.atoms.none


def committed(call: NativeCall) -> Value:
    """`transaction.commit()`, `connection.commit()`."""
    if _is_followed(call):
        given = call.arguments.get(0, "using")
        names = strings(given or BOTTOM)
        call.evaluator.end_work(call.line, names[0] if names else "default" if given in {None, UNKNOWN} else None)
    return call.atoms.none


def _is_followed(call: NativeCall) -> bool:
    """Whether autocommit is turned off anywhere."""
    state = call.interpreter.frameworks.state
    if STATE not in state:
        state[STATE] = works(call.interpreter.program, call.interpreter.bodies)
    return bool(state[STATE])


NATIVES: Final[dict[str, Handler]] = {
    f"{owner}.{name}": handler
    for owner in ("django.db.transaction", "django.db.backends.utils.ConnectionWrapper")
    for name, handler in ((TURNS, dropped), ("commit", committed), ("rollback", dropped))
}
