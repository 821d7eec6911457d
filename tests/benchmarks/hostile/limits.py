"""How is an input that takes too long told from one that takes its time?  By an alarm.

It counts the time of the processor, whatever else the machine does, and waits as many times longer for what sleeps.
"""

from __future__ import annotations

import signal
from contextlib import contextmanager
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator
    from types import FrameType


ASLEEP = 20
"""So many times longer by the clock than by the processor, before what runs is taken to wait for something."""


@contextmanager
def at_most(seconds: int) -> Iterator[None]:
    """What runs inside takes no more time of the processor. Raises `TimeoutError` there; of the main thread alone."""

    def too_long(number: int, frame: FrameType | None) -> None:
        del number, frame
        raise TimeoutError(f"took longer than {seconds} s")

    timers = {signal.ITIMER_PROF: (signal.SIGPROF, seconds), signal.ITIMER_REAL: (signal.SIGALRM, ASLEEP * seconds)}
    for timer, (number, most) in timers.items():
        signal.signal(number, too_long)
        signal.setitimer(timer, most)
    try:
        yield
    finally:
        for timer in timers:
            signal.setitimer(timer, 0)
