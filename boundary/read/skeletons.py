"""Which modules of a folder of skeletons does code need?  Those of the packages that it mentions, and these in turn.

A package is mentioned where a name or text of the code is its name, or begins with it and a dot: an import, the dotted
path of a setting. That is never less than what is imported; and what is mentioned is there as a whole. Most programs
mention a tenth of the packages that there are skeletons of: the others cost them nothing.
"""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING, NamedTuple

import msgspec

from boundary.collector import collector_at_rest
from boundary.model.facts import ModuleFacts, SourceModule, Unreadable
from boundary.read.shipped import shipped
from boundary.read.sources import read_library

if TYPE_CHECKING:
    from collections.abc import Iterable
    from pathlib import Path

    from boundary.read.shipped import ShippedModule


class _Package(NamedTuple):
    """The modules of a package, and the packages that they mention."""

    modules: list[SourceModule]
    mentioned: frozenset[str]


class Skeletons:
    """The modules below a folder, decoded when code needs their package, and once.

    They are those that were shipped, else they are read; what cannot be read is left out, and is in `unreadable`.
    """

    def __init__(self, folder: Path, *, cache: bool | Path = True) -> None:
        self.unreadable: list[Unreadable] = []
        self._folder, self._cache = folder, cache
        self._read: dict[str, _Package] = {}
        self._shipped: dict[str, list[ShippedModule]] = {}
        held = shipped(folder)
        for module in held.modules if held is not None else ():
            self._shipped.setdefault(_package_of(module.name), []).append(module)
        self.packages = frozenset(self._shipped)
        if held is None:
            self._read_all()

    def needed(self, texts: Iterable[Iterable[str]], *, always: Iterable[str] = ()) -> list[SourceModule]:
        """The modules of the packages that these names and texts of code mention, and of those needed `always`.

        A package of Python itself is: its objects come by calls, too, which mention nothing.
        """
        waiting = [*mentioned(texts, self.packages), *self.packages.intersection([*always, *sys.stdlib_module_names])]
        found: set[str] = set()
        while waiting:
            name = waiting.pop()
            if name not in found:
                found.add(name)
                waiting.extend(self._package(name).mentioned)
        return [module for name in sorted(found) for module in self._read[name].modules]

    def _package(self, name: str) -> _Package:
        if name not in self._read:
            try:
                with collector_at_rest():
                    self._read[name] = self._decoded(self._shipped[name])
            except msgspec.MsgspecError:  # of another build: read like any other source
                self._read_all()
        return self._read[name]

    def _decoded(self, modules: list[ShippedModule]) -> _Package:
        held: list[SourceModule] = []
        texts: list[list[str]] = []
        for one in modules:
            facts, more = ModuleFacts.with_texts(one.facts)
            held.append(SourceModule(one.name, one.file, facts, one.is_package, library=True))
            texts.append(more)
        return _Package(held, mentioned(texts, self.packages))

    def _read_all(self) -> None:
        sources = read_library(self._folder, cache=self._cache)
        self.unreadable = sources.unreadable
        held: dict[str, list[SourceModule]] = {}
        for module in sources.modules:
            held.setdefault(_package_of(module.name), []).append(module)
        self.packages = frozenset(held)
        for name, modules in held.items():
            texts = [sources.texts[module.file] for module in modules]
            self._read[name] = _Package(modules, mentioned(texts, self.packages))


def mentioned(texts: Iterable[Iterable[str]], packages: frozenset[str]) -> frozenset[str]:
    """Which of these packages the names and texts of code mention."""
    every: set[str] = set().union(*texts)
    begun = {text.partition(".")[0] for text in every if "." in text}
    return packages & (every | begun)


def _package_of(name: str) -> str:
    return name.partition(".")[0]
