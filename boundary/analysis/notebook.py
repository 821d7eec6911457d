"""Does somebody wait in a notebook?  Then a line below the cell says how far the work is, and goes when it is done."""

from __future__ import annotations

import sys
import time
from contextlib import contextmanager
from html import escape
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    Progress = Callable[[str, int, int | None], None]

PATIENCE = 1.0
"""Seconds that pass before anything is shown."""

PAUSE = 0.25
"""Seconds between two updates."""


def in_notebook() -> bool:
    """Whether this runs in a kernel that can show things; IPython is asked, and not imported."""
    python = sys.modules.get("IPython")
    shell = python.get_ipython() if python is not None else None
    return bool(getattr(shell, "kernel", None))


@contextmanager
def progress_of(given: Progress | None) -> Iterator[Progress | None]:
    """What is told of progress: what was given, else a line in a notebook, else nothing."""
    if given is not None or not in_notebook():
        yield given
        return
    line = _Line()
    try:
        yield line
    finally:
        line.done()


class _Line:
    """One line below the cell, in one output that is rewritten."""

    def __init__(self) -> None:
        self._next = time.monotonic() + PATIENCE
        self._shown: Any = None

    def __call__(self, stage: str, done: int = 0, total: int | None = None) -> None:
        now = time.monotonic()
        if now < self._next:
            return
        self._next = now + PAUSE
        self._show(f"{stage} {done:,} of {total:,}" if total else f"{stage} ...", done, total)

    def done(self) -> None:
        """Leave nothing behind."""
        if self._shown is not None:
            self._shown.update({"text/plain": ""}, raw=True)

    def _show(self, words: str, done: int, total: int | None) -> None:
        import IPython.display  # noqa: PLC0415 - only there is in a notebook

        display: Any = IPython.display.display
        bar = f'<progress max="{total}" value="{done}"></progress> ' if total else "<progress></progress> "
        shown = {"text/plain": words, "text/html": f"<div>{bar}{escape(words)}</div>"}
        if self._shown is None:
            self._shown = display(shown, raw=True, display_id=True)
        else:
            self._shown.update(shown, raw=True)
