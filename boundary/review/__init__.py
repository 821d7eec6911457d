"""How does a check go about it?  The work tree, the git base and the baseline brought together, for `api`.

The analysis itself is an argument: `api` owns it. What the base had is kept by the id of its tree, so that a base is
analysed once for all the checks against it.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import msgspec

from boundary.model.findings import Judgement
from boundary.review.base import Change, base_asked, both, changed, commit_of, entries_at, shown
from boundary.review.baseline import Turn, baseline_at, baseline_here, history, read_baseline, write_baseline
from boundary.review.seen import require_completeness, require_contexts, seen_in

if TYPE_CHECKING:
    from pathlib import Path

    from boundary.review.analyst import Analyst

__all__ = ["Change", "Turn", "check", "entries_at", "history", "read_baseline", "write_baseline"]


def check(analyst: Analyst, change: Change, *, allow_accepted: bool = False) -> Judgement:
    """Judge a work tree, or a commit, against a base, the baseline or nothing."""
    from boundary.check.evidence import files_shown, weighed
    from boundary.check.verdict import Before, judged
    from boundary.read.git import Repository
    from boundary.read.revision import revision

    settings = analyst.settings
    require_contexts(settings)
    repository = None if change.base is None and change.head is None else Repository(analyst.root)
    base = base_asked(repository, change) if repository is not None else None
    head = None if repository is None or change.head is None else commit_of(repository, change.head)
    if repository is not None and head is not None:
        surveyed = analyst.survey(revision(repository, analyst.root, head))
        accepted = baseline_at(repository, settings, head)
    else:
        surveyed = analyst.survey()
        accepted = baseline_here(analyst.root, settings)
    if repository is not None and base is not None:
        seen, before = both(analyst, repository, base.commit, surveyed)
    else:
        seen, before = seen_in(analyst, surveyed), Before()
    require_completeness(seen.completeness, settings)
    before = msgspec.structs.replace(before, baseline=accepted)
    examined = seen.examined
    findings = judged(examined, before, settings.rules, allow_accepted=allow_accepted)
    if repository is not None and base is not None:
        files = files_shown(findings, examined.definitions)
        changes = changed(repository, analyst.root, base.commit, change.head, files)
        findings = tuple(weighed(findings, examined.definitions, changes.touched))
    return Judgement(
        root=seen.root,
        prefix=prefix_of(analyst.root),
        base=None if base is None else shown(base),
        findings=findings,
        ignored=len(examined.waived),
        owners={context: each.owner for context, each in settings.contexts.items() if each.owner},
        contexts=tuple(settings.contexts),
        completeness=seen.completeness,
    )


def prefix_of(root: Path) -> str:
    """Where a folder lies in its repository: "" at the top, or where there is none."""
    for folder in (root, *root.parents):
        if (folder / ".git").exists():
            return root.relative_to(folder).as_posix().removeprefix(".")
    return ""
