"""By which longer names, too, is imported what lies in a folder of the search path?  By those of the folders around it.

Where `site` is a package and `site/apps` is put on the search path, `orders.models` and `site.apps.orders.models` are
read from the same file. It is kept under the shorter name.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from boundary.link.definitions.symbols import ModuleInfo


class LongerNames:
    """The folders of the search path, by the names that they have in folders around them.

    Args:
        modules: all modules by name; those that are made later are found, too.
    """

    def __init__(self, modules: dict[str, ModuleInfo]) -> None:
        self._modules = modules
        roots = {one.source.root: None for one in modules.values() if one.source.root and not one.library}
        self._prefixes = [(f"{name}.", root) for root in roots for name in _names(root)]

    def __bool__(self) -> bool:
        return bool(self._prefixes)

    def meant(self, dotted: str) -> ModuleInfo | None:
        """The module of the project that has this name from a folder further out."""
        for prefix, root in self._prefixes:
            if dotted.startswith(prefix):
                module = self._modules.get(dotted[len(prefix) :])
                if module is not None and not module.library and module.source.root == root:
                    return module
        return None


def _names(root: str) -> list[str]:
    """`src/site/apps` may be asked for as `src.site.apps`, `site.apps` or `apps`."""
    parts = root.split("/")
    return [".".join(parts[start:]) for start in range(len(parts))]
