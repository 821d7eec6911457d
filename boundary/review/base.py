"""What was there before?  The commit to compare with, what was found there, and what has changed since."""

from __future__ import annotations

from contextlib import nullcontext
from typing import TYPE_CHECKING

import msgspec

from boundary import config as configuration
from boundary.check.entries import Entry
from boundary.errors import BoundaryError, HistoryError
from boundary.review.baseline import baseline_at
from boundary.review.seen import question, seen_in

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from boundary.check.base import Base
    from boundary.check.verdict import Before
    from boundary.read.changes import Changes
    from boundary.read.git import Repository
    from boundary.read.sources import Survey
    from boundary.review.analyst import Analyst
    from boundary.review.seen import Seen


class Change(msgspec.Struct, frozen=True):
    """What to compare: from the reference `base` (or where it was left) to the commit `head`, or the work tree."""

    base: str | None = None
    head: str | None = None
    from_merge_base: bool = msgspec.field(default=True)


def base_asked(repository: Repository, change: Change) -> Base | None:
    """The commit to compare with, and how it is called; None where nothing is to be compared with."""
    from boundary.check.base import Base, base_of

    if change.base is None:
        return None
    if change.from_merge_base:
        return base_of(repository, change.base, commit_of(repository, change.head or "HEAD"))
    return Base(commit_of(repository, change.base), change.base)


def shown(base: Base) -> str:
    """How a report calls the base."""
    return f"{base.name} ({base.commit[:12]})" if base.name != base.commit else base.commit[:12]


def commit_of(repository: Repository, reference: str) -> str:
    """The commit that is called so. Raises `HistoryError` where this clone has none."""
    commit = repository.commit(reference)
    if commit is None and reference == "HEAD":
        raise HistoryError("the repository has no commit yet: there is nothing to compare with")
    if commit is None:
        raise HistoryError(f"{reference} is no commit of this clone; git fetch origin {reference}")
    return commit


def both(analyst: Analyst, repository: Repository, commit: str, surveyed: Survey) -> tuple[Seen, Before]:
    """What a survey comes to, and what was there at the base: both at once, where that one has to be analysed, too."""
    from boundary.check.verdict import Before

    key = _key(analyst, repository, commit)
    entries = _kept(analyst, key)
    with nullcontext(lambda: None) if entries is not None else analyst.beside(commit, surveyed) as answer:
        seen = seen_in(analyst, surveyed)
        if entries is None and (found := answer()) is not None:
            entries = msgspec.msgpack.decode(found, type=tuple[Entry, ...])
    return seen, Before(
        base=_found(analyst, repository, commit, key) if entries is None else entries,
        baseline_at_base=baseline_at(repository, analyst.settings, commit),
        patterns=_patterns_at(repository, analyst.root, commit),
    )


def entries_at(analyst: Analyst, repository: Repository, commit: str) -> tuple[Entry, ...]:
    """The findings of a commit under today's configuration, remembered by its tree."""
    key = _key(analyst, repository, commit)
    kept = _kept(analyst, key)
    return _found(analyst, repository, commit, key) if kept is None else kept


def _key(analyst: Analyst, repository: Repository, commit: str) -> str:
    """Under which name the findings of a commit are kept."""
    from boundary.read.revision import plain_identity, revision

    identity = plain_identity(repository, commit) or revision(repository, analyst.root, commit).identity
    return f"base {identity} {question(analyst)}"


def _kept(analyst: Analyst, key: str) -> tuple[Entry, ...] | None:
    """What an earlier run has found; None where none has."""
    kept = analyst.store().load_result(key)
    return None if kept is None else msgspec.msgpack.decode(kept, type=tuple[Entry, ...])


def _found(analyst: Analyst, repository: Repository, commit: str, key: str) -> tuple[Entry, ...]:
    """The findings of a commit, which are kept then."""
    from boundary.check.entries import entry_of
    from boundary.read.revision import revision

    seen = seen_in(analyst, analyst.survey(revision(repository, analyst.root, commit)))
    entries = tuple(entry_of(finding) for finding in seen.examined.findings)
    analyst.store().save_result(key, msgspec.msgpack.encode(entries))
    return entries


def _patterns_at(repository: Repository, root: Path, commit: str) -> frozenset[tuple[str, str]]:
    """The patterns of the base's own configuration, as `key` and pattern; none where it has none that can be read."""
    top = root
    for _ in repository.prefix.split("/") if repository.prefix else ():
        top = top.parent
    for folder in (root, *root.parents):
        if not folder.is_relative_to(top):
            break
        for name in (configuration.OWN_FILE, configuration.SHARED_FILE):
            content = repository.file(commit, (folder / name).relative_to(top).as_posix())
            try:
                settings = configuration.parse_text(content, name) if content is not None else None
            except BoundaryError:
                return frozenset()
            if settings is not None:
                return frozenset(
                    (f"contexts.{context}.{key}", pattern)
                    for context, each in settings.contexts.items()
                    for key in ("modules", "tables", "public")
                    for pattern in getattr(each, key)
                )
    return frozenset()


def changed(repository: Repository, root: Path, base: str, head: str | None, files: set[str]) -> Changes:
    """The files that are shown, of the base beside those of the head, or of the work tree."""
    from boundary.read.changes import Changes

    def at(commit: str) -> Callable[[str], bytes | None]:
        place = f"{repository.prefix}/" if repository.prefix else ""
        found = repository.files(commit, (place + file for file in files))
        return lambda file: found.get(place + file)

    def here(file: str) -> bytes | None:
        try:
            return (root / file).read_bytes()
        except OSError:
            return None

    return Changes(at(base), here if head is None else at(commit_of(repository, head)))
