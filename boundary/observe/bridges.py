"""How does a stack go on where async code hands over to a thread, or a thread to async code?

asgiref runs what Django's async calls do in another stack than the one that awaits them. The frames outside are
remembered when the handing over begins, and the walk goes on with them where it ends. SQLAlchemy runs what its async
engines and sessions do in a greenlet: the walk goes on where that was switched to.
"""

from __future__ import annotations

import sys
from contextvars import ContextVar
from typing import TYPE_CHECKING, Any

from boundary.observe.qualified import qualified_name

if TYPE_CHECKING:
    from collections.abc import Awaitable, Callable, Iterator
    from types import FrameType

HANDED_OVER = frozenset({"SyncToAsync.thread_handler", "AsyncToSync.main_wrap"})

SPAWNING = "sqlalchemy."

outside: ContextVar[tuple[FrameType, ...]] = ContextVar("boundary_outside", default=())


def outwards(frame: FrameType | None) -> Iterator[FrameType]:
    """Yield a frame and those that called it, across threads and SQLAlchemy's greenlets."""
    library = sys.modules.get("greenlet")
    running = library.getcurrent() if library is not None else None
    while frame is not None:
        yield frame
        if qualified_name(frame.f_code) in HANDED_OVER and outside.get():
            yield from outside.get()
            return
        frame = frame.f_back
        if frame is None and running is not None and type(running).__module__.startswith(SPAWNING):
            running = running.parent
            frame = running.gr_frame


async def into_thread(
    original: Callable[..., Awaitable[Any]],
    bridge: Any,  # noqa: ANN401 - asgiref's SyncToAsync
    frame: FrameType,
    *args: Any,  # noqa: ANN401 - whatever is handed over
    **kwargs: Any,  # noqa: ANN401
) -> Any:  # noqa: ANN401
    """Call asgiref's `SyncToAsync` with the awaiting frames remembered."""
    token = outside.set(tuple(outwards(frame)))
    try:
        return await original(bridge, *args, **kwargs)
    finally:
        outside.reset(token)


def into_loop(
    original: Callable[..., Any],
    bridge: Any,  # noqa: ANN401 - asgiref's AsyncToSync
    frame: FrameType,
    *args: Any,  # noqa: ANN401 - whatever is handed over
    **kwargs: Any,  # noqa: ANN401
) -> Any:  # noqa: ANN401
    """Call asgiref's `AsyncToSync` with the calling frames remembered."""
    token = outside.set(tuple(outwards(frame)))
    try:
        return original(bridge, *args, **kwargs)
    finally:
        outside.reset(token)
