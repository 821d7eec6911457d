"""Which objects are kept apart though they are made of nothing?  A few of one plain class, at the top of modules.

`finders = Registry()` in one module and `entries = Registry()` in the next hold what each was given, and so does one
that an object keeps. The only object of its class needs no place of its own; very many would cost too much.
"""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING, Final

from boundary.link.domain.kept_apart import keep_apart
from boundary.link.syntax.kinds import ASSIGN, CALL
from boundary.link.syntax.walking import last_name

if TYPE_CHECKING:
    from collections.abc import Hashable

    from boundary.link.definitions.symbols import ClassInfo
    from boundary.link.evaluator.evaluation import Evaluator
    from boundary.link.evaluator.interpreter import Interpreter

COUNTS: Final = "objects made of nothing at the top of modules"
FEW: Final = range(2, 9)


def one_of_few(evaluator: Evaluator, cls: ClassInfo, line: int) -> Hashable:
    """What keeps an object apart that is one of the few of its class, wherever it is made; None where it is not."""
    interpreter = evaluator.interpreter
    if not _is_plain(interpreter, cls) or _counts(interpreter)[cls.name] not in FEW:
        return None
    return keep_apart(cls, ("made", evaluator.module.name, line))


def _is_plain(interpreter: Interpreter, cls: ClassInfo) -> bool:
    """Whether nothing but the project says what the objects of a class are."""
    own = not cls.library and not set(cls.externals) - {"builtins.object"}
    return own and not any(one.library for one in interpreter.classes.mro(cls))


def _counts(interpreter: Interpreter) -> Counter[str]:
    """How many objects of a class of each name modules of the project make of nothing, at their top."""
    counts: Counter[str] | None = interpreter.frameworks.state.get(COUNTS)
    if counts is None:
        counts = interpreter.frameworks.state[COUNTS] = Counter(
            last_name(statement.value.function)
            for module in list(interpreter.program.modules.values())
            if not module.library
            for statement in module.statements
            if type(statement) is ASSIGN and type(statement.value) is CALL
            if not statement.value.arguments and not statement.value.keywords
        )
    return counts
