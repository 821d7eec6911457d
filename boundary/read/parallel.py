"""How are many files read at once?  In processes of their own, here or wherever an executor has its workers."""

from __future__ import annotations

import os
import re
import sys
from concurrent.futures import FIRST_COMPLETED, Future, ThreadPoolExecutor, wait
from typing import TYPE_CHECKING

from boundary.read.isolated import read_isolated
from boundary.read.reader import Job, Outcome, read_plainly

if TYPE_CHECKING:
    from collections.abc import Callable
    from concurrent.futures import Executor

    Progress = Callable[[int, int], None]
    """Called with the files read so far and the files to read."""

FEW_FILES = 40
FEW_BYTES = 500_000
"""So few new files or bytes are read faster than another process starts."""
BATCH_BYTES = 4_000_000
"""The most bytes that are handed to a process at once."""
REMOTE_BYTES = 1_000_000
"""The same for a worker of an executor, of which nobody knows how many it has."""
_NOT_PLAIN = rb"""[^\]\n"'#\\]*+[^\]]"""
GENERIC = [word + rb" \w+\[" + _NOT_PLAIN for word in (b"def", b"class", b"type")] if sys.version_info < (3, 12) else []
"""How many files look that need libcst (`boundary.read.python.generic`): one process reads them all, as libcst takes
longer to load than they do. Several patterns, since one that begins with a word is found in a tenth of the time.
"""
LOADED = 600_000
"""So many bytes are read in that time."""
SILENCE = 120.0
"""When an executor finishes nothing for so many seconds, a batch that it has is read here: its cluster may be gone.
Processes of our own have limits, and always end.
"""
_TO_BE_READ = Outcome(settled=False)


def read_all(
    work: list[Job],
    jobs: int | None,
    executor: Executor | None,
    progress: Progress | None,
    meanwhile: Callable[[], None] | None = None,
) -> list[Outcome]:
    """Read the files on `jobs` processes (the number of processors by default) or on any `executor`.

    The outcomes come in the order of the work. Few files are read right here; while others read, `meanwhile` is called.
    """
    if executor is None and (len(work) < FEW_FILES or sum(len(job.content) for job in work) < FEW_BYTES):
        return _read_here(work)
    count = max(jobs or processors(), 1)
    if executor is not None:
        return _read_on(executor, work, _batches(work, count, REMOTE_BYTES), progress, meanwhile, silence=SILENCE)
    with ThreadPoolExecutor(count, "boundary-read") as threads:  # each waits for a process of its own
        return _read_on(threads, work, _batches(work, count, BATCH_BYTES), progress, meanwhile)


def _read_here(work: list[Job]) -> list[Outcome]:
    """Reads a few files in this process, and in another what could harm it or the interpreter's grammar refuses."""
    outcomes = [read_plainly(job) if job.is_harmless else _TO_BE_READ for job in work]
    refused = [index for index, outcome in enumerate(outcomes) if not outcome.settled]
    if refused:
        for index, outcome in zip(refused, read_isolated([work[index] for index in refused]), strict=True):
            outcomes[index] = outcome
    return outcomes


def _read_on(  # noqa: PLR0913 - all that reading is told, and how long it may hear nothing
    executor: Executor,
    work: list[Job],
    batches: list[list[int]],
    progress: Progress | None,
    meanwhile: Callable[[], None] | None,
    *,
    silence: float | None = None,
) -> list[Outcome]:
    outcomes: dict[int, Outcome] = {}
    waiting: dict[Future[list[Outcome]], list[int]] = {}
    for batch in batches:
        waiting[_submitted(executor, [work[index] for index in batch])] = batch
    if meanwhile is not None:
        meanwhile()
    while waiting:
        done, _ = wait(waiting, silence, FIRST_COMPLETED)
        for future in done or {_given_up(waiting)}:
            batch = waiting.pop(future)
            outcomes.update(zip(batch, _result(future, [work[index] for index in batch]), strict=True))
            if progress is not None:
                progress(len(outcomes), len(work))
    return [outcomes[index] for index in range(len(work))]


def _submitted(executor: Executor, batch: list[Job]) -> Future[list[Outcome]]:
    """A batch on its way to be read; an executor that takes nothing any more fails like one that loses it."""
    try:
        return executor.submit(read_isolated, batch)
    except Exception as error:  # noqa: BLE001 - whatever went wrong in somebody's cluster
        refused: Future[list[Outcome]] = Future()
        refused.set_exception(error)
        return refused


def _given_up(waiting: dict[Future[list[Outcome]], list[int]]) -> Future[list[Outcome]]:
    """The batch that has waited longest, which nobody need read any more."""
    longest = next(iter(waiting))
    longest.cancel()
    return longest


def _result(future: Future[list[Outcome]], batch: list[Job]) -> list[Outcome]:
    """What the executor read; where it failed, as when one of its workers was killed, the batch is read from here."""
    try:
        return future.result(timeout=0)
    except Exception:  # noqa: BLE001 - whatever went wrong in somebody's cluster, the files can still be read
        return read_isolated(batch)


def _batches(work: list[Job], count: int, most: int) -> list[list[int]]:
    """Indices of the work in at least `count` batches of like size and `most` bytes, the largest files first."""
    total = sum(len(job.content) for job in work)
    count = min(max(count, -(-total // most)), len(work))
    batches: list[list[int]] = [[] for _ in range(count)]
    sizes = [0] * count
    newer = {index for index, job in enumerate(work) if any(re.search(one, job.content) for one in GENERIC)}
    sizes[0] += LOADED if newer else 0
    for index in sorted(range(len(work)), key=lambda each: -len(work[each].content)):
        smallest = 0 if index in newer else sizes.index(min(sizes))
        batches[smallest].append(index)
        sizes[smallest] += len(work[index].content) + 1
    return batches


def processors() -> int:
    """How many processors this process may use."""
    try:
        return len(os.sched_getaffinity(0))
    except AttributeError:
        return os.cpu_count() or 1
