"""Which objects does a package that is not read call back?  Those of classes that extend its own, handed to it.

`bulk.run(body, executor=Executor(session))`, where `class Executor(bulk.Executor)` says what to do: the package calls
the methods that the project wrote for it, here and now. Which of them is a guess, so what they do is guessed. What
only registers an object (`add_handler`, `Client(transport=...)`) calls it later; classes that declare fields are data.
"""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING, Final

from boundary.link.domain.values import Instance, by_age
from boundary.link.evaluator.objects import is_exception
from boundary.link.syntax.kinds import ASSIGN, FUNCTION

if TYPE_CHECKING:
    from boundary.link.calling.arguments import Arguments
    from boundary.link.definitions.symbols import ClassInfo
    from boundary.link.domain.values import External, Value
    from boundary.link.evaluator.evaluation import Evaluator

LATER: Final = ("add", "attach", "bind", "connect", "include", "install", "listen", "mount", "on_", "register")
SCHEDULED: Final = ("schedule", "set", "start", "submit", "subscribe", "use")
"""How functions begin that keep an object for later."""


def external(evaluator: Evaluator, atom: External, arguments: Arguments, line: int) -> Value | None:
    """The methods of what is handed to a function of the package run; its own rules go on."""
    package, _, rest = atom.dotted.partition(".")
    name = rest.rpartition(".")[2]
    if package in sys.stdlib_module_names or not name[:1].islower() or name.startswith(LATER + SCHEDULED):
        return None
    for value in arguments.every():
        for one in by_age(value):
            if isinstance(one, Instance) and one.model is None and not one.cls.library:
                _call_back(evaluator, one, package, line)
    return None


def _call_back(evaluator: Evaluator, one: Instance, package: str, line: int) -> None:
    interpreter = evaluator.interpreter
    above = interpreter.classes.mro(one.cls)
    if not any(base.partition(".")[0] == package for base in one.cls.externals) or is_exception(one.cls):
        return
    if any(cls.library or _has_fields(cls) for cls in above):
        return
    with evaluator.believed("guessed"):
        for name in dict.fromkeys(name for cls in above for name in _public_methods(cls)):
            method = interpreter.attributes.get(evaluator, one.alone, name, line)
            interpreter.calls.unknown_call(evaluator, method, line=line)


def _has_fields(cls: ClassInfo) -> bool:
    """Whether a class declares what its objects hold, as data does."""
    return any(
        type(held.statement) is ASSIGN and held.statement.annotation is not None
        for bindings in cls.bindings.values()
        for held in bindings
    )


def _public_methods(cls: ClassInfo) -> list[str]:
    return [
        name
        for name, held in cls.bindings.items()
        if not name.startswith("_") and type(held[-1].statement) is FUNCTION and not held[-1].statement.decorators
    ]
