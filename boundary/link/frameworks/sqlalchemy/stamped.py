"""Which rows does SQLAlchemy-Utils stamp?  Those of `Timestamp` that a flush finds changed, if only in a collection.

A token that is added to a user's tokens updates the user: its time.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from boundary.link.domain.values import BOTTOM
from boundary.link.frameworks.sqlalchemy.events import Listener, listeners

if TYPE_CHECKING:
    from boundary.link.domain.values import Value
    from boundary.link.evaluator.interpreter import Interpreter
    from boundary.link.frameworks.protocol import Handler, NativeCall

PACKAGE: Final = "sqlalchemy_utils"
STAMPED: Final = f"{PACKAGE}.models.Timestamp"


def start(interpreter: Interpreter) -> None:
    """Let the mixin hear of each row of its classes."""
    cls = interpreter.library_class(STAMPED) if interpreter.frameworks.imports(PACKAGE) else None
    if cls is not None:
        native = interpreter.atoms.native(f"{PACKAGE}.stamped", ())
        listeners(interpreter).setdefault("before_update", []).append(Listener(cls, None, native, everyone=False))


def stamped(call: NativeCall) -> Value:
    """A row is about to be written."""
    target = call.arguments.get(2, "target") or BOTTOM
    call.interpreter.objects.method(call.evaluator, target, "__stamp__", call.line)
    return call.atoms.none


NATIVES: Final[dict[str, Handler]] = {f"{PACKAGE}.stamped": stamped}
