"""Which receivers do installed apps bring along?  Those in the `signals` of their skeletons, as `ready` connects them.

A package that is installed listens to signals of Django's though the project never mentions it again: `axes` in
`INSTALLED_APPS` writes of every login. An app of others that no settings mention is not installed: what is done where
it is, is not done (`apps.is_installed("silk")`).
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from boundary.link.domain.asking import strings
from boundary.link.domain.values import UNKNOWN, Function
from boundary.link.frameworks.django.settings import settings_classes, settings_modules
from boundary.link.syntax.kinds import FUNCTION
from boundary.link.syntax.walking import texts_in

if TYPE_CHECKING:
    from boundary.link.definitions.symbols import ModuleInfo
    from boundary.link.domain.values import Value
    from boundary.link.evaluator.interpreter import Interpreter
    from boundary.link.frameworks.protocol import Handler, NativeCall

LISTENING: Final = ("actstream", "admin_interface", "axes", "django_fsm_log", "sitetree")
"""The packages whose skeletons have receivers."""
READY: Final = ("auditlog", "django_elasticsearch_dsl", "haystack")
"""The packages whose skeletons say in `apps.ready` what is connected, as settings name it."""


def start(interpreter: Interpreter) -> None:
    """Evaluate the receivers of the packages that are installed."""
    modules = interpreter.program.modules
    present = [name for name in (*LISTENING, *READY) if f"{name}.{_place(name)}" in modules]
    named = _named(interpreter) if present else set()
    for name in present:
        if name in named:
            connect = _run_ready if name in READY else _connect
            connect(interpreter, modules[f"{name}.{_place(name)}"])


def _place(name: str) -> str:
    """The module of a skeleton that says what is connected."""
    return "apps" if name in READY else "signals"


def _named(interpreter: Interpreter) -> set[str]:
    """The packages that the settings name anywhere, as apps, middleware or backends.

    As they are written: what they come to is not to be evaluated before the models are known.
    """
    return {text.partition(".")[0] for text in _texts(interpreter)}


def _texts(interpreter: Interpreter) -> set[str]:
    modules = {*settings_modules(interpreter), *(cls.module for cls in settings_classes(interpreter))}
    return {text for module in modules for text in texts_in(module.body)}


def texts_of_settings(interpreter: Interpreter) -> set[str]:
    """All that the settings name, found once."""
    held: set[str] | None = interpreter.frameworks.state.get("texts of settings")
    if held is None:
        held = interpreter.frameworks.state["texts of settings"] = _texts(interpreter)
    return held


def is_installed(call: NativeCall) -> Value:
    """`apps.is_installed("silk")`: false where the settings mention no such app, and it is none of the project's."""
    held = texts_of_settings(call.interpreter)
    names = strings(call.arguments.get(0, "app_name") or UNKNOWN)
    if not held or not names or any(_may_be_installed(call.interpreter, name, held) for name in names):
        return UNKNOWN
    return call.atoms.constant(value=False)


def _may_be_installed(interpreter: Interpreter, name: str, texts: set[str]) -> bool:
    module = interpreter.find_module(name)
    own = module is not None and not module.library
    return own or any(text == name or text.startswith(f"{name}.") for text in texts)


def _connect(interpreter: Interpreter, module: ModuleInfo) -> None:
    for name, bindings in module.bindings.items():
        if any(type(one.statement) is FUNCTION and one.statement.decorators for one in bindings):
            interpreter.names.value(module, name)


def _run_ready(interpreter: Interpreter, module: ModuleInfo) -> None:
    for atom in interpreter.names.value(module, "ready"):
        if isinstance(atom, Function):
            interpreter.demand(interpreter.calls.root_context(atom), None)


NATIVES: Final[dict[str, Handler]] = {"django.apps.registry.Apps.is_installed": is_installed}
