"""Which files below a folder are sources?  The work tree without what is ignored, installed, built or left out."""

from __future__ import annotations

import os
import stat
from pathlib import Path
from typing import TYPE_CHECKING

import msgspec

from boundary.config import DEFAULT_EXCLUDE
from boundary.errors import InputError
from boundary.model.facts import Unreadable
from boundary.read import applications, named_tests, setup_files
from boundary.read.declared_files import is_declared
from boundary.read.ignore import RULES, Patterns, Rules, configured, rules_above, rules_in
from boundary.read.kinds import is_source, may_be_template

if TYPE_CHECKING:
    from collections.abc import Sequence

SIZE_LIMIT = 5_000_000
"""Bytes of the largest file that is read; what is larger was generated."""

PROJECT_FILES = frozenset({"pyproject.toml", "setup.py", "setup.cfg"})
"""A folder with one of these is the root of a project."""

_PLAINLY = os.O_RDONLY | getattr(os, "O_NOFOLLOW", 0) | getattr(os, "O_NONBLOCK", 0) | getattr(os, "O_BINARY", 0)
_NOT_SOURCES = frozenset({"__pycache__", "node_modules", "site-packages", "dist-packages"})
_INSTALLED = (".egg-info", ".dist-info", ".egg")


class SourceFile(msgspec.Struct, frozen=True):
    """One file to read: `path` as the system knows it, `file` relative to the root with forward slashes."""

    path: str
    file: str

    @property
    def folder(self) -> str:
        """The folder of the file, relative to the root; "" is the root."""
        return self.file.rpartition("/")[0]

    @property
    def name(self) -> str:
        """The file's own name."""
        return self.file.rpartition("/")[2]


class Found(msgspec.Struct):
    """What lies below `root`.

    `skipped` are links to what is read in its own place; `excluded` counts the sources that the settings leave out,
    of which `migrations` may still say something about the schema, and `named` are called like tests, which leaves
    them out by default (`named_tests.py`); `templates` are files that may be templates, `declared` those in
    which a framework is told what there is; `projects` are the folders that hold a PROJECT_FILES.
    """

    root: Path
    python: list[SourceFile] = msgspec.field(default_factory=list)
    sql: list[SourceFile] = msgspec.field(default_factory=list)
    migrations: list[SourceFile] = msgspec.field(default_factory=list)
    named: list[SourceFile] = msgspec.field(default_factory=list)
    templates: list[SourceFile] = msgspec.field(default_factory=list)
    declared: list[SourceFile] = msgspec.field(default_factory=list)
    unreadable: list[Unreadable] = msgspec.field(default_factory=list)
    skipped: list[Unreadable] = msgspec.field(default_factory=list)
    excluded: int = 0
    projects: set[str] = msgspec.field(default_factory=set)


def find(root: str | Path, *, exclude: Sequence[str] = DEFAULT_EXCLUDE, ignored_too: bool = False) -> Found:
    """The Python and SQL files below the folder `root`, or the file itself where `root` is one.

    `exclude` are patterns as in .gitignore, relative to `root`. With `ignored_too`, .gitignore files do not count.
    What cannot be read or followed is recorded with its reason. Files come in the order of their paths.
    Raises `InputError` where there is no such folder, `ConfigurationError` where a pattern is none.
    """
    place = _existing(root)
    if not place.is_dir():
        return _single(place)
    walk = Walk(place, exclude, ignored_too=ignored_too)
    walk.run()
    walk.found.python.sort(key=lambda source: source.file)
    walk.found.sql.sort(key=lambda source: source.file)
    walk.found.migrations.sort(key=lambda source: source.file)
    walk.found.templates.sort(key=lambda source: source.file)
    walk.found.declared.sort(key=lambda source: source.file)
    return walk.found


def load(source: SourceFile, limit: int = SIZE_LIMIT) -> bytes | Unreadable:
    """The bytes of a file, or why there are none.

    What was a file when its folder was listed may be a link or a pipe by now: neither is followed or waited for.
    """
    try:
        handle = os.open(source.path, _PLAINLY)
        try:
            seen = os.fstat(handle)
            if not stat.S_ISREG(seen.st_mode):
                return Unreadable(source.file, "is not a regular file")
            if seen.st_size > limit:
                return Unreadable(source.file, f"is larger than {limit / 1e6:g} MB ({seen.st_size / 1e6:.1f} MB)")
            content = _content(handle, seen.st_size, limit)
        finally:
            os.close(handle)
    except OSError as error:
        return Unreadable(source.file, f"cannot be opened: {error.strerror}")
    return (
        content if len(content) <= limit else Unreadable(source.file, f"grew past {limit / 1e6:g} MB while it was read")
    )


