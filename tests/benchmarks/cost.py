"""What does a command take?  Wall time, work of processors and memory, with those of all processes that it starts."""

from __future__ import annotations

import contextlib
import os
import subprocess
import tempfile
import threading
import time
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

PAUSE = 0.05
"""Seconds between two looks at the memory of a run."""


class Cost(NamedTuple):
    """What a run took: seconds, seconds of processors, megabytes of all its processes at once; and how it ended.

    `code` is None where it was ended for taking too long. `said` is the end of what it wrote to stderr.
    """

    wall: float
    cpu: float
    memory: float
    code: int | None
    said: str = ""


def cost(
    command: Sequence[str | Path],
    *,
    folder: Path | None = None,
    environment: Mapping[str, str] | None = None,
    longest: float | None = None,
) -> Cost:
    """Run a command to its end, or for `longest` seconds; what it prints to stdout is thrown away."""
    with tempfile.TemporaryFile() as errors:
        started = time.perf_counter()
        child = subprocess.Popen(
            [str(part) for part in command],
            cwd=folder,
            env={**os.environ, **(environment or {})},
            stdin=subprocess.DEVNULL,
            stdout=subprocess.DEVNULL,
            stderr=errors,
            start_new_session=True,
        )
        done, peak = threading.Event(), [0.0]
        watcher = threading.Thread(target=_watch, args=(child.pid, done, peak), daemon=True)
        watcher.start()
        timer = threading.Timer(longest, os.killpg, (child.pid, 9)) if longest else None
        if timer:
            timer.start()
        try:
            _, status, used = os.wait4(child.pid, 0)
        finally:
            done.set()
            if timer:
                timer.cancel()
        wall = time.perf_counter() - started
        child.returncode = os.waitstatus_to_exitcode(status)
        watcher.join()
        errors.seek(0, os.SEEK_END)
        errors.seek(max(errors.tell() - 2_000, 0))
        said = errors.read().decode(errors="replace")
    late = longest is not None and wall >= longest
    memory = max(peak[0], used.ru_maxrss / 1024)
    return Cost(wall, used.ru_utime + used.ru_stime, memory, None if late else child.returncode, said)


def _watch(process: int, done: threading.Event, peak: list[float]) -> None:
    """Note the most memory that a process and those that it started held at once."""
    while not done.wait(PAUSE):
        peak[0] = max(peak[0], _held(process) / 1e6)


def _held(process: int) -> int:
    """Bytes of memory that a process and its descendants hold; pages that they share count once for each."""
    held, waiting = 0, [process]
    while waiting:
        here = Path(f"/proc/{waiting.pop()}")
        with contextlib.suppress(OSError, ValueError, IndexError):
            held += int((here / "statm").read_text().split()[1]) * os.sysconf("SC_PAGE_SIZE")
            for thread in (here / "task").iterdir():
                waiting += [int(child) for child in (thread / "children").read_text().split()]
    return held
