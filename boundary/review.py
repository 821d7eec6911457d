"""How does a check go about it?  The work tree, the git base and the baseline brought together, for `api`.

The analysis itself is an argument: `api` owns it. What the base had is kept by the id of its tree, so that a base is
analysed once for all the checks against it.
"""

from __future__ import annotations

from contextlib import nullcontext
from datetime import UTC, datetime
from typing import TYPE_CHECKING

import msgspec

from boundary import config as configuration
from boundary.check.examine import Examined
from boundary.errors import BaselineError, BoundaryError, ConfigurationError, HistoryError, IncompleteError
from boundary.model.findings import Judgement
from boundary.model.scan import Completeness

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence
    from contextlib import AbstractContextManager
    from pathlib import Path
    from typing import Protocol

    from boundary.check.base import Base
    from boundary.check.entries import Entry
    from boundary.check.ratchet import Turned
    from boundary.check.verdict import Before
    from boundary.config import Settings
    from boundary.model.scan import Scan
    from boundary.read.changes import Changes
    from boundary.read.git import Repository
    from boundary.read.revision import Revision
    from boundary.read.sources import Survey
    from boundary.read.store import Store

    class Analyst(Protocol):
        """What analyses a folder with a configuration."""

        root: Path
        settings: Settings

        @property
        def identity(self) -> str:
            """Changes with what an analysis depends on, the sources excepted."""

        def survey(self, of: Revision | None = None) -> Survey:
            """What there is in the work tree, or at a revision."""

        def scan(self, surveyed: Survey) -> Scan:
            """The analysis of a survey."""

        def keeps(self, surveyed: Survey) -> bool:
            """Whether the analysis of a survey was complete, and so is kept for the next run."""

        def beside(self, commit: str, surveyed: Survey) -> AbstractContextManager[Callable[[], bytes | None]]:
            """`entries_at` of a commit, found in another process while a survey is analysed in the block."""

        def store(self) -> Store:
            """Where results are kept."""


class Change(msgspec.Struct, frozen=True):
    """What to compare: from the reference `base` (or where it was left) to the commit `head`, or the work tree."""

    base: str | None = None
    head: str | None = None
    from_merge_base: bool = msgspec.field(default=True)


class Seen(msgspec.Struct, frozen=True):
    """What one tree of sources comes to under the declared contexts."""

    root: str
    completeness: Completeness
    examined: Examined


class Turn(msgspec.Struct, frozen=True):
    """One commit that changed the baseline: how many entries it added and removed, and how many there were then."""

    commit: str
    day: str
    subject: str
    added: int
    removed: int
    entries: int


def check(analyst: Analyst, change: Change, *, allow_accepted: bool = False) -> Judgement:
    """Judge a work tree, or a commit, against a base, the baseline or nothing."""
    from boundary.check.evidence import files_shown, weighed
    from boundary.check.verdict import Before, judged
    from boundary.read.git import Repository
    from boundary.read.revision import revision

    settings = analyst.settings
    _require_contexts(settings)
    repository = None if change.base is None and change.head is None else Repository(analyst.root)
    base = _base(repository, change) if repository is not None else None
    head = None if repository is None or change.head is None else _commit(repository, change.head)
    if repository is not None and head is not None:
        surveyed = analyst.survey(revision(repository, analyst.root, head))
        accepted = _baseline_at(repository, analyst.root, settings, head)
    else:
        surveyed = analyst.survey()
        accepted = _baseline_here(analyst.root, settings)
    if repository is not None and base is not None:
        seen, before = _both(analyst, repository, base.commit, surveyed)
    else:
        seen, before = _seen(analyst, surveyed), Before()
    _require_completeness(seen.completeness, settings)
    before = msgspec.structs.replace(before, baseline=accepted)
    examined = seen.examined
    findings = judged(examined, before, settings.rules, allow_accepted=allow_accepted)
    if repository is not None and base is not None:
        shown = files_shown(findings, examined.definitions)
        changes = _changes(repository, analyst.root, base.commit, change.head, shown)
        findings = tuple(weighed(findings, examined.definitions, changes.touched))
    return Judgement(
        root=seen.root,
        prefix=_prefix(analyst.root),
        base=None if base is None else _shown(base),
        findings=findings,
        ignored=len(examined.waived),
        owners={context: each.owner for context, each in settings.contexts.items() if each.owner},
        contexts=tuple(settings.contexts),
        completeness=seen.completeness,
    )


