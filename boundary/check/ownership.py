"""Which context owns a module or a table?  The one whose pattern describes its name most closely.

A table that no pattern names belongs to the context that owns the module which defines it (its model, the file of its
many-to-many relation), so that a context may be declared by its modules alone.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from boundary.model.patterns import module_pattern, precision, table_pattern

if TYPE_CHECKING:
    import re
    from collections.abc import Callable, Iterable, Mapping

    from boundary.config import ContextSettings
    from boundary.model.scan import Scan, Table


class Ownership:
    """Answers for every module and table of one scan; `clashes` are names that two contexts claim alike."""

    def __init__(self, scan: Scan, contexts: Mapping[str, ContextSettings]) -> None:
        self._scan = scan
        self.clashes: list[tuple[str, tuple[str, ...]]] = []
        self.idle: list[tuple[str, str, str]] = []
        """Patterns that match nothing: the context, the key, the pattern."""
        modules = {name: context.modules for name, context in contexts.items()}
        tables = {name: context.tables for name, context in contexts.items()}
        public = {name: context.public for name, context in contexts.items()}
        named = [module.name for module in scan.modules]
        self.modules = self._assigned(named, modules, module_pattern, "modules")
        self._files = {module.file: module.name for module in scan.modules}
        self._folders = _packages(scan)
        self.tables = self._assigned([table.name for table in scan.tables], tables, table_pattern, "tables")
        for table in scan.tables:
            home = self._home(table)
            if table.name not in self.tables and home is not None and home in self.modules:
                self.tables[table.name] = self.modules[home]
        self.public = self._public(named, public)

    def module_of(self, file: str, function: str = "") -> str:
        """The module that a file is, or the package in whose folder it lies; else the function's first part."""
        known = self._files.get(file)
        if known is not None:
            return known
        folder = file.rpartition("/")[0]
        while folder and folder not in self._folders:
            folder = folder.rpartition("/")[0]
        return self._folders.get(folder) or function.rpartition(".")[0] or file

    def _home(self, table: Table) -> str | None:
        if table.file:
            return self.module_of(table.file)
        return table.model.rpartition(".")[0] if table.model else None

    def _assigned(
        self,
        names: Iterable[str],
        patterns: Mapping[str, Iterable[str]],
        compiled: Callable[[str], re.Pattern[str]],
        key: str,
    ) -> dict[str, str]:
        found: dict[str, str] = {}
        every = [(context, pattern) for context, several in patterns.items() for pattern in several]
        every.sort(key=lambda one: precision(one[1]), reverse=True)
        matched: set[tuple[str, str]] = set()
        for name in names:
            fits = [(context, pattern) for context, pattern in every if compiled(pattern).fullmatch(name)]
            matched.update(fits)
            if fits:
                found[name] = fits[0][0]
                alike = {context for context, pattern in fits if precision(pattern) == precision(fits[0][1])}
                if len(alike) > 1:
                    self.clashes.append((name, tuple(sorted(alike))))
        self.idle += [(context, key, pattern) for context, pattern in every if (context, pattern) not in matched]
        return found

    def _public(self, names: list[str], patterns: Mapping[str, Iterable[str]]) -> dict[str, frozenset[str]]:
        """The public modules of each context."""
        found: dict[str, frozenset[str]] = {}
        for context, several in patterns.items():
            public: set[str] = set()
            for pattern in several:
                fits = {name for name in names if module_pattern(pattern).fullmatch(name)}
                if not fits:
                    self.idle.append((context, "public", pattern))
                public |= fits
            found[context] = frozenset(public)
        return found


def _packages(scan: Scan) -> dict[str, str]:
    """The dotted name of each folder that holds modules."""
    found: dict[str, str] = {}
    for module in scan.modules:
        folder, _, name = module.file.rpartition("/")
        package = module.name if name == "__init__.py" else module.name.rpartition(".")[0]
        if folder not in found or name == "__init__.py":
            found[folder] = package
    return found
