"""How is an input that takes too long told from one that takes its time?  By an alarm."""

from __future__ import annotations

import signal
from contextlib import contextmanager
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator
    from types import FrameType


@contextmanager
def at_most(seconds: int) -> Iterator[None]:
    """What runs inside takes no longer. Raises `TimeoutError` there; of the main thread alone."""

    def too_long(number: int, frame: FrameType | None) -> None:
        del number, frame
        raise TimeoutError(f"took longer than {seconds} s")

    signal.signal(signal.SIGALRM, too_long)
    signal.alarm(seconds)
    try:
        yield
    finally:
        signal.alarm(0)
