"""Under which dotted name does the code import a file?  Finds the folders that stand on the module search path.

A folder that holds manage.py is one, and a project's `src`, and a project's own folder, and the folder around a
package. Between a root and a package there may be folders without `__init__.py`: whether they are part of the name
(`apps.orders`) or the root is deeper (`orders`) is told by what the code itself imports.
"""

from __future__ import annotations

import re
import sys
from collections import Counter
from typing import TYPE_CHECKING

import msgspec

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Sequence
    from pathlib import Path

    from boundary.read.files import Found, SourceFile

_IMPORTED = re.compile(rb"^[ \t]*(?:from|import)[ \t]+([A-Za-z_][\w.]*)", re.MULTILINE)
_QUOTED = re.compile(rb"['\"]([A-Za-z_]\w*(?:\.\w+)+)['\"]")
_PACKAGE = "__init__.py"
_EXTENDED = b"sys.path"
_LAST_NAMES = re.compile(rb"['\"/]([A-Za-z_]\w*)/?['\"]")
"""The last names of paths in quotes."""
FEWEST = 3
"""So many modules at least are imported by short names where a package is on the search path itself."""


class ModuleName(msgspec.Struct, frozen=True):
    """The dotted `name` of a file, whether it is a package's `__init__.py`, and the `root` around it.

    The name is longer than from that folder of the search path on where another one holds something else of that name.
    """

    name: str
    is_package: bool
    root: str = ""


def name_modules(
    found: Found, source_roots: Sequence[str], contents: Callable[[], Iterable[bytes]]
) -> dict[str, ModuleName]:
    """The name of every Python file by its path; no two are the same.

    `source_roots` are folders relative to the root that the settings name; where there are none they are found.
    `contents` gives the bytes of the files and is asked only where names are in doubt.
    """
    layout = _Layout(found, source_roots)
    layout.settle(contents)
    apart = layout.apart()
    names: dict[str, ModuleName] = {}
    taken: set[str] = set()
    for source in sorted(found.python, key=lambda each: (each.name != _PACKAGE, each.file.count("/"), each.file)):
        is_package = source.name == _PACKAGE
        root, short = layout.place(source)
        is_apart = (root, short.partition(".")[0]) in apart
        tries = ("" if is_apart else layout.name(source), _dotted(source.file), source.file)
        name = next((each for each in tries if each and each not in taken), source.file)
        taken.add(name)
        names[source.file] = ModuleName(name, is_package, root)
    return names


