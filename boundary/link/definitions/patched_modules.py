"""Which names of a module may hold something else when it runs?  The flags above a statement that patches it.

    SAVE_PASSWORDS = False
    try:
        from config_local import *  # which is not read: who deploys has it
    except ImportError:
        pass

`locals().update(local_settings())` does the same. What is behind a test of such a flag may run.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from boundary.link.domain.values import UNKNOWN, Constant
from boundary.link.syntax.kinds import IMPORT_FROM, TRY
from boundary.model import code

if TYPE_CHECKING:
    from collections.abc import Callable

    from boundary.link.definitions.symbols import ModuleInfo
    from boundary.link.domain.values import Value

PATCHING: Final = frozenset({"globals", "locals", "vars"})


class Patches:
    """The lines at which modules are patched; `source` gives the module of an import, where that is read."""

    def __init__(self, source: Callable[[ModuleInfo, code.ImportFrom], ModuleInfo | None]) -> None:
        self._source = source
        self._lines: dict[ModuleInfo, int] = {}

    def or_patched(self, module: ModuleInfo, name: str, value: Value) -> Value:
        """A flag that stands above the last line at which its module is patched, and what it may be then."""
        if not value or module.library or not all(isinstance(one, Constant) and _is_flag(one.value) for one in value):
            return value
        if module not in self._lines:
            patching = [one for one in module.body if self._patches(module, one)]
            self._lines[module] = max([getattr(one, "line", 0) for one in patching], default=0)
        line, bindings = self._lines[module], module.bindings.get(name, ())
        above = all(getattr(one.statement, "line", line) < line for one in bindings)
        return value | UNKNOWN if bindings and above else value

    def _patches(self, module: ModuleInfo, statement: code.Statement) -> bool:
        """Whether a statement of a module takes names from where nobody sees them."""
        if type(statement) is TRY and statement.handlers:
            stars = [one for one in statement.body if type(one) is IMPORT_FROM and one.names[0].name == "*"]
            return any(self._source(module, one) is None for one in stars)
        match statement:
            case code.Evaluate(
                value=code.Call(function=code.Attribute(value=code.Call(function=code.Name(id=called)), name="update"))
            ):
                return called in PATCHING
            case _:
                return False


def _is_flag(value: object) -> bool:
    """Whether this is what a test decides: true or false, or nothing yet."""
    return value is True or not value
