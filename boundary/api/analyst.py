"""How is one folder analysed?  Read, linked and split; what was found out before is not found out again."""

from __future__ import annotations

import logging
import time
from contextlib import nullcontext
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING

import msgspec

from boundary.api.linked import linked, prepare, skeletons_of, state_of_libraries
from boundary.collector import collector_at_rest
from boundary.config import load, to_toml
from boundary.errors import InputError

if TYPE_CHECKING:
    from collections.abc import Callable
    from concurrent.futures import Executor
    from contextlib import AbstractContextManager

    from boundary.config import Settings, Weights
    from boundary.model.scan import Scan
    from boundary.read.revision import Revision
    from boundary.read.sources import Survey
    from boundary.read.store import Store

    Progress = Callable[[str, int, int | None], None]
    """Called with a stage, how much of it is done and of how much, which may not be known."""

logger = logging.getLogger("boundary")


class Analyst:
    """Analyses one folder with one configuration: its work tree, or a revision of it.

    With `splits`, the strict split is found too; what was kept without one gets it then.
    """

    def __init__(  # noqa: PLR0917 - what every analysis is given
        self,
        root: Path,
        settings: Settings,
        jobs: int | None,
        executor: Executor | None,
        cache: Path | str | bool,  # noqa: FBT001 - as the caller of `scan` wrote it
        tell: Progress,
        *,
        splits: bool = False,
    ) -> None:
        self.root, self.settings = root, settings
        self._splits = splits
        self._jobs, self._executor, self._tell = jobs, executor, tell
        self._cache = Path(cache) if isinstance(cache, str) else cache

    def survey(self, of: Revision | None = None) -> Survey:
        """The sources of the work tree, or of a revision, found and hashed."""
        settings = self.settings
        if of is not None:
            from boundary.read.revision import survey_revision

            self._tell("reading the base", 0, None)
            return survey_revision(of, exclude=settings.exclude, source_roots=settings.source_roots, cache=self._cache)
        from boundary.read.sources import survey

        self._tell("finding files", 0, None)
        return survey(self.root, exclude=settings.exclude, source_roots=settings.source_roots, cache=self._cache)

    def scan(self, surveyed: Survey) -> Scan:
        """The analysis of a survey, known or new."""
        started = time.perf_counter()
        key = self._key(surveyed)
        known = _recalled(surveyed.store, key) or self._moved(surveyed, key)
        found = self._found(surveyed, key) if known is None else self._completed(known, surveyed.store, key)
        for note in surveyed.store.notes:
            logger.warning(note)
        spent = msgspec.structs.replace(found.completeness, seconds=round(time.perf_counter() - started, 2))
        return msgspec.structs.replace(found, completeness=spent)

    def keeps(self, surveyed: Survey) -> bool:
        """Whether the analysis of a survey was complete, and so is kept for the next run."""
        return surveyed.store.has_result(self._key(surveyed))

    def beside(self, commit: str, surveyed: Survey) -> AbstractContextManager[Callable[[], bytes | None]]:
        """`review.entries_at` of a commit, found in another process while a survey is analysed in the block.

        What is given waits for the answer; it is None where one process is enough, or the other one fails.
        """
        from boundary.api.beside import LEAST, MOST, Question, asked
        from boundary.read.parallel import processors

        size = sum(len(file.content or b"") for file in surveyed.python)
        alone = self._executor is not None or (self._jobs or processors()) < 2  # noqa: PLR2004 - two at once
        if alone or not LEAST <= size <= MOST or self.keeps(surveyed):
            return nullcontext(lambda: None)
        cache = str(self._cache) if isinstance(self._cache, Path) else self._cache
        return asked(Question(str(self.root), self.settings, self._jobs, cache, commit))

    def _key(self, surveyed: Survey) -> str:
        return f"{surveyed.digest} {self.identity}"

    @cached_property
    def identity(self) -> str:
        """Changes with everything that an analysis depends on, the sources themselves excepted."""
        settings = msgspec.structs.replace(
            self.settings, contexts={}, rules={}, baseline="", least_calls_understood=0, least_sql_understood=0
        )
        return f"{state_of_libraries(self.settings)} {to_toml(settings)}"

    def store(self) -> Store:
        """Where results of the folder are kept."""
        from boundary.read.store import Store, default_folder

        return Store(default_folder() if self._cache is True else self._cache or None, self.root)

    def _completed(self, known: Scan, store: Store, key: str) -> Scan:
        """A known answer, with its split where that is wanted and was not before."""
        if not self._splits or known.splits or not known.tables:
            return known
        with collector_at_rest():
            found = with_split(known, self._tell, self.settings.weights)
        store.save_result(key, msgspec.msgpack.encode(found))
        return found

    def _moved(self, surveyed: Survey, key: str) -> Scan | None:
        """The answer of an earlier run, where the files have only been laid out anew."""
        from boundary.read.moved import moved, remember

        where = moved(surveyed, self.identity)
        before = _recalled(surveyed.store, where.answer) if where is not None else None
        if where is None or before is None:
            return None
        from boundary.link.document.relocation import relocated

        found = relocated(before, where.lines, where.lengths)
        if found is not None:
            surveyed.store.save_result(key, msgspec.msgpack.encode(found))
            remember(surveyed, self.identity, key)
        return found

    def _prepare(self) -> None:
        """What waits for nothing, while others read the project."""
        prepare(skeletons_of(self._cache))
        if self._splits:
            from boundary.split.communities import prepare as prepare_to_split

            prepare_to_split()

    def _found(self, surveyed: Survey, key: str) -> Scan:
        """The answer that nobody has given before."""
        from boundary.read.moved import remember
        from boundary.read.sources import read_survey
        from boundary.report.printable import printable

        tell = self._tell
        sources = read_survey(
            surveyed,
            jobs=self._jobs,
            executor=self._executor,
            progress=lambda done, total: tell("reading", done, total),
            dialect=self.settings.sql_dialect,
            meanwhile=self._prepare,
        )
        notes: list[str] = []
        with collector_at_rest():
            found = linked(self.root.name, sources, skeletons_of(self._cache), self.settings, tell, note=notes.append)
            if self._splits:
                found = with_split(found, tell, self.settings.weights)
        for note in notes:
            logger.warning(printable(f"configuration: {note}"))
        # what ran out of time or memory is done again, and a settlement that fits nothing is told every time
        whole = len(found.completeness.unreadable) == len(sources.unreadable)
        if not notes and sources.settled and whole:
            surveyed.store.save_result(key, msgspec.msgpack.encode(found))
            remember(surveyed, self.identity, key)
        return found


def _recalled(store: Store, key: str) -> Scan | None:
    """The answer that was given before to the same question."""
    from boundary.model.scan import Scan

    kept = store.load_result(key)
    if kept is None:
        return None
    try:
        return msgspec.msgpack.decode(kept, type=Scan)
    except msgspec.MsgspecError:
        return None


def with_split(found: Scan, tell: Progress | None = None, weights: Weights | None = None) -> Scan:
    """The document with its strict split, re-checked against every transaction."""
    from boundary.split.strict import strict_split

    if not found.tables:
        return found
    (tell or untold)("splitting", 0, None)
    return msgspec.structs.replace(found, splits=(strict_split(found, weights=weights), *found.splits))


def untold(stage: str, done: int, total: int | None) -> None:
    """Progress that nobody listens to."""


def settings_of(path: str | Path, config: Settings | None) -> Settings:
    """The settings that are given, else those of the folder at `path`."""
    return load(folder_of(path)).settings if config is None else config


def folder_of(path: str | Path) -> Path:
    """The folder to analyse, in its real place."""
    root = Path(path)
    if not root.is_dir():
        raise InputError(f"{path}: {'not a folder' if root.exists() else 'no such folder'}")
    return root.resolve()
