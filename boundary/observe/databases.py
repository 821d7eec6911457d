"""What do the connections of `databases` do while tests run?  Statements, and blocks and decorators of transactions.

A transaction is recorded at the outermost one that the application opens: what a test opens around it, to take
everything back, is none of the application's.
"""

from __future__ import annotations

import functools
import sys
from importlib import import_module
from typing import TYPE_CHECKING, Any

from boundary.observe.drivers import work_of
from boundary.observe.opening import Opening, decorated_site, opening
from boundary.observe.qualified import qualified_name

if TYPE_CHECKING:
    from collections.abc import AsyncIterator, Callable
    from types import FrameType

    from boundary.observe.drivers import DriverRecorder

ASKED = ("execute", "execute_many", "fetch_all", "fetch_one", "fetch_val")
DECORATOR = "Transaction.__call__.<locals>.wrapper"


def install(recorder: DriverRecorder) -> None:
    """Wrap the package, where it is installed."""
    try:
        core = import_module("databases.core")
    except ImportError:
        return
    for name in ASKED:
        recorder.patches.wrap(core.Connection, name, functools.partial(asked, recorder))
    recorder.patches.wrap(core.Connection, "iterate", functools.partial(iterated, recorder))
    recorder.patches.wrap(core.Transaction, "start", functools.partial(started, recorder))
    for outcome in ("commit", "rollback"):
        recorder.patches.wrap(core.Transaction, outcome, functools.partial(ended, recorder, outcome))


async def asked(
    recorder: DriverRecorder,
    original: Callable[..., Any],
    connection: Any,  # noqa: ANN401 - of databases
    query: Any,  # noqa: ANN401 - a text, or a statement of SQLAlchemy
    *args: Any,  # noqa: ANN401
    **kwargs: Any,  # noqa: ANN401
) -> Any:  # noqa: ANN401
    """Execute a statement and note its tables."""
    noted(recorder, connection, query)
    return await original(connection, query, *args, **kwargs)


async def iterated(
    recorder: DriverRecorder,
    original: Callable[..., Any],
    connection: Any,  # noqa: ANN401 - as above
    query: Any,  # noqa: ANN401
    *args: Any,  # noqa: ANN401
    **kwargs: Any,  # noqa: ANN401
) -> AsyncIterator[Any]:
    """Go through the rows of a statement."""
    noted(recorder, connection, query)
    async for row in original(connection, query, *args, **kwargs):
        yield row


def noted(recorder: DriverRecorder, connection: Any, query: Any) -> None:  # noqa: ANN401 - as above
    """Keep a statement for the transaction that the application has open, or for those outside."""
    recorder.note(connection, str(query), inside=any(work_of(connection).blocks))


async def started(recorder: DriverRecorder, original: Callable[..., Any], transaction: Any) -> Any:  # noqa: ANN401
    """Begin a transaction, or a savepoint in one."""
    opened = opened_by(recorder, sys._getframe(1))  # noqa: SLF001 - inspect.stack reads files
    result = await original(transaction)
    work_of(transaction._connection).blocks.append(opened)  # noqa: SLF001 - nothing else tells it
    return result


async def ended(recorder: DriverRecorder, outcome: str, original: Callable[..., Any], transaction: Any) -> Any:  # noqa: ANN401
    """End a transaction: the outermost of the application's is recorded."""
    connection = transaction._connection  # noqa: SLF001 - as above
    result = await original(transaction)
    blocks = work_of(connection).blocks
    opened = blocks.pop() if blocks else None
    if opened is not None and not any(blocks):
        recorder.finish(connection, outcome, opened)
    return result


def opened_by(recorder: DriverRecorder, frame: FrameType | None) -> Opening | None:
    """The application's block that begins a transaction, or its function that a decorator puts into one."""
    while frame is not None and frame.f_globals.get("__name__", "").startswith("databases."):
        if qualified_name(frame.f_code) == DECORATOR:
            site = decorated_site(recorder.sources, frame.f_locals.get("func"))
            return None if site is None else Opening("decorator", site, frame)
        frame = frame.f_back
    return None if frame is None else opening(recorder.sources, frame)
