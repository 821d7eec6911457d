"""What do the files of SQL say?  From the cache what is known, the rest read like the other sources.

Each file is read in the dialect that it is written in. One that does not tell is read in that of most of the others:
a project has one database more often than two.
"""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

import msgspec

from boundary.model.facts import Unreadable
from boundary.model.sql import SqlFileFacts, SqlSource
from boundary.read.code_digests import digest
from boundary.read.reader import Job, Outcome

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from boundary.read.sources import SqlFile
    from boundary.read.store import Store

_FACTS = msgspec.msgpack.Decoder(SqlFileFacts)
_KEPT = msgspec.msgpack.Decoder(Outcome)


class SqlReading:
    """The files of SQL of a tree, being read in a `dialect`, or each in its own where that is None.

    `jobs` is the work that the cache does not spare; `take` is given what came of it.
    """

    def __init__(self, files: list[SqlFile], dialect: str | None, store: Store) -> None:
        self._files = {file.file: file for file in files}
        self._dialect = dialect
        self._store = store
        self._outcomes: dict[str, Outcome] = {}
        self.jobs: list[Job] = []
        self._ask(list(self._files), dialect)

    def take(self, outcomes: Iterable[Outcome]) -> None:
        """Accept the outcomes of the jobs, in their order."""
        for job, outcome in zip(self.jobs, outcomes, strict=True):
            self._outcomes[job.file] = outcome
            if outcome.settled:
                self._store.put(self._key(job.file, job.dialect), msgspec.msgpack.encode(outcome))
        self.jobs = []

    @property
    def settled(self) -> bool:
        """Whether reading the same files again would give the same."""
        return all(outcome.settled for outcome in self._outcomes.values())

    def finish(self, read_all: Callable[[list[Job]], list[Outcome]]) -> tuple[list[SqlSource], list[Unreadable]]:
        """The facts in the order of the paths, and what could not be read.

        `read_all` reads those again that do not tell their dialect, now that most of the others do.
        """
        sources, unreadable = self._decoded()
        common = most_common(source.facts for source in sources) if self._dialect is None else None
        unsure = [source.file for source in sources if source.facts.dialect is None]
        if common is not None and unsure:
            self._ask(unsure, common)
            self.take(read_all(self.jobs))
            sources, unreadable = self._decoded()
        for file in self._files.values():
            file.content = b""
        return sources, unreadable

    def _ask(self, names: list[str], dialect: str | None) -> None:
        """Take from the cache what it has, and note the rest as work."""
        for name in names:
            blob = self._store.get(self._key(name, dialect))
            if blob is None:
                self.jobs.append(Job(name, self._files[name].content, dialect))
            else:
                self._outcomes[name] = _KEPT.decode(blob)

    def _key(self, name: str, dialect: str | None) -> bytes:
        """What the facts depend on: the bytes, and the path too, since it helps to guess the dialect."""
        return digest(b"sql", (dialect or "").encode(), name.encode(), self._files[name].key)

    def _decoded(self) -> tuple[list[SqlSource], list[Unreadable]]:
        sources: list[SqlSource] = []
        unreadable: list[Unreadable] = []
        for name in self._files:
            outcome = self._outcomes[name]
            if outcome.facts is None:
                unreadable.append(Unreadable(name, outcome.reason or "cannot be read", outcome.line))
            else:
                sources.append(SqlSource(module_name(name), name, _FACTS.decode(outcome.facts)))
        return sources, unreadable


def most_common(facts: Iterable[SqlFileFacts]) -> str | None:
    """The dialect in which most statements are written, as far as files tell theirs."""
    counts: Counter[str] = Counter()
    for one in facts:
        if one.dialect is not None:
            counts[one.dialect] += one.total + 1
    return max(sorted(counts), key=lambda dialect: counts[dialect]) if counts else None


def module_name(file: str) -> str:
    """The dotted name of a file of SQL, its ending included: `db/schema.sql` is `db.schema.sql`."""
    return file.replace("/", ".")
