"""How far is it?  One line on stderr, only on a terminal and only when the work takes longer than a second."""

from __future__ import annotations

import sys
import time
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from types import TracebackType
    from typing import Self

PATIENCE = 1.0
"""Seconds that pass before anything is shown."""

PAUSE = 0.1
"""Seconds between two updates of the line."""


class ProgressLine:
    """Called with a stage and how much of it is done; rewrites its line in place and erases it at the end."""

    def __init__(self) -> None:
        self._next = time.monotonic() + PATIENCE
        self._on_terminal = sys.stderr.isatty()
        self._shown = False

    def __call__(self, stage: str, done: int = 0, total: int | None = None) -> None:
        """Show how far the stage is, if it is time to."""
        now = time.monotonic()
        if not self._on_terminal or now < self._next:
            return
        self._next = now + PAUSE
        self._shown = True
        amount = f" {done}/{total}" if total else ""
        sys.stderr.write(f"\r\x1b[K{stage}{amount}")
        sys.stderr.flush()

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        if self._shown:
            sys.stderr.write("\r\x1b[K")
            sys.stderr.flush()
