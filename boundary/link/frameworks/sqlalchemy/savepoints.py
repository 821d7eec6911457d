"""Which commit releases a savepoint, and ends no work?

Before SQLAlchemy 2 `session.commit()` ends what was begun last: after a `session.begin_nested()` that no `with` holds,
the savepoint. The work goes on and ends with the next commit, as does what was open before where `session.rollback()`
ends it. Which release a project has is not known: that commit may end a transaction, too, and does where names of
SQLAlchemy 2 are imported.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from boundary.link.domain.values import UNKNOWN
from boundary.link.effects.flow import NESTED
from boundary.link.syntax.kinds import IMPORT_FROM

if TYPE_CHECKING:
    from boundary.link.domain.values import Value
    from boundary.link.evaluator.evaluation import Evaluator
    from boundary.link.evaluator.interpreter import Interpreter
    from boundary.link.frameworks.protocol import Handler, NativeCall

TRANSACTION: Final = "sqlalchemy.orm.session.SessionTransaction"
SESSION: Final = "sqlalchemy.orm.session.Session"
ASYNC: Final = "sqlalchemy.ext.asyncio.AsyncSession"
NEWER: Final[frozenset[str]] = frozenset(
    {"DeclarativeBase", "DeclarativeBaseNoMeta", "Mapped", "MappedAsDataclass", "async_sessionmaker", "mapped_column"}
)
"""What only SQLAlchemy 2 has."""
KNOWN: Final = "sqlalchemy 2"


def begin_nested(call: NativeCall) -> Value:
    """`session.begin_nested()`: a savepoint divides nothing."""
    classes, cls = call.interpreter.classes, call.receiver[0].cls
    if classes.is_subclass(cls, SESSION) and not classes.is_subclass(cls, ASYNC) and not _is_newer(call.interpreter):
        call.evaluator.saved = call.evaluator.pending
        call.evaluator.pending |= NESTED
    found = call.interpreter.library_class(TRANSACTION)
    return call.atoms.instance(found) if found is not None else UNKNOWN


def releases(evaluator: Evaluator) -> bool:
    """Whether what ends now may be a savepoint, asked for once."""
    held = bool(evaluator.pending & NESTED)
    evaluator.pending &= ~NESTED
    return held


def settled(call: NativeCall) -> Value:
    """`nested.commit()`, `nested.rollback()`, and `with session.begin_nested():`, which does it by itself."""
    releases(call.evaluator)
    return call.receiver.alone if call.name.endswith("__enter__") else call.atoms.none


def _is_newer(interpreter: Interpreter) -> bool:
    state = interpreter.frameworks.state
    held: bool | None = state.get(KNOWN)
    if held is None:
        held = state[KNOWN] = any(
            type(one) is IMPORT_FROM
            and one.module.startswith(("sqlalchemy", "sqlmodel"))
            and any(alias.name in NEWER for alias in one.names)
            for module in interpreter.program.modules.values()
            if not module.library
            for _, one in module.imports
        )
    return held


NATIVES: Final[dict[str, Handler]] = {
    f"{TRANSACTION}.{name}": settled for name in ("__enter__", "commit", "rollback", "close")
}