class _Layout:
    """The roots among a tree's folders; folders are relative paths, "" is the analysed folder itself."""

    def __init__(self, found: Found, source_roots: Sequence[str]) -> None:
        self._packages = {source.folder for source in found.python if source.name == _PACKAGE}
        self._outer = _packages_around(found.root)
        if self._outer:
            self._packages.add("")
        given = {root.strip("/").removeprefix("./").removesuffix(".") for root in source_roots}
        self._roots = given or self._marked(found)
        self._manage = {source.folder for source in found.python if _manages(source)} - self._packages - {""}
        self._started_inside = self._packages_on_the_path(found)
        self._sources_inside = {_inner(project) for project in {"", *found.projects}} & self._packages - {""}
        self._roots_are_given = bool(given)
        self._tops = self._top_packages()
        self._files = [source.file for source in found.python]
        self._sources = found.python

    def place(self, source: SourceFile) -> tuple[str, str]:
        """The folder on the search path around a file, and the file's dotted name from there on."""
        root = self._root_of(source.folder)
        return root, _dotted(source.file[len(root) + 1 :] if root else source.file)

    def apart(self) -> set[tuple[str, str]]:
        """What lies in a root while another one has a module of the same name: `app` of two services.

        A package of which each root has other modules is one (`company.orders`, `company.billing`).
        """
        held: dict[str, dict[str, set[str]]] = {}
        for source in self._sources:
            root, short = self.place(source)
            if source.name != _PACKAGE:
                held.setdefault(short.partition(".")[0], {}).setdefault(root, set()).add(short)
        found: set[tuple[str, str]] = set()
        for top, roots in held.items():
            kept: set[str] = set()
            for root in sorted(roots, key=lambda each: (each.count("/"), each)) if len(roots) > 1 else ():
                if kept.isdisjoint(roots[root]):
                    kept |= roots[root]
                else:
                    found.add((root, top))
        return found

    def name(self, source: SourceFile) -> str:
        root, name = self.place(source)
        if root == "" and self._outer:
            return f"{self._outer}.{name}" if name else self._outer
        return name

    def settle(self, contents: Callable[[], Iterable[bytes]]) -> None:
        """Decides whether the folders around packages are part of their names or roots themselves."""
        if self._roots_are_given:
            return
        doubtful, inner, started = self._doubtful(), self._started_inside, self._started_in() | self._in_sources()
        beside = None if self._outer else _quoted_beside(contents())
        extended = beside is not None
        if not doubtful and not inner and not started and not extended:
            return
        imported, quoted = _named(contents())
        for folder, (prefix, modules) in inner.items():
            named = modules & imported.keys()
            long = sum(count for name, count in imported.items() if name.startswith(f"{prefix}."))
            if len(named) >= FEWEST and sum(imported[name] for name in named) > long:
                self._roots.add(folder)
                self._outer = self._outer if folder else ""
        deeper = {
            one for one in self._packages if "/" in one and one.rpartition("/")[2] in (beside or ())
        } - self._roots
        self._roots |= self._imported_from_inside([*doubtful, *([""] if extended else [])], deeper, imported)
        names = [*imported.items(), *quoted.items()]
        for folder, (prefix, packages) in {**doubtful, **started}.items():
            long = sum(count for name, count in names if f"{name}.".startswith(f"{prefix}."))
            own = packages - self._of_others(folder, packages, imported)
            short = sum(count for name, count in imported.items() if name.partition(".")[0] in own)
            if short > long:
                self._roots.add(folder)
            elif long > short and folder in started:
                self._roots.discard(folder)

    def _of_others(self, folder: str, packages: set[str], imported: Counter[str]) -> set[str]:
        """Packages of a folder that are called as one from elsewhere: most of what is imported from below is not there.

        `shop/rest_framework/views.py` has nothing to do with `from rest_framework.routers import SimpleRouter`.
        """
        start = len(folder) + 1 if folder else 0
        inside = [_dotted(file[start:]) for file in self._files if _lies_in(file.rpartition("/")[0], folder)]
        there = {".".join(name.split(".")[:2]) for name in inside}
        below: dict[str, list[bool]] = {}
        for name in imported:
            top, _, more = name.partition(".")
            if more and top in packages:
                below.setdefault(top, []).append(f"{top}.{more.partition('.')[0]}" in there)
        return {top for top, held in below.items() if held.count(False) > held.count(True)}

    def _marked(self, found: Found) -> set[str]:
        roots = {source.folder for source in found.python if _manages(source)} | {""}
        folders = {source.folder for source in found.python}
        for project in found.projects:
            inner = _inner(project)
            has_inner = inner not in self._packages and any(_lies_in(folder, inner) for folder in folders)
            roots |= {project, inner} if has_inner else {project}
        return {root for root in roots if root == "" or root not in self._packages}

    def _packages_on_the_path(self, found: Found) -> dict[str, tuple[str, set[str]]]:
        """Packages that may be on the search path, too, with their names and the dotted modules inside of each.

        A program that is started inside of a package finds what lies there by short names (`orders.models`).
        """
        folders = {source.folder for source in found.python if _manages(source)} & self._packages
        folders |= {""} if self._outer else set()
        inside: dict[str, tuple[str, set[str]]] = {}
        for folder in folders:
            start = len(folder) + 1 if folder else 0
            names = {_dotted(source.file[start:]) for source in found.python if _lies_in(source.folder, folder)}
            prefix = ".".join(part for part in (self._outer, _dotted(folder)) if part)
            inside[folder] = prefix, {name for name in names if "." in name}
        return inside

    def _imported_from_inside(self, folders: Iterable[str], deeper: set[str], imported: Counter[str]) -> set[str]:
        """Packages of which the code imports what lies directly in them: their folder is set as a search path.

        Looked for in folders that may be roots, and in the outermost where code extends that path itself, and among the
        `deeper` ones that are named where it does. A name below which there is more (`celery.schedules`) than what lies
        in the package is that of another package.
        """
        found: set[str] = set()
        tops = {f"{folder}/{name}".strip("/") for folder in folders for name in self._tops.get(folder, ())}
        for package in tops | deeper if imported else ():
            inside = {_dotted(file[len(package) + 1 :]) for file in self._files if file.startswith(f"{package}/")}
            direct = {name.partition(".")[0] for name in inside} - sys.stdlib_module_names - {""}
            named = {name: count for name, count in imported.items() if name.partition(".")[0] in direct}
            others = {name.partition(".")[0] for name in named if name not in inside}
            own = {name: count for name, count in named.items() if name.partition(".")[0] not in others}
            parts = package.split("/")
            known = {".".join(parts[start:]) for start in range(len(parts))}
            long = sum(
                count for name, count in imported.items() if f"{name}.".startswith(tuple(f"{each}." for each in known))
            )
            if len({name.partition(".")[0] for name in own}) >= FEWEST and sum(own.values()) > long:
                found.add(package)
        return found

    def _started_in(self) -> dict[str, tuple[str, set[str]]]:
        """Folders without `__init__.py` that hold manage.py: code may still name what lies there by the folder, too."""
        started: dict[str, tuple[str, set[str]]] = {}
        for folder in self._manage & self._tops.keys():
            around = folder.rpartition("/")[0]
            root = self._root_of(around)
            prefix = _dotted(folder[len(root) + 1 :] if root else folder)
            if all(part.isidentifier() for part in prefix.split(".")):
                started[folder] = prefix, self._tops[folder] - sys.stdlib_module_names
        return started

    def _in_sources(self) -> dict[str, tuple[str, set[str]]]:
        """The `src` of projects that are packages, often by mistake: code may name what lies there by itself.

        A folder there is a package whether it has an `__init__.py` or not.
        """
        held: dict[str, tuple[str, set[str]]] = {}
        for folder in self._sources_inside:
            start = len(folder) + 1
            packages = {one.folder[start:].partition("/")[0] for one in self._sources if _lies_in(one.folder, folder)}
            packages.discard("")
            root = self._root_of(folder)
            held[folder] = _dotted(folder[len(root) + 1 :] if root else folder), packages - sys.stdlib_module_names
        return held

    def _top_packages(self) -> dict[str, set[str]]:
        """The packages that lie in no other package, by the folder around them."""
        tops: dict[str, set[str]] = {}
        for package in self._packages - {""}:
            folder, _, name = package.rpartition("/")
            if folder not in self._packages:
                tops.setdefault(folder, set()).add(name)
        return tops

    def _doubtful(self) -> dict[str, tuple[str, set[str]]]:
        """Folders that may be a root, with their own dotted name and the packages in them."""
        doubtful: dict[str, tuple[str, set[str]]] = {}
        for folder, packages in self._tops.items():
            root = self._root_of(folder)
            if root != folder and not (root == "" and self._outer):
                prefix = _dotted(folder[len(root) + 1 :] if root else folder)
                doubtful[folder] = prefix, packages - sys.stdlib_module_names
        return doubtful

    def _root_of(self, folder: str) -> str:
        while folder not in self._roots and folder:
            folder = folder.rpartition("/")[0]
        return folder


