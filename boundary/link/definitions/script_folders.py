"""What does a script import by a name alone?  What lies beside it: Python looks for modules in a script's folder first.

    # server/main.py, which ends in `if __name__ == "__main__": run()`; there is no server/__init__.py
    from services import Users                     # server/services.py

What lies there imports its neighbours so, too, and so does what lies below.
"""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING, Final

from boundary.link.syntax.kinds import CONSTANT, IF, NAME, OPERATION

if TYPE_CHECKING:
    from collections.abc import Mapping

    from boundary.link.definitions.symbols import ModuleInfo

MAIN: Final = "__main__"


class ScriptFolders:
    """The folders of scripts that are no packages, by their paths; empty where there is none below another folder."""

    def __init__(self, modules: Mapping[str, ModuleInfo], names: set[str]) -> None:
        """`names` are those of all packages."""
        self._modules = modules
        self._names = names
        own = [one for one in modules.values() if not one.library and one.file]
        packages = {_folder(one) for one in own if one.file.endswith("/__init__.py")}
        self._held: dict[str, str] = {
            _folder(one): one.package
            for one in own
            if one.package and _folder(one) not in packages and any(_starts(statement) for statement in one.body)
        }
        """The dotted name of each."""
        self._known: dict[tuple[str, str], str] = {}
        """The name by which a neighbour is kept, by the folder of who imports it and what it says; empty for others."""

    def __bool__(self) -> bool:
        return bool(self._held)

    def meant(self, module: ModuleInfo, name: str) -> str:
        """The name by which what a module imports is kept; the name itself where it is none of its neighbours."""
        top = name.partition(".")[0]
        if module.library or top in self._modules or top in sys.stdlib_module_names:
            return name
        folder = _folder(module)
        while folder not in self._held and folder:
            folder = folder.rpartition("/")[0]
        if folder not in self._held:
            return name
        key = folder, top
        if key not in self._known:
            found = f"{self._held[folder]}.{top}"
            self._known[key] = found if found in self._modules or found in self._names else ""
        found = self._known[key]
        return f"{found}{name[len(top) :]}" if found else name


def _folder(module: ModuleInfo) -> str:
    return module.file.rpartition("/")[0]


def _starts(statement: object) -> bool:
    """`if __name__ == "__main__"`."""
    if type(statement) is not IF or type(statement.test) is not OPERATION:
        return False
    return any(type(one) is NAME and one.id == "__name__" for one in statement.test.operands) and any(
        type(one) is CONSTANT and one.value == MAIN for one in statement.test.operands
    )
