"""What has been found and left for later?  The baseline of the work tree or of a commit, written anew, its history."""

from __future__ import annotations

from datetime import UTC, datetime
from typing import TYPE_CHECKING

import msgspec

from boundary.errors import BaselineError, HistoryError
from boundary.review.seen import require_contexts, seen_in

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

    from boundary.check.entries import Entry
    from boundary.check.ratchet import Turned
    from boundary.config import Settings
    from boundary.read.git import Repository
    from boundary.review.analyst import Analyst


class Turn(msgspec.Struct, frozen=True):
    """One commit that changed the baseline: how many entries it added and removed, and how many there were then."""

    commit: str
    day: str
    subject: str
    added: int
    removed: int
    entries: int


def write_baseline(analyst: Analyst, *, accept: Sequence[str], reason: str | None, only_remove: bool) -> Turned:
    """Bring the baseline up to date, unless something is refused; see `api.write_baseline`."""
    from boundary.check import baseline, ratchet
    from boundary.check.verdict import against_baseline

    settings = analyst.settings
    require_contexts(settings)
    held = baseline_here(analyst.root, settings)
    committed = _committed(analyst.root, settings) if held is None else None
    seen = seen_in(analyst, analyst.survey())
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
    held = baseline_here(root, settings)
    if held is None:
        raise BaselineError(f"{settings.baseline}: there is no baseline; boundary baseline write makes one")
    return held


def history(root: Path, settings: Settings, most: int) -> tuple[Turn, ...]:
    """The commits that changed the baseline, the newest first."""
    from boundary.read.git import Repository

    repository = Repository(root)
    log = repository.log(_below(repository, settings.baseline), most + 1)
    states = [{entry.id for entry in baseline_at(repository, settings, commit) or ()} for commit, _, _ in log]
    turns = []
    for number, (commit, day, subject) in enumerate(log[:most]):
        older = states[number + 1] if number + 1 < len(states) else set()
        now = states[number]
        turns.append(Turn(commit, day, subject, len(now - older), len(older - now), len(now)))
    return tuple(turns)


def baseline_here(root: Path, settings: Settings) -> tuple[Entry, ...] | None:
    """The baseline of the work tree; None where there is none."""
    from boundary.check import baseline

    return baseline.read(root / settings.baseline)


def baseline_at(repository: Repository, settings: Settings, commit: str) -> tuple[Entry, ...] | None:
    """The baseline as it was at a commit; None where there was none."""
    from boundary.check import baseline

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
    return baseline_at(repository, settings, head) if head else None


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
