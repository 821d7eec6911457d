"""What do peewee's transactions do while tests run?

The recorder stands around the blocks that `atomic()`, `transaction()` and `savepoint()` enter, and around
`Database.execute_sql`. Each thread's connection has the stack of its open blocks: only the outermost one of the
application is a transaction; what a test opens around itself is none.
"""

from __future__ import annotations

import sys
from importlib import import_module
from threading import RLock
from typing import TYPE_CHECKING, Any

from boundary.errors import InputError
from boundary.observe.opening import ENTERS, Opening, opening
from boundary.observe.patches import Patches
from boundary.observe.touched import touched

if TYPE_CHECKING:
    from collections.abc import Callable
    from types import FrameType

    from boundary.observe.frames import Sources
    from boundary.observe.rows import Recording

OWN = "peewee.py"
STACK = "_boundary_open_blocks"


class PeeweeRecorder:
    """Fills a `Recording` from `install` until `uninstall`."""

    def __init__(self, sources: Sources, recording: Recording) -> None:
        self.sources = sources
        self.recording = recording
        self.lock = RLock()
        self.patches = Patches()

    def install(self) -> None:
        """Wrap peewee; raises `InputError` where it is not installed."""
        try:
            peewee = import_module("peewee")
            blocks = peewee._transaction, peewee._savepoint  # noqa: SLF001 - there is no other place to stand
        except (ImportError, AttributeError) as missing:
            message = f"recording peewee needs it in the environment that runs the tests ({missing})"
            raise InputError(message) from missing
        for block in blocks:
            self.patches.wrap(block, "__enter__", self.enter)
            self.patches.wrap(block, "__exit__", self.exit)
        self.patches.wrap(peewee.Database, "execute_sql", self.execute)

    def uninstall(self) -> None:
        """Put peewee back as it was."""
        self.patches.undo()

    # The wrappers. Each is called by what `Patches.wrap` makes: the caller of peewee's method is two frames out.

    def enter(self, original: Callable[..., Any], block: Any) -> Any:  # noqa: ANN401
        """Enter a block, and note who did if it is a transaction of the application."""
        result = original(block)
        stack = blocks_of(block.db)
        frame = sys._getframe(2)  # noqa: SLF001 - inspect.stack reads every frame's source file
        while (
            frame.f_code.co_name in ENTERS and self.sources.place(frame.f_code.co_filename).name == OWN and frame.f_back
        ):
            frame = frame.f_back
        stack.append(None if innermost(stack) else opening(self.sources, frame))
        return result

    def exit(self, original: Callable[..., Any], block: Any, *error: Any) -> Any:  # noqa: ANN401
        """Leave a block."""
        stack = blocks_of(block.db)
        opened = stack.pop() if stack else None
        if opened is not None:
            with self.lock:
                seen = self.recording.observed(opened.row())
                seen.ran("rollback" if error[0] else "commit", opened.touches)
                if opened.callers:
                    seen.callers[opened.callers] = None
        return original(block, *error)

    def execute(self, original: Callable[..., Any], database: Any, sql: Any, *args: Any, **kwargs: Any) -> Any:  # noqa: ANN401
        """Execute a statement and note its tables: for the transaction that it stands in, or for those outside."""
        touches = touched(str(sql))
        opened = innermost(blocks_of(database)) if touches else None
        walk = self.sources.walk(asking(database), opened.frame if opened else None) if touches else None
        if walk is not None and walk.sites:
            with self.lock:
                if opened is None:
                    self.recording.committed_alone(walk.sites, touches)
                else:
                    opened.touches.extend(touches)
                    for touch in touches:
                        self.recording.observed(opened.row()).statements.add(walk.sites, touch)
        return original(database, sql, *args, **kwargs)


def asking(database: Any) -> FrameType | None:  # noqa: ANN401 - peewee's database
    """The frame that has a database execute a statement: an application's own class of databases only passes it on."""
    frame: FrameType | None = sys._getframe(3)  # noqa: SLF001 - as above
    while frame is not None and frame.f_locals.get("self") is database:
        frame = frame.f_back
    return frame


def blocks_of(database: Any) -> list[Opening | None]:  # noqa: ANN401 - peewee's database
    """The open blocks of a thread's connection; None for one that is not a transaction of the application."""
    stack: list[Opening | None] = vars(database._state).setdefault(STACK, [])  # noqa: SLF001 - it is each thread's own
    return stack


def innermost(stack: list[Opening | None]) -> Opening | None:
    """The transaction that is open now."""
    return next((opened for opened in reversed(stack) if opened is not None), None)
