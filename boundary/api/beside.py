"""How is the base of a check analysed while the work tree is?  In a process of its own, where a processor is free.

The two analyses know nothing of one another. The other process answers with what `review.entries_at` gives; where it
cannot be started, or ends without an answer, the caller finds out by itself, and with it what the matter was.
"""

from __future__ import annotations

import contextlib
import os
import sys
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

import msgspec

from boundary.child import started
from boundary.config import Settings

if TYPE_CHECKING:
    import subprocess
    from collections.abc import Callable, Iterator

LEAST = 500_000
"""So many bytes of source are analysed sooner than another process starts."""
MOST = 40_000_000
"""Of more, two analyses at once could take more memory than there is."""
_START = "from boundary.api import beside; beside.answer()"


class Question(msgspec.Struct, frozen=True):
    """What the other process is told: how to analyse the folder `root`, and at which commit."""

    root: str
    settings: Settings
    jobs: int | None
    cache: str | bool
    commit: str


@contextmanager
def asked(question: Question) -> Iterator[Callable[[], bytes | None]]:
    """A process that works at the question inside the block; what is given waits for the answer (None: it has none)."""
    child = _put(question)
    try:
        yield lambda: None if child is None else _answer_of(child)
    finally:
        if child is not None:
            with child:  # closes the pipes, and waits
                child.kill()


def answer() -> None:
    """Answer the question on the standard input: the entries of its commit."""
    from boundary import review
    from boundary.api.analyst import Analyst, untold
    from boundary.read.git import Repository

    out = sys.stdout.buffer
    sys.stdout = sys.stderr
    question = msgspec.msgpack.decode(sys.stdin.buffer.read(), type=Question)
    cache = Path(question.cache) if isinstance(question.cache, str) else question.cache
    analyst = Analyst(Path(question.root), question.settings, question.jobs, None, cache, untold)
    entries = review.entries_at(analyst, Repository(analyst.root), question.commit)
    out.write(msgspec.msgpack.encode(entries))
    out.flush()
    os._exit(0)  # as the command line ends


def _put(question: Question) -> subprocess.Popen[bytes] | None:
    child = started(_START)
    if child is None:
        return None
    assert child.stdin is not None  # noqa: S101 - it is a pipe
    with contextlib.suppress(OSError):  # one that has ended by now gives no answer
        child.stdin.write(msgspec.msgpack.encode(question))
        child.stdin.close()
    return child


def _answer_of(child: subprocess.Popen[bytes]) -> bytes | None:
    assert child.stdout is not None  # noqa: S101 - it is a pipe
    written = child.stdout.read()
    return written if child.wait() == 0 and written else None
