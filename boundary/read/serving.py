"""What does the process do that reads files for another one?  It has limits, and ends where a file exceeds them.

It begins with what reading takes and nothing else, since one is started for each processor: `isolated` starts it.
"""

from __future__ import annotations

import contextlib
import os
import signal
import sys

import msgspec

from boundary.read.reader import Job, read

SECONDS = 20.0
"""How long the process may work at one file, and as long again for each megabyte of it."""
MEMORY = 4 << 30
"""How many bytes of memory it may use."""
HEAD = 4
"""How many bytes say how long a message is."""

_RECURSION = 5000
_JOBS = msgspec.msgpack.Decoder(list[Job])


def seconds(job: Job) -> float:
    """How long the process may work at a file."""
    return SECONDS * (1 + len(job.content) / 1e6)


def serve() -> None:
    """Read jobs from the standard input and write an outcome for each; the first message, which is empty, says so."""
    sys.setrecursionlimit(_RECURSION)
    _limit_memory()
    with contextlib.suppress(ValueError):
        signal.signal(signal.SIGINT, signal.SIG_DFL)
    out = sys.stdout.buffer
    sys.stdout = sys.stderr
    out.write(bytes(HEAD))
    out.flush()
    for job in _JOBS.decode(sys.stdin.buffer.read()):
        _limit_time(seconds(job))
        message = msgspec.msgpack.encode(read(job))
        out.write(len(message).to_bytes(HEAD, "little"))
        out.write(message)
        out.flush()
    os._exit(0)  # giving the syntax trees back, object by object, takes a tenth of the time


def _limit_memory() -> None:
    with contextlib.suppress(ImportError, AttributeError, ValueError, OSError):
        import resource  # noqa: PLC0415 - not on every system

        _, hard = resource.getrlimit(resource.RLIMIT_AS)
        limit = MEMORY if hard == resource.RLIM_INFINITY else min(MEMORY, hard)
        resource.setrlimit(resource.RLIMIT_AS, (limit, hard))
        resource.setrlimit(resource.RLIMIT_CORE, (0, 0))


def _limit_time(seconds: float) -> None:
    with contextlib.suppress(ImportError, AttributeError, ValueError, OSError):
        import resource  # noqa: PLC0415 - not on every system

        used = resource.getrusage(resource.RUSAGE_SELF)
        _, hard = resource.getrlimit(resource.RLIMIT_CPU)
        resource.setrlimit(resource.RLIMIT_CPU, (int(used.ru_utime + used.ru_stime + seconds) + 1, hard))
