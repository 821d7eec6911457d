"""Which functions do nothing but say that they were called?  They stand in a method's place, so that it does not run.

    def refuse(*args, **kwargs):
        logger.error("Unable to save a sample")

    sample.save = refuse

Whether the method itself runs there stays unknown, for one object of a class is another's likeness; and whoever calls
the method on one of these objects has nothing to do with the stub.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from boundary.link.syntax.kinds import ATTRIBUTE, CALL, CONSTANT, EVALUATE, RAISE, RETURN
from boundary.link.syntax.walking import calls_in, last_name

if TYPE_CHECKING:
    from boundary.link.definitions.functions import FunctionInfo
    from boundary.model import code

LEVELS: Final[frozenset[str]] = frozenset({"critical", "debug", "error", "exception", "info", "log", "warn", "warning"})
LOGGERS: Final[frozenset[str]] = frozenset({"log", "logger", "logging"})


def is_stub(function: FunctionInfo) -> bool:
    """Whether a function only logs, raises or gives a constant, and calls nothing for that."""
    return all(_does_nothing(one) and len(calls_in(one)) <= 1 for one in function.body)


def says_nothing(statement: code.Statement) -> bool:
    """`...`, a docstring, `pass`, `raise NotImplementedError`."""
    return type(statement) is RAISE or (type(statement) is EVALUATE and type(statement.value) is CONSTANT)


def _does_nothing(statement: code.Statement) -> bool:
    if type(statement) is RETURN:
        return statement.value is None or type(statement.value) is CONSTANT
    value = statement.value if type(statement) is EVALUATE else None
    if type(value) is CALL and type(value.function) is ATTRIBUTE:
        return value.function.name in LEVELS and last_name(value.function.value).strip("_").lower() in LOGGERS
    return says_nothing(statement)
