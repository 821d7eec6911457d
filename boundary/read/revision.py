"""What did the sources say at a commit?  The tree of a git revision, found and read as a work tree is.

The same rules decide which files are sources: installed and built folders, .gitignore (as it was), `exclude`. Links are
not followed. A submodule is read at the commit that the tree names, where its repository is here.
"""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import msgspec

from boundary.config import DEFAULT_EXCLUDE
from boundary.errors import HistoryError
from boundary.model.facts import Unreadable
from boundary.read.code_digests import digest
from boundary.read.files import SIZE_LIMIT, SourceFile, Walk
from boundary.read.git import Repository, TreeItem
from boundary.read.ignore import RULES, rules_of
from boundary.read.kinds import is_source
from boundary.read.plugins import plugins_in
from boundary.read.sources import surveyed, with_named
from boundary.read.template_files import in_folders_of_templates

if TYPE_CHECKING:
    import os
    from collections.abc import Sequence

    from boundary.read.ignore import Patterns, Rules
    from boundary.read.sources import Survey


class Revision(msgspec.Struct, frozen=True):
    """The tree of a commit below the analysed folder `root`: its files by path, with the repository of each."""

    root: Path
    commit: str
    tree: str
    items: dict[str, tuple[TreeItem, Repository]]
    missing: tuple[Unreadable, ...] = ()

    @property
    def identity(self) -> str:
        """Changes whenever anything in the tree does; submodules that are not here count."""
        return digest(self.tree.encode(), *(str(each).encode() for each in self.missing)).hex()


def plain_identity(repository: Repository, commit: str) -> str | None:
    """The identity of a commit's revision without listing its tree; None where it may hold submodules, or nothing."""
    tree = repository.tree(commit)
    if tree is None or repository.tree(commit, ".gitmodules") is not None:
        return None
    return digest(tree.encode()).hex()


def revision(repository: Repository, root: Path, commit: str) -> Revision:
    """The tree of a commit. Raises `HistoryError` where the folder did not exist there, with its name."""
    tree = repository.tree(commit)
    if tree is None:
        place = repository.prefix or "the folder"
        raise HistoryError(f"{place} is not in {commit[:12]}: there is nothing to compare with")
    items: dict[str, tuple[TreeItem, Repository]] = {}
    missing: list[Unreadable] = []
    _take_in(repository, root, tree, "", items, missing)
    return Revision(root, commit, tree, items, tuple(missing))


def _take_in(  # noqa: PLR0913, PLR0917 - one recursive step with where it stands and what it fills
    repository: Repository,
    root: Path,
    tree: str,
    prefix: str,
    items: dict[str, tuple[TreeItem, Repository]],
    missing: list[Unreadable],
) -> None:
    for item in repository.items(tree):
        path = prefix + item.path
        if not item.is_submodule:
            items[path] = item, repository
            continue
        place = root / path
        if not (place / ".git").exists():
            continue  # not checked out: not in the work tree's analysis either
        try:
            inner = Repository(place)
            below = inner.tree(item.id, "")
        except HistoryError:
            below = None
        if below is None:
            words = f"is a submodule at {item.id[:12]}, which is not here: git -C {path} fetch origin {item.id}"
            missing.append(Unreadable(path, words))
        else:
            _take_in(inner, place, below, f"{path}/", items, missing)


def survey_revision(
    of: Revision,
    *,
    exclude: Sequence[str] = DEFAULT_EXCLUDE,
    source_roots: Sequence[str] = (),
    cache: bool | Path = True,
) -> Survey:
    """What `survey` says of a work tree, said of a revision.

    Raises `HistoryError`, with the way out, where this clone has been made without the contents.
    """
    walk = _TreeWalk(of, exclude)
    walk.run()
    found = walk.found
    found.python.sort(key=lambda source: source.file)
    found.sql.sort(key=lambda source: source.file)
    found.migrations.sort(key=lambda source: source.file)
    found.templates.sort(key=lambda source: source.file)
    found.declared.sort(key=lambda source: source.file)
    unreadable = [*found.unreadable, *of.missing]
    python, sql = (_loaded(of, sources, unreadable) for sources in (found.python, found.sql))
    python = with_named(found, python, lambda file: _content(of, file))
    migrations = _loaded(of, found.migrations, [])
    found.templates = in_folders_of_templates(found.templates, python.values())
    templates = _loaded(of, found.templates, unreadable)
    declared = _loaded(of, found.declared, unreadable)
    plugins = plugins_in(lambda file: _content(of, file))
    return surveyed(found, python, sql, migrations, templates, declared, unreadable, source_roots, cache, plugins)


