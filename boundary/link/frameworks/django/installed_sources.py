"""Which receivers do installed apps connect whose sources are at hand?  Those that loading them connects.

Where the environment is given, the models of `INSTALLED_APPS` are read like the project's own. What such an app hears
of every model (`@receiver(post_delete)`) is connected by modules that its `models` or its `AppConfig.ready` import.
Apps with a skeleton are left to that.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final

from boundary.link.evaluator.idle_loops import statements_that_run
from boundary.link.frameworks.django.settings import settings_classes, settings_modules
from boundary.link.syntax.kinds import CALL, EVALUATE, FUNCTION, IMPORT_FROM
from boundary.link.syntax.walking import last_name, texts_in

if TYPE_CHECKING:
    from collections.abc import Iterator

    from boundary.link.definitions.symbols import ModuleInfo
    from boundary.link.evaluator.interpreter import Interpreter
    from boundary.model import code

LOADED: Final = ("models", "apps")
"""The modules of an app that Django imports by itself."""
CONNECTING: Final = frozenset({"receiver", "connect"})


def start(interpreter: Interpreter) -> None:
    """Connect what the apps connect that the settings install and the environment holds."""
    for module in installed_modules(interpreter):
        _connect(interpreter, module)


def installed_modules(interpreter: Interpreter) -> list[ModuleInfo]:
    """The modules of the environment that loading the installed apps imports, found once."""
    held: list[ModuleInfo] | None = interpreter.frameworks.state.get("installed modules")
    if held is None:
        apps = sorted(_apps(interpreter)) if interpreter.has_environment else []
        held = [module for app in apps for module in _loaded(interpreter, app)]
        interpreter.frameworks.state["installed modules"] = held
    return held


def _apps(interpreter: Interpreter) -> set[str]:
    """The packages that settings name anywhere, also by their `AppConfig`, and that have no skeleton."""
    modules: list[Any] = [*settings_modules(interpreter), *(cls.module for cls in settings_classes(interpreter))]
    named = {text.partition(".apps.")[0] for module in modules for text in texts_in(module.body)}
    held = interpreter.program.modules
    known = {name.partition(".")[0] for name, module in held.items() if not module.environment}
    return {name for name in named if name.replace(".", "").isidentifier() and name.partition(".")[0] not in known}


def _loaded(interpreter: Interpreter, app: str) -> Iterator[ModuleInfo]:
    """The modules of an app that are imported when it is loaded, one after the other."""
    waiting, seen = [f"{app}.{name}" for name in LOADED], set()
    while waiting:
        name = waiting.pop()
        if name in seen:
            continue
        seen.add(name)
        module = interpreter.find_module(name)
        if module is None or not module.environment:
            continue
        yield module
        waiting.extend(one for one in _imported(interpreter, module) if one.startswith(f"{app}."))


def _imported(interpreter: Interpreter, module: ModuleInfo) -> Iterator[str]:
    """What a module imports, functions included; what is imported from a package may be one of its modules."""
    for _, statement in module.imports:
        if type(statement) is IMPORT_FROM:
            package = interpreter.names.absolute(module, statement.level, statement.module)
            yield package
            yield from (f"{package}.{alias.name}" for alias in statement.names)
        else:
            yield from (alias.name for alias in statement.names)


def _connect(interpreter: Interpreter, module: ModuleInfo) -> None:
    """The receivers that a module marks, and what it connects at its top."""
    for name, bindings in list(module.bindings.items()):
        if any(_is_marked(one.statement) for one in bindings):
            interpreter.names.value(module, name)
    for statement in statements_that_run(interpreter, module):
        if type(statement) is EVALUATE and _connects(statement.value):
            interpreter.module_evaluator(module).evaluate(statement.value)


def _is_marked(statement: object) -> bool:
    return type(statement) is FUNCTION and any(_connects(one) for one in statement.decorators)


def _connects(node: code.Expression) -> bool:
    return type(node) is CALL and last_name(node.function) in CONNECTING
