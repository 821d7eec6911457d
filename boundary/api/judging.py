"""How is a monolith held against the contexts that it declares?"""

from __future__ import annotations

import time
from typing import TYPE_CHECKING

import msgspec

from boundary.api.analyst import Analyst, folder_of, settings_of, untold
from boundary.collector import collector_at_rest

if TYPE_CHECKING:
    from collections.abc import Sequence
    from concurrent.futures import Executor
    from pathlib import Path

    from boundary.api.analyst import Progress
    from boundary.check.entries import Entry
    from boundary.check.ratchet import Turned
    from boundary.config import Settings
    from boundary.model.findings import Judgement
    from boundary.review import Turn


def judge(
    path: str | Path,
    *,
    config: Settings | None = None,
    base: str | None = None,
    head: str | None = None,
    allow_accepted: bool = False,
    from_merge_base: bool = True,
    jobs: int | None = None,
    executor: Executor | None = None,
    cache: bool | str | Path = True,
    progress: Progress | None = None,
) -> Judgement:
    """Judge the monolith in the folder `path` by the contexts that its configuration declares.

    `base` is a git reference, or "auto": then only what is new since the work tree left it counts. Without one, the
    baseline says what is known. `head` names a commit to judge instead of the work tree. With `allow_accepted`, what
    the change itself adds to the baseline with a reason warns instead of failing. Without `from_merge_base`, the very
    commit that `base` names is compared with.

    Raises what `scan` raises, `HistoryError` where git cannot tell, and `BaselineError` where the baseline is broken.
    """
    from boundary import review

    started = time.perf_counter()
    analyst = Analyst(folder_of(path), settings_of(path, config), jobs, executor, cache, progress or untold)
    change = review.Change(base, head, from_merge_base=from_merge_base)
    with collector_at_rest():
        found = review.check(analyst, change, allow_accepted=allow_accepted)
    spent = msgspec.structs.replace(found.completeness, seconds=round(time.perf_counter() - started, 2))
    return msgspec.structs.replace(found, completeness=spent)


def write_baseline(
    path: str | Path,
    *,
    config: Settings | None = None,
    accept: Sequence[str] = (),
    reason: str | None = None,
    only_remove: bool = False,
    jobs: int | None = None,
    executor: Executor | None = None,
    cache: bool | str | Path = True,
    progress: Progress | None = None,
) -> Turned:
    """Bring the baseline up to date: what is gone goes, and nothing comes but what `accept` names by fingerprint.

    Where something else would have to come, nothing is written and it is in `refused`. A project without a baseline
    gets its first one. With `only_remove` nothing comes at all. Raises what `judge` raises.
    """
    from boundary import review

    analyst = Analyst(folder_of(path), settings_of(path, config), jobs, executor, cache, progress or untold)
    return review.write_baseline(analyst, accept=accept, reason=reason, only_remove=only_remove)


def baseline(path: str | Path, *, config: Settings | None = None) -> tuple[Entry, ...]:
    """The entries of the baseline. Raises `BaselineError` where there is none."""
    from boundary import review

    return review.read_baseline(folder_of(path), settings_of(path, config))


def baseline_history(path: str | Path, *, config: Settings | None = None, most: int = 30) -> tuple[Turn, ...]:
    """How the baseline has grown and shrunk, by commit, the newest first. Raises `HistoryError`."""
    from boundary import review

    return review.history(folder_of(path), settings_of(path, config), most)


def render_judgement(judgement: Judgement, format: str = "text") -> str:  # noqa: A002 - as the option is called
    """A judgement in one of the formats of `boundary check`."""
    from boundary.report.judgements import renderer

    return renderer(format)(judgement)


def rule_page(rule: str) -> str | None:
    """The page of documentation of a rule such as BND301; None where there is no such rule."""
    from boundary.check.rules import all_rules, page

    return page(rule.upper()) if rule.upper() in all_rules() else None