def _content(of: Revision, file: str) -> bytes | None:
    """The content of one small file; None where there is none."""
    item, repository = of.items.get(file, (None, None))
    if item is None or repository is None or not item.is_file:
        return None
    content = next(iter(repository.contents([item.id])))
    return content if content is not None and len(content) < SIZE_LIMIT else None


def _loaded(of: Revision, sources: list[SourceFile], unreadable: list[Unreadable]) -> dict[str, bytes]:
    """The contents by path, one question for each repository."""
    contents: dict[str, bytes | None] = {}
    by_repository: dict[int, tuple[Repository, list[str]]] = {}
    for source in sources:
        repository = of.items[source.file][1]
        by_repository.setdefault(id(repository), (repository, []))[1].append(source.file)
    for repository, files in by_repository.values():
        contents |= zip(files, repository.contents(of.items[file][0].id for file in files), strict=True)
    left_out = [file for file, content in contents.items() if content is None]
    if left_out:
        raise HistoryError(
            f"this clone was made without contents, and {left_out[0]} of {of.commit[:12]} is not in it: "
            f"git diff --stat {of.commit} HEAD"
        )
    found: dict[str, bytes] = {}
    for source in sources:
        content = contents[source.file] or b""
        if len(content) > SIZE_LIMIT:
            limit, size = SIZE_LIMIT / 1e6, len(content) / 1e6
            unreadable.append(Unreadable(source.file, f"is larger than {limit:g} MB ({size:.1f} MB)"))
        else:
            found[source.file] = content
    return found


class _Entry:
    """An entry of a tree, asked as `os.DirEntry` is."""

    def __init__(self, name: str, path: str, item: TreeItem | None) -> None:
        self.name, self.path, self._item = name, path, item

    def is_symlink(self) -> bool:
        return self._item is not None and self._item.is_link

    def is_dir(self, *, follow_symlinks: bool = True) -> bool:
        del follow_symlinks
        return self._item is None

    def is_file(self, *, follow_symlinks: bool = True) -> bool:
        del follow_symlinks
        return self._item is not None and self._item.is_file


class _TreeWalk(Walk):
    """Goes through the folders of a tree."""

    def __init__(self, of: Revision, exclude: Sequence[str]) -> None:
        super().__init__(of.root, exclude, ignored_too=False)
        self._of = of
        self._folders: dict[str, dict[str, _Entry]] = {}
        for path, (item, _) in of.items.items():
            self._place(path, item)

    def _place(self, path: str, item: TreeItem | None) -> None:
        folder, _, name = path.rpartition("/")
        known = self._folders.get(folder)
        if known is None:
            known = self._folders[folder] = {}
            if folder:
                self._place(folder, None)
        known[name] = _Entry(name, path, item)

    def _entries(self, folder: str) -> list[os.DirEntry[str]]:
        return sorted(self._folders.get(folder, {}).values(), key=lambda entry: entry.name)  # type: ignore[arg-type]

    def _rules(self, folder: str) -> Patterns | None:
        item, repository = self._of.items[f"{folder}/{RULES}" if folder else RULES]
        content = next(iter(repository.contents([item.id]))) if item.is_file else None
        return rules_of(content) if content is not None else None

    def _count(self, folder: str) -> int:
        return sum(path.startswith(f"{folder}/") and is_source(path) for path in self._of.items)

    def _link(self, entry: os.DirEntry[str], path: str, rules: Rules | None) -> None:
        """Links are not followed, as in the work tree."""