def _content(handle: int, size: int, limit: int) -> bytes:
    """All bytes of an open file that had `size`, or the first that are more than the limit."""
    content = os.read(handle, size + 1)
    while len(content) != size and len(content) <= limit:  # somebody writes it, or the system hands it over in parts
        more = os.read(handle, limit)
        if not more:
            break
        content += more
    return content


def _existing(root: str | Path) -> Path:
    try:
        place = Path(root).resolve(strict=True)
    except FileNotFoundError:
        raise InputError(f"{root}: no such file or folder") from None
    except (OSError, RuntimeError) as error:
        raise InputError(f"{root}: cannot be opened: {getattr(error, 'strerror', None) or error}") from None
    if not place.is_dir() and not (place.is_file() and is_source(place.name)):
        raise InputError(f"{root}: neither a folder nor a Python or SQL file")
    return place


def _single(place: Path) -> Found:
    source = SourceFile(str(place), place.name)
    found = Found(place.parent)
    (found.python if place.suffix == ".py" else found.sql).append(source)
    return found


class Walk:
    """Goes through the folders below a root; the methods with one underscore that read it may read it elsewhere."""

    def __init__(self, root: Path, exclude: Sequence[str], *, ignored_too: bool) -> None:
        self.found = Found(root)
        self._root = str(root)
        self._exclude = configured(exclude)
        self._usual = tuple(exclude) == DEFAULT_EXCLUDE
        self._renamed: dict[str, str] = {}
        """Folders that are applications in spite of their names, and what patterns are asked about instead."""
        self._ignored_too = ignored_too

    def run(self) -> None:
        """Find everything; the result is in `found`."""
        above = None if self._ignored_too else rules_above(self.found.root)
        waiting: list[tuple[str, Rules | None]] = [("", above)]
        while waiting:
            folder, rules = waiting.pop()
            waiting += self._folder(folder, rules)

    def _folder(self, folder: str, rules: Rules | None) -> list[tuple[str, Rules | None]]:
        """Takes in the files of one folder; returns the folders in it that are to be read too."""
        entries = self._entries(folder)
        names = {entry.name for entry in entries}
        if folder and _is_installed_or_built(folder, names):
            return []
        prefix = f"{folder}/" if folder else ""
        if not self._ignored_too and RULES in names:
            own = self._rules(folder)
            rules = Rules(own, rules, cut=len(prefix)) if own else rules
        marks = names & PROJECT_FILES
        if marks and (marks != {setup_files.NAME} or self._packages(prefix)):
            self.found.projects.add(folder)
        inner: list[tuple[str, Rules | None]] = []
        for entry in entries:
            path = prefix + entry.name
            if not _is_text(entry.name):
                self._refuse_name(entry, prefix)
            elif entry.is_symlink():
                self._link(entry, path, rules)
            elif entry.is_dir(follow_symlinks=False):
                if self._enters(entry.name, path, rules):
                    inner.append((path, rules))
            elif is_source(entry.name) or may_be_template(entry.name) or is_declared(path):
                self._file(entry, path, rules)
        return inner

    def _entries(self, folder: str) -> list[os.DirEntry[str]]:
        try:
            with os.scandir(os.path.join(self._root, folder) if folder else self._root) as listing:  # noqa: PTH118
                return sorted(listing, key=lambda entry: entry.name)
        except OSError as error:
            self.found.unreadable.append(Unreadable(folder or ".", f"folder cannot be listed: {error.strerror}"))
            return []

    def _rules(self, folder: str) -> Patterns | None:
        """The rules of a folder's own .gitignore."""
        return rules_in(Path(self._root, folder))

    def _packages(self, prefix: str) -> bool:
        """Whether the setup.py of a folder is one that packages a project."""
        file = prefix + setup_files.NAME
        content = load(SourceFile(os.path.join(self._root, file), file))  # noqa: PTH118
        return not isinstance(content, bytes) or setup_files.packages(content)

    def _count(self, folder: str) -> int:
        """How many sources lie below a folder that is left out."""
        return _count(os.path.join(self._root, folder))  # noqa: PTH118

    def _refuse_name(self, entry: os.DirEntry[str], prefix: str) -> None:
        name = os.fsencode(entry.name).decode(errors="backslashreplace")
        if is_source(entry.name) or entry.is_dir(follow_symlinks=False):
            self.found.unreadable.append(Unreadable(prefix + name, "its name is not UTF-8"))

    def _enters(self, name: str, path: str, rules: Rules | None) -> bool:
        """Whether a folder is to be read."""
        if name.startswith(".") or name in _NOT_SOURCES or name.endswith(_INSTALLED):
            return False
        if rules is not None and rules.ignore(f"{path}/"):
            return False
        if self._exclude.leave_out_all_in(f"{self._asked(path)}/") and not self._is_application(name, path):
            self.found.excluded += self._count(path)
            return False
        return True

    def _is_application(self, name: str, path: str) -> bool:
        """Whether a folder that is left out for its name alone is to be read all the same."""
        if not self._usual or name != applications.NAME:
            return False
        if not applications.is_application({entry.name for entry in self._entries(path)}):
            return False
        asked = self._asked(path).removesuffix(name) + applications.READ_AS
        if self._exclude.leave_out_all_in(f"{asked}/"):
            return False
        self._renamed[f"{path}/"] = f"{asked}/"
        return True

    def _is_named(self, name: str, path: str) -> bool:
        """Whether a file is left out for its own name alone."""
        if not self._usual or not named_tests.NAMED.fullmatch(name):
            return False
        return not self._exclude.verdict(self._asked(path).removesuffix(name) + named_tests.READ_AS)

    def _asked(self, path: str) -> str:
        """The path that patterns are asked about."""
        for folder, name in reversed(self._renamed.items()):
            if path.startswith(folder):
                return name + path.removeprefix(folder)
        return path

    def _file(self, entry: os.DirEntry[str], path: str, rules: Rules | None) -> None:
        if rules is not None and rules.ignore(path):
            return
        if not is_source(entry.name):
            if not self._exclude.verdict(self._asked(path)) and entry.is_file(follow_symlinks=False):
                other = self.found.declared if is_declared(path) else self.found.templates
                other.append(SourceFile(entry.path, path))
        elif self._exclude.verdict(self._asked(path)):
            self.found.excluded += 1
            if entry.name.endswith(".py") and "migrations" in path.split("/") and entry.is_file(follow_symlinks=False):
                self.found.migrations.append(SourceFile(entry.path, path))
            elif self._is_named(entry.name, path) and entry.is_file(follow_symlinks=False):
                self.found.named.append(SourceFile(entry.path, path))
        elif not entry.is_file(follow_symlinks=False):
            self.found.unreadable.append(Unreadable(path, "is not a regular file"))
        else:
            kind = self.found.python if entry.name.endswith(".py") else self.found.sql
            kind.append(SourceFile(entry.path, path))

    def _link(self, entry: os.DirEntry[str], path: str, rules: Rules | None) -> None:
        """Links are not followed: what they lead to is read in its own place, or lies outside."""
        is_folder = _leads_to_folder(entry)
        if not is_source(entry.name) and is_folder is False:
            return
        if entry.name.startswith(".") or entry.name in _NOT_SOURCES:
            return
        asked = path if is_folder is False else f"{path}/"
        if (rules is not None and rules.ignore(asked)) or self._exclude.verdict(self._asked(asked)):
            return
        if is_folder is None:
            self.found.unreadable.append(Unreadable(path, "is a symbolic link to itself"))
            return
        target = os.path.realpath(entry.path)
        if not os.path.exists(target):  # noqa: PTH110
            self.found.unreadable.append(Unreadable(path, "is a symbolic link to nothing"))
        elif not _is_inside(target, self._root) and not _is_inside(self._root, target):
            self.found.unreadable.append(Unreadable(path, "is a symbolic link out of the analysed folder"))
        elif _is_inside(os.path.join(self._root, path), target):  # noqa: PTH118
            self.found.unreadable.append(Unreadable(path, "is a symbolic link to a folder that holds it: a loop"))
        else:
            place = os.path.relpath(target, self._root).replace(os.sep, "/")
            self.found.skipped.append(Unreadable(path, f"is a symbolic link to {place}, which is read there"))


def _leads_to_folder(link: os.DirEntry[str]) -> bool | None:
    """Whether a link leads to a folder; None where it leads to itself."""
    try:
        return stat.S_ISDIR(link.stat().st_mode)
    except FileNotFoundError:
        return False
    except OSError:
        return None


def _is_inside(path: str, folder: str) -> bool:
    return path == folder or path.startswith(folder.rstrip(os.sep) + os.sep)


def _is_text(name: str) -> bool:
    return name.isascii() or not any("\ud800" <= letter <= "\udfff" for letter in name)


def _is_installed_or_built(folder: str, names: set[str]) -> bool:
    """A virtual environment, what `pip install --target` filled, or what a build left behind."""
    if "pyvenv.cfg" in names or "conda-meta" in names:
        return True
    if sum(name.endswith(".dist-info") for name in names) > 1:  # with one it may be a wheel that was unpacked
        return True
    is_build = folder.rpartition("/")[2] == "build" and "__init__.py" not in names
    return is_build and any(name.startswith(("bdist.", "lib")) for name in names)


def _count(folder: str) -> int:
    """How many sources lie below a folder that is left out."""
    return sum(is_source(name) for _, _, names in os.walk(folder) for name in names)
