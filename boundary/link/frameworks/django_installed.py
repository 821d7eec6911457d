"""Which receivers do installed apps bring along?  Those in the `signals` of their skeletons, as `ready` connects them.

A package that is installed listens to signals of Django's though the project never mentions it again: `axes` in
`INSTALLED_APPS` writes of every login.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from boundary.link import containers
from boundary.link.frameworks.django_settings import setting
from boundary.link.values import strings
from boundary.model import code

if TYPE_CHECKING:
    from boundary.link.interpreter import Interpreter
    from boundary.link.symbols import ModuleInfo

LISTENING = ("axes",)
"""The packages whose skeletons have receivers."""


def start(interpreter: Interpreter) -> None:
    """Evaluate the receivers of the packages that are installed."""
    present = [name for name in LISTENING if f"{name}.signals" in interpreter.program.modules]
    installed = _installed(interpreter) if present else set()
    for name in present:
        if name in installed:
            _connect(interpreter, interpreter.program.modules[f"{name}.signals"])


def _installed(interpreter: Interpreter) -> set[str]:
    """The packages that `INSTALLED_APPS` names, by themselves or by the class of their configuration."""
    listed = [containers.members(atom.alone) or () for atom in setting(interpreter, "INSTALLED_APPS")]
    return {text.partition(".")[0] for members in listed for member in members for text in strings(member)}


def _connect(interpreter: Interpreter, module: ModuleInfo) -> None:
    for name, bindings in module.bindings.items():
        if any(isinstance(one.statement, code.Function) and one.statement.decorators for one in bindings):
            interpreter.names.value(module, name)