def _manages(source: SourceFile) -> bool:
    """Whether a program is started where this file lies: manage.py, or one for each of several settings."""
    return source.name == "manage.py" or source.name.startswith("manage-")  # no module has a dash in its name


def _inner(project: str) -> str:
    return f"{project}/src" if project else "src"


def _packages_around(root: Path) -> str:
    """The dotted name of the package that the analysed folder itself is, or ""."""
    names: list[str] = []
    while (root / _PACKAGE).is_file() and root.parent != root:
        names.insert(0, root.name)
        root = root.parent
    return ".".join(names)


def _dotted(path: str) -> str:
    """`a/b.py` as `a.b`, `a/__init__.py` as `a`."""
    bare = path.removesuffix(_PACKAGE).removesuffix(".py").strip("/")
    return bare.replace("/", ".")


def _lies_in(folder: str, outer: str) -> bool:
    return not outer or folder == outer or folder.startswith(f"{outer}/")


def _named(contents: Iterable[bytes]) -> tuple[Counter[str], Counter[str]]:
    """How often each dotted name is imported, and how often it is quoted, as settings do."""
    imported: Counter[bytes] = Counter()
    quoted: Counter[bytes] = Counter()
    for content in contents:
        imported.update(_IMPORTED.findall(content))
        quoted.update(_QUOTED.findall(content))
    return _decoded(imported), _decoded(quoted)


def _quoted_beside(contents: Iterable[bytes]) -> set[str] | None:
    """The last names of the paths that are quoted in files which extend the search path; None where none does."""
    extending = [content for content in contents if _EXTENDED in content]
    return {name.decode() for content in extending for name in _LAST_NAMES.findall(content)} if extending else None


def _decoded(counts: Counter[bytes]) -> Counter[str]:
    return Counter({name.decode(): count for name, count in counts.items()})
