"""What do all framework files say?  Collected once a process; what holds for one program is in `registry`."""

from __future__ import annotations

import importlib
import pkgutil
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final

from boundary.link import frameworks as package

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable
    from types import ModuleType

    from boundary.link.frameworks.protocol import Handler, Hook

BESIDE: Final = {"protocol", "registry", "said"}
RULES: Final = (
    *("named", "guessed", "function_attribute", "wrapped_attribute", "call_wrapped", "combined", "external"),
    *("enters_connection", "leaves_block", "signature", "operated", "trait", "answered", "described"),
    *("bind", "start", "works", "finish", "handed_to", "parameter"),
)
"""Functions of these names are rules, wherever a framework file has one (`registry` says when each is asked)."""


class Said:
    """Handlers by dotted name, hooks by class, rules by their names, in the order of the files."""

    def __init__(self) -> None:
        self.natives: dict[str, Handler] = {}
        self.hooks: list[Hook] = []
        self.work: list[str] = []
        self.naming: list[tuple[frozenset[str], tuple[str, ...]]] = []
        """Functions that are told first whose rows are touched, each with the packages without which it is none."""
        self.rules: dict[str, list[tuple[Callable[..., Any], tuple[str, ...]]]] = {name: [] for name in RULES}
        """Each with the packages without which it is not asked (`NEEDS`)."""
        self.told: set[str] = set()
        """Names outside of the project of which a file tells what they do: nothing that is installed says it better."""
        self.told_of: tuple[str, ...] = ()
        """How the names of modules begin of which all is told."""
        self.instead: tuple[str, ...] = ()
        """The modules of a library of which all is told even where the project holds the library itself."""

    def add(self, module: ModuleType) -> None:
        """What one file says."""
        held = vars(module)
        natives: dict[str, Handler] = held.get("NATIVES", {})
        self.natives.update(natives)
        self.told.update([name.partition("()")[0] for name in natives])
        self.told_of += held.get("TOLD_OF", ())
        self.instead += held.get("INSTEAD", ())
        self.hooks.extend(held.get("HOOKS", ()))
        self.work.extend(held.get("WORK", ()))
        self.naming.append((held.get("NAMING", frozenset()), held.get("NEEDS", ())))
        for name, rules in self.rules.items():
            rule = held.get(name)
            if rule is not None:
                rules.append((rule, held.get("NEEDS", ())))


def framework_files() -> list[ModuleType]:
    """The framework files, in the order of their names: imported when the first program is linked."""
    names = sorted([name for name in _names(package.__path__) if name not in BESIDE])
    return [importlib.import_module(f"{package.__name__}.{name}") for name in names]


def _names(path: Iterable[str], before: str = "") -> list[str]:
    """The names of the files in a package and in those that it holds, from there on."""
    found: list[str] = []
    for info in pkgutil.iter_modules(path):
        inside = [str(Path(folder, info.name)) for folder in path] if info.ispkg else []
        found += _names(inside, f"{before}{info.name}.") if info.ispkg else [f"{before}{info.name}"]
    return found


@cache
def said() -> Said:
    """What all of them say: asked for each program, and the same for all."""
    found = Said()
    for module in framework_files():
        found.add(module)
    return found
