"""Which of several modules of one name does an import mean?  The one on the search path of who imports it.

A repository may hold several programs, each with an `app` or a `settings` of its own below a folder that is on the
search path when it runs. One of them is known by the short name, the others by longer ones (`worker.app`). A module
means what lies in the nearest folder around it.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable

    from boundary.link.definitions.symbols import ModuleInfo


class Namesakes:
    """What lies on the search path under one name, by the folders; empty where no name is there twice.

    Args:
        modules: those of the project, and any others.
    """

    def __init__(self, modules: Iterable[ModuleInfo]) -> None:
        self._modules: set[str] = set()
        self._held: dict[str, dict[str, str]] = {}
        """The names by which what is called so is kept, by the folder that it lies in."""
        own = [module for module in modules if not module.library and module.file]
        tops = {_short(module).partition(".")[0] for module in own if _is_longer(module)}
        for module in own if tops else ():
            top = _short(module).partition(".")[0]
            if top in tops:
                root = module.source.root
                prefix = f"{root.replace('/', '.')}." if _is_longer(module) else ""
                self._held.setdefault(top, {})[root] = f"{prefix}{top}"
                self._modules.add(module.name)

    def __bool__(self) -> bool:
        return bool(self._held)

    def meant(self, module: ModuleInfo, name: str) -> str:
        """The name by which what a module imports is kept; the name itself where there is nothing of its own."""
        top, _, rest = name.partition(".")
        held = self._held.get(top)
        if held is None or module.library:
            return name
        folder = module.file.rpartition("/")[0]
        while folder not in held and folder:
            folder = folder.rpartition("/")[0]
        kept = held.get(folder, top)
        found = f"{kept}.{rest}" if rest else kept
        return found if not rest or found in self._modules or self._is_package(found) else name

    def _is_package(self, name: str) -> bool:
        return any(one.startswith(f"{name}.") for one in self._modules)


def _short(module: ModuleInfo) -> str:
    """A module's name from the folder on the search path on."""
    root = module.source.root
    inside = module.file[len(root) + 1 :] if root else module.file
    return inside.removesuffix(".py").removesuffix("/__init__").replace("/", ".")


def _is_longer(module: ModuleInfo) -> bool:
    """Whether a module is known by more than that, as another one has that name."""
    root = module.source.root
    return bool(root) and module.name == f"{root.replace('/', '.')}.{_short(module)}"