def write_baseline(analyst: Analyst, *, accept: Sequence[str], reason: str | None, only_remove: bool) -> Turned:
    """Bring the baseline up to date, unless something is refused; see `api.write_baseline`."""
    from boundary.check import baseline, ratchet
    from boundary.check.verdict import against_baseline

    settings = analyst.settings
    _require_contexts(settings)
    held = _baseline_here(analyst.root, settings)
    committed = _committed(analyst.root, settings) if held is None else None
    seen = _seen(analyst, analyst.survey())
    if seen.completeness.unreadable:
        one = seen.completeness.unreadable[0]
        raise BaselineError(f"{one}; a baseline is only written from a complete analysis")
    today = datetime.now(tz=UTC).date().isoformat()
    known = held if held is not None else committed
    if known is None:
        if only_remove:
            raise BaselineError(f"{settings.baseline}: there is no baseline to prune")
        turned = ratchet.first(seen.examined.findings, today)
    else:
        compared = against_baseline(seen.examined, known)
        turned = ratchet.pruned(compared) if only_remove else ratchet.written(compared, accept, reason, today)
    if not turned.refused:
        _replace(analyst.root / settings.baseline, baseline.files(turned.entries))
    return turned


def read_baseline(root: Path, settings: Settings) -> tuple[Entry, ...]:
    """The entries of the baseline. Raises `BaselineError` where there is none."""
    held = _baseline_here(root, settings)
    if held is None:
        raise BaselineError(f"{settings.baseline}: there is no baseline; boundary baseline write makes one")
    return held


def history(root: Path, settings: Settings, most: int) -> tuple[Turn, ...]:
    """The commits that changed the baseline, the newest first."""
    from boundary.read.git import Repository

    repository = Repository(root)
    log = repository.log(_below(repository, settings.baseline), most + 1)
    states = [{entry.id for entry in _baseline_at(repository, root, settings, commit) or ()} for commit, _, _ in log]
    turns = []
    for number, (commit, day, subject) in enumerate(log[:most]):
        older = states[number + 1] if number + 1 < len(states) else set()
        now = states[number]
        turns.append(Turn(commit, day, subject, len(now - older), len(older - now), len(now)))
    return tuple(turns)


# --- the base -----------------------------------------------------------------------------------------


def _prefix(root: Path) -> str:
    """Where a folder lies in its repository: "" at the top, or where there is none."""
    for folder in (root, *root.parents):
        if (folder / ".git").exists():
            return root.relative_to(folder).as_posix().removeprefix(".")
    return ""


def _changes(repository: Repository, root: Path, base: str, head: str | None, shown: set[str]) -> Changes:
    """The files that are shown, of the base beside those of the head, or of the work tree."""
    from boundary.read.changes import Changes

    def at(commit: str) -> Callable[[str], bytes | None]:
        place = f"{repository.prefix}/" if repository.prefix else ""
        found = repository.files(commit, (place + file for file in shown))
        return lambda file: found.get(place + file)

    def here(file: str) -> bytes | None:
        try:
            return (root / file).read_bytes()
        except OSError:
            return None

    return Changes(at(base), here if head is None else at(_commit(repository, head)))


def _base(repository: Repository, change: Change) -> Base | None:
    """The commit to compare with, and how it is called; None where nothing is to be compared with."""
    from boundary.check.base import Base, base_of

    if change.base is None:
        return None
    if change.from_merge_base:
        return base_of(repository, change.base, _commit(repository, change.head or "HEAD"))
    return Base(_commit(repository, change.base), change.base)


def _shown(base: Base) -> str:
    return f"{base.name} ({base.commit[:12]})" if base.name != base.commit else base.commit[:12]


def _both(analyst: Analyst, repository: Repository, commit: str, surveyed: Survey) -> tuple[Seen, Before]:
    """What a survey comes to, and what was there at the base: both at once, where that one has to be analysed, too."""
    from boundary.check.entries import Entry
    from boundary.check.verdict import Before

    entries = _kept_entries(analyst, repository, commit)
    with nullcontext(lambda: None) if entries is not None else analyst.beside(commit, surveyed) as answer:
        seen = _seen(analyst, surveyed)
        if entries is None and (found := answer()) is not None:
            entries = msgspec.msgpack.decode(found, type=tuple[Entry, ...])
    return seen, Before(
        base=entries_at(analyst, repository, commit) if entries is None else entries,
        baseline_at_base=_baseline_at(repository, analyst.root, analyst.settings, commit),
        patterns=_patterns_at(repository, analyst.root, commit),
    )


def _commit(repository: Repository, reference: str) -> str:
    commit = repository.commit(reference)
    if commit is None and reference == "HEAD":
        raise HistoryError("the repository has no commit yet: there is nothing to compare with")
    if commit is None:
        raise HistoryError(f"{reference} is no commit of this clone; git fetch origin {reference}")
    return commit


def entries_at(analyst: Analyst, repository: Repository, commit: str) -> tuple[Entry, ...]:
    """The findings of a commit under today's configuration, remembered by its tree."""
    from boundary.check.entries import entry_of
    from boundary.read.revision import revision

    kept = _kept_entries(analyst, repository, commit)
    if kept is not None:
        return kept
    seen = _seen(analyst, analyst.survey(revision(repository, analyst.root, commit)))
    entries = tuple(entry_of(finding) for finding in seen.examined.findings)
    analyst.store().save_result(_entries_key(analyst, repository, commit), msgspec.msgpack.encode(entries))
    return entries


