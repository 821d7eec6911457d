"""What do the connections of psycopg2 do while a test suite runs?

Its classes are written in C: connections and cursors are made of classes below those that the project asks for.
"""

from __future__ import annotations

import functools
import sys
from importlib import import_module
from typing import TYPE_CHECKING, Any

from boundary.observe.drivers import as_text, work_of
from boundary.observe.opening import opening

if TYPE_CHECKING:
    from collections.abc import Callable

    from boundary.observe.drivers import DriverRecorder


def connect(recorder: DriverRecorder, original: Callable[..., Any], *args: Any, **kwargs: Any) -> Any:  # noqa: ANN401
    """Connect with a class that tells what it does; Django's connections are left to Django's recorder."""
    if sys._getframe(1).f_globals.get("__name__", "").startswith("django."):  # noqa: SLF001 - inspect.stack reads files
        return original(*args, **kwargs)
    factory = kwargs.get("connection_factory") or import_module("psycopg2.extensions").connection
    kwargs["connection_factory"] = recording_connection(recorder, factory)
    return original(*args, **kwargs)


@functools.lru_cache(maxsize=64)
def recording_connection(recorder: DriverRecorder, base: Any) -> Any:  # noqa: ANN401 - a class, or what makes connections
    """A class of connections that tell what they do."""
    if not isinstance(base, type):
        return base

    class RecordingConnection(base):  # type: ignore[misc]
        def cursor(self, *args: Any, **kwargs: Any) -> Any:  # noqa: ANN401
            named = "cursor_factory" if len(args) < 2 else None  # noqa: PLR2004 - the factory by its position
            wanted = kwargs.get("cursor_factory") if named else args[1]
            wanted = wanted or self.cursor_factory or import_module("psycopg2.extensions").cursor
            made = recording_cursor(recorder, wanted)
            if named:
                return super().cursor(*args, **{**kwargs, named: made})
            return super().cursor(args[0], made, *args[2:], **kwargs)

        def commit(self) -> None:
            super().commit()
            recorder.finish(self, "commit", work_of(self).leaves)

        def rollback(self) -> None:
            super().rollback()
            recorder.finish(self, "rollback", work_of(self).leaves)

        def __enter__(self) -> Any:  # noqa: ANN401
            work_of(self).blocks.append(opening(recorder.sources, sys._getframe(1)))  # noqa: SLF001 - as above
            return super().__enter__()

        def __exit__(self, *error: object) -> Any:  # noqa: ANN401 - it calls `commit` or `rollback`
            work = work_of(self)
            work.leaves = work.blocks.pop() if work.blocks else None
            try:
                return super().__exit__(*error)
            finally:
                work.leaves = None

    RecordingConnection.__name__ = base.__name__
    return RecordingConnection


@functools.lru_cache(maxsize=64)
def recording_cursor(recorder: DriverRecorder, base: Any) -> Any:  # noqa: ANN401 - a class, or what makes cursors
    """A class of cursors that tell what they execute."""
    if not isinstance(base, type):
        return base

    class RecordingCursor(base):  # type: ignore[misc]
        def execute(self, query: Any, *args: Any, **kwargs: Any) -> Any:  # noqa: ANN401
            return run(recorder, self, query, lambda: super(RecordingCursor, self).execute(query, *args, **kwargs))

        def executemany(self, query: Any, *args: Any, **kwargs: Any) -> Any:  # noqa: ANN401
            return run(recorder, self, query, lambda: super(RecordingCursor, self).executemany(query, *args, **kwargs))

    RecordingCursor.__name__ = base.__name__
    return RecordingCursor


def run(recorder: DriverRecorder, cursor: Any, query: Any, call: Callable[[], Any]) -> Any:  # noqa: ANN401
    """Execute a statement, and see whether it ended a transaction."""
    connection = cursor.connection
    before = connection.get_transaction_status()
    result = call()
    recorder.ran(connection, as_text(query, connection), bool(before), bool(connection.get_transaction_status()))
    return result
