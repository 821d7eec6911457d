"""Who consumes the messages of Fedora's bus?  A function or object that fedora-messaging is handed or told of.

    fedora_messaging.api.consume(handle)

    callback = "shop.consumer:Consumer"             # in its configuration, which is not read

What it is told of is a class whose objects are called with a message: `def __call__(self, message: message.Message)`.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from boundary.link.domain.values import External
from boundary.link.frameworks.entry_functions import direct, register
from boundary.link.syntax.kinds import FUNCTION

if TYPE_CHECKING:
    from boundary.link.definitions.symbols import ClassInfo
    from boundary.link.evaluator.interpreter import Interpreter
    from boundary.link.frameworks.protocol import Handler

MESSAGES: Final = frozenset({"fedora_messaging.api.Message", "fedora_messaging.message.Message"})


def start(interpreter: Interpreter) -> None:
    """`class Consumer: def __call__(self, message: message.Message)`."""
    if not interpreter.frameworks.imports("fedora_messaging"):
        return
    for cls in list(interpreter.program.classes):
        if not cls.library and cls.closure is None and _consumes(interpreter, cls):
            register(interpreter, "task", "", interpreter.atoms.instance(cls))


def _consumes(interpreter: Interpreter, cls: ClassInfo) -> bool:
    """Whether objects of a class are called with a message and nothing else."""
    for binding in cls.bindings.get("__call__", ()):
        called = binding.statement
        if type(called) is not FUNCTION or len(called.parameters) != 2 or called.parameters[1].annotation is None:  # noqa: PLR2004 - itself, and a message
            continue
        told = interpreter.module_evaluator(cls.module).evaluate(called.parameters[1].annotation)
        if any(isinstance(atom, External) and atom.dotted in MESSAGES for atom in told):
            return True
    return False


NATIVES: Final[dict[str, Handler]] = {
    f"fedora_messaging.api.{name}": direct("task", name="callback") for name in ("consume", "twisted_consume")
}