def _kept_entries(analyst: Analyst, repository: Repository, commit: str) -> tuple[Entry, ...] | None:
    """The findings of a commit as an earlier run has kept them; None where none has."""
    from boundary.check.entries import Entry

    kept = analyst.store().load_result(_entries_key(analyst, repository, commit))
    return None if kept is None else msgspec.msgpack.decode(kept, type=tuple[Entry, ...])


def _entries_key(analyst: Analyst, repository: Repository, commit: str) -> str:
    from boundary.read.revision import plain_identity, revision

    identity = plain_identity(repository, commit) or revision(repository, analyst.root, commit).identity
    return f"base {identity} {_question(analyst)}"


def _seen(analyst: Analyst, surveyed: Survey) -> Seen:
    """What a survey comes to, remembered by the contents of its files."""
    from boundary.check.examine import examine
    from boundary.check.picture import Picture

    key = f"seen {surveyed.digest} {_question(analyst)}"
    kept = surveyed.store.load_result(key)
    if kept is not None:
        return msgspec.msgpack.decode(kept, type=Seen)
    scan = analyst.scan(surveyed)
    examined = examine(Picture(scan, analyst.settings.contexts, surveyed.ignores), analyst.settings.rules)
    seen = Seen(scan.root, scan.completeness, examined)
    if analyst.keeps(surveyed):
        surveyed.store.save_result(key, msgspec.msgpack.encode(seen))
    return seen


def _question(analyst: Analyst) -> str:
    """Changes with all that findings depend on beside the sources: ignores end with their day."""
    today = datetime.now(tz=UTC).date().isoformat()
    return f"{analyst.identity} {configuration.to_toml(analyst.settings)} {today}"


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


# --- the baseline -------------------------------------------------------------------------------------


def _baseline_here(root: Path, settings: Settings) -> tuple[Entry, ...] | None:
    from boundary.check import baseline

    return baseline.read(root / settings.baseline)


def _baseline_at(repository: Repository, root: Path, settings: Settings, commit: str) -> tuple[Entry, ...] | None:
    """The baseline as it was at a commit; None where there was none."""
    from boundary.check import baseline

    del root
    folder = _below(repository, settings.baseline)
    tree = repository.tree(commit, folder)
    if tree is None:
        return None
    items = [item for item in repository.items(tree) if item.is_file and item.path.endswith(baseline.SUFFIX)]
    contents = repository.contents(item.id for item in items)
    files = {f"{folder}/{item.path}": content for item, content in zip(items, contents, strict=True)}
    try:
        return baseline.parse({name: content for name, content in files.items() if content is not None})
    except BaselineError as error:
        raise BaselineError(f"at {commit[:12]}: {error}") from None


def _committed(root: Path, settings: Settings) -> tuple[Entry, ...] | None:
    """The baseline that the last commit has: removing the folder does not make a first one possible again."""
    from boundary.read.git import Repository

    try:
        repository = Repository(root)
    except HistoryError:
        return None
    head = repository.commit("HEAD")
    return _baseline_at(repository, root, settings, head) if head else None


def _below(repository: Repository, baseline: str) -> str:
    """Where the baseline lies in its repository."""
    import posixpath

    return posixpath.normpath(posixpath.join(repository.prefix, baseline))


def _replace(folder: Path, files: dict[str, bytes]) -> None:
    """Make a folder hold these files of a baseline and no others.

    A first baseline comes all at once: half of one would refuse the other half as new. Later ones file by file: what a
    killed run leaves is between the two, and the next run ends it.
    """
    from boundary.check.baseline import SUFFIX
    from boundary.report.atomic import replace, replace_folder

    if not folder.exists():
        replace_folder(folder, files)
        return
    for name, content in files.items():
        if not (folder / name).exists() or (folder / name).read_bytes() != content:
            replace(folder / name, content)
    for file in folder.glob(f"*{SUFFIX}"):
        if file.name not in files:
            file.unlink()


def _require_completeness(done: Completeness, settings: Settings) -> None:
    """Refuse to judge by an analysis that understood less than the project asks for."""
    asked = (
        (
            "calls",
            "least-calls-understood",
            settings.least_calls_understood,
            done.calls,
            done.calls_resolved + done.calls_external,
        ),
        ("SQL", "least-sql-understood", settings.least_sql_understood, done.sql_strings, done.sql_understood),
    )
    for what, key, least, whole, part in asked:
        if whole and 100 * part < least * whole:
            raise IncompleteError(f"{100 * part // whole} % of {what} understood, and {key} asks for {least} %")


def _require_contexts(settings: Settings) -> None:
    from boundary.check.rules import all_rules

    if not settings.contexts:
        raise ConfigurationError(
            "no contexts are declared, so there is no boundary to check: boundary init writes those of a split, "
            "or write [tool.boundary.contexts.NAME] with modules = [...]"
        )
    for rule in settings.rules:
        if rule not in all_rules():
            hint = configuration.did_you_mean(rule, list(all_rules()))
            raise ConfigurationError(f"rules.{rule}: no such rule{hint}")
