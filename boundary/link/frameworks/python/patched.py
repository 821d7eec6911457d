"""What does an object of a library still do, where code has put a function of its own in the place of a method?

`Connection.execute = counted`, `session.add = logged`: such a function counts or logs, and calls what it has taken the
place of. Which the linker knows by itself, and finds nowhere else.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from boundary.link.domain.joining import join
from boundary.link.domain.values import BOTTOM, Function

if TYPE_CHECKING:
    from collections.abc import Iterable

    from boundary.link.definitions.symbols import ClassInfo
    from boundary.link.domain.values import Instance, Value
    from boundary.link.evaluator.evaluation import Evaluator
    from boundary.link.frameworks.protocol import Hook


def behind(  # noqa: PLR0913, PLR0917 - what was found, and where
    evaluator: Evaluator,
    hooks: Iterable[Hook],
    atom: Instance,
    name: str,
    line: int,
    owner: ClassInfo | None,
    held: Value,
) -> Value:
    """The method of the library behind a function that was found under its name; nothing where none was put there.

    `owner` is the library's class that has something of the name, if one has.
    """
    for one in held:
        if isinstance(one, Function) and not one.function.library:
            break
    else:
        return BOTTOM
    if owner is not None and evaluator.interpreter.classes.own(owner, name):
        return BOTTOM
    return join(hook.missing(evaluator, atom, name, line) or BOTTOM for hook in hooks)
