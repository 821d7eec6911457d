"""How are files of unknown origin read so that none of them can harm the run?  In a process of their own.

A parser can be made to overflow its stack, to use all memory or to run for years. So files are read in a child process
that has limits; where it ends early, the file that it was reading is the culprit, and another child reads the rest.

The child gets nothing but bytes and sends nothing but bytes. It does not inherit the caller's main module, as those of
`multiprocessing` do, and finds its modules where the caller found them, after the standard library.
"""

from __future__ import annotations

import contextlib
import signal
import subprocess

import msgspec

from boundary.child import started
from boundary.read import serving
from boundary.read.reader import Job, Outcome, read_plainly
from boundary.read.serving import HEAD

_PATIENCE = 5
"""How much longer than its own limit a child is waited for: the limit counts its work, not the time it waits."""
_START = "from boundary.read import serving; serving.serve()"
_OUTCOME = msgspec.msgpack.Decoder(Outcome)


def read_isolated(jobs: list[Job]) -> list[Outcome]:
    """Reads the files in a child process; the outcomes come in the order of the jobs.

    A file that ends the child has that as its reason. Where no child can be started, the files are read here, by the
    interpreter's own grammar.
    """
    outcomes: list[Outcome] = []
    while len(outcomes) < len(jobs):
        rest = jobs[len(outcomes) :]
        got, ending = _in_child(rest)
        if ending is None:
            return outcomes + [read_plainly(job) for job in rest]
        outcomes += got
        if len(got) < len(rest):
            outcomes.append(Outcome(reason=ending, settled=False))
    return outcomes


def _in_child(jobs: list[Job]) -> tuple[list[Outcome], str | None]:
    """What a child read before it ended, and how it ended; None where it did not even start."""
    longest = sum(serving.seconds(job) for job in jobs) * _PATIENCE
    child = started(_START)
    if child is None:
        return [], None
    with child:
        try:
            written, _ = child.communicate(msgspec.msgpack.encode(jobs), timeout=longest)
            ending = _ending(child.returncode)
        except subprocess.TimeoutExpired:
            child.kill()
            written, _ = child.communicate()
            ending = "took too long to read"
        except BaseException:
            child.kill()
            raise
    messages = _messages(written)
    if not messages:
        return [], None
    return [_OUTCOME.decode(message) for message in messages[1:]], ending


def _ending(code: int) -> str:
    if code == -getattr(signal, "SIGXCPU", 0):
        return "took too long to read"
    with contextlib.suppress(ValueError):
        return f"ended the process that read it ({signal.Signals(-code).name})"
    return f"ended the process that read it (exit code {code})"


def _messages(written: bytes) -> list[bytes]:
    """The whole messages of a child; the first one, which is empty, says that it has started."""
    messages: list[bytes] = []
    position = 0
    while position + HEAD <= len(written):
        end = position + HEAD + int.from_bytes(written[position : position + HEAD], "little")
        if end > len(written):
            break
        messages.append(written[position + HEAD : end])
        position = end
    return messages
