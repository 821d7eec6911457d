"""What do Django's transactions and cursors do while a test suite runs?

The recorder stands around `Atomic.__enter__` and `__exit__` and the cursors' `execute`. It keeps, on each
connection, the stack of open atomic blocks: only the outermost one of the application is a transaction; what a
`TestCase` opens around a test is none.
"""

from __future__ import annotations

import sys
from contextlib import contextmanager
from importlib import import_module
from threading import RLock, local
from typing import TYPE_CHECKING, Any, TypeAlias

from boundary.errors import InputError
from boundary.observe.bridges import into_loop, into_thread
from boundary.observe.drivers import DriverRecorder
from boundary.observe.frames import Sources
from boundary.observe.frappe import FrappeRecorder
from boundary.observe.opening import Opening, opening
from boundary.observe.patches import Patches
from boundary.observe.peewee import PeeweeRecorder
from boundary.observe.rows import Recording
from boundary.observe.sqlalchemy import SqlAlchemyRecorder
from boundary.observe.touched import Locking, touched
from boundary.observe.tryton import TrytonRecorder

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path
    from types import FrameType

STACK = "_boundary_open_blocks"


class Recorder:
    """Fills a `Recording` from `install` until `uninstall`."""

    def __init__(self, sources: Sources, recording: Recording) -> None:
        self.sources = sources
        self.recording = recording
        self.patches = Patches()
        self.lock = RLock()
        self.state = local()

    def install(self) -> None:
        """Wrap Django; raises `InputError` where it is not installed."""
        try:
            atomic = import_module("django.db.transaction").Atomic
            cursor = import_module("django.db.backends.utils").CursorWrapper
            compiler = import_module("django.db.models.sql.compiler").SQLCompiler
        except ImportError as missing:
            message = f"recording transactions needs Django in the environment that runs the tests ({missing})"
            raise InputError(message) from missing
        self.patches.wrap(atomic, "__enter__", self.enter)
        self.patches.wrap(atomic, "__exit__", self.exit)
        self.patches.wrap(cursor, "execute", self.execute)
        self.patches.wrap(cursor, "executemany", self.execute)
        self.patches.wrap(compiler, "execute_sql", self.execute_query)
        try:
            bridges = import_module("asgiref.sync")
        except ImportError:  # Django had none before 3.0
            return
        self.patches.wrap(bridges.SyncToAsync, "__call__", self.await_thread)
        self.patches.wrap(bridges.AsyncToSync, "__call__", self.call_loop)

    def uninstall(self) -> None:
        """Put Django back as it was."""
        self.patches.undo()

    # The wrappers. Each is called by what `Patches.wrap` makes: the caller of Django's method is two frames out.

    def enter(self, original: Callable[..., Any], atomic: Any) -> Any:  # noqa: ANN401
        """Enter an atomic block, and note who did if it is a transaction of the application."""
        result = original(atomic)
        stack = blocks(atomic.using)
        frame = caller()
        current = innermost(stack)
        nested = current is not None and self.sources.walk(frame, current.frame).end != "deferred"
        stack.append(None if nested else opening(self.sources, frame))
        return result

    def exit(self, original: Callable[..., Any], atomic: Any, *error: Any) -> Any:  # noqa: ANN401
        """Leave an atomic block; a transaction of the application ends before its commit hooks run."""
        stack = blocks(atomic.using)
        opened = stack.pop() if stack else None
        if opened is not None:
            failed = error[0] is not None or connection(atomic.using).needs_rollback
            with self.lock:
                seen = self.recording.observed(opened.row())
                seen.ran("rollback" if failed else "commit", opened.touches)
                if opened.callers:
                    seen.callers[opened.callers] = None
        return original(atomic, *error)

    def execute(self, original: Callable[..., Any], cursor: Any, sql: Any, *args: Any, **kwargs: Any) -> Any:  # noqa: ANN401
        """Execute a statement and note its tables."""
        self.note(cursor.db, sql if isinstance(sql, str) else text_of(sql), caller())
        return original(cursor, sql, *args, **kwargs)

    def execute_query(self, original: Callable[..., Any], compiler: Any, *args: Any, **kwargs: Any) -> Any:  # noqa: ANN401
        """Execute a query; SQLite has no `FOR UPDATE`, so that a query asks for locks is told to `execute`."""
        with self.locking(compiler):
            return original(compiler, *args, **kwargs)

    def await_thread(self, original: Callable[..., Any], bridge: Any, *args: Any, **kwargs: Any) -> Any:  # noqa: ANN401
        """Await a thread's work, which then knows the frames that wait for it."""
        return into_thread(original, bridge, caller(), *args, **kwargs)

    def call_loop(self, original: Callable[..., Any], bridge: Any, *args: Any, **kwargs: Any) -> Any:  # noqa: ANN401
        """Call async code, which then knows the frames that called it."""
        return into_loop(original, bridge, caller(), *args, **kwargs)

    @contextmanager
    def locking(self, compiler: Any) -> Iterator[None]:  # noqa: ANN401 - Django's compiler
        """Remember what the running query locks if its SQL will not say so."""
        before: Locking = getattr(self.state, "locking", "none")
        query = compiler.query
        if getattr(query, "select_for_update", False) and not compiler.connection.features.has_select_for_update:
            self.state.locking = "base" if "self" in query.select_for_update_of else "all"
        try:
            yield
        finally:
            self.state.locking = before

    def note(self, database: Any, sql: str, frame: FrameType) -> None:  # noqa: ANN401 - Django's connection
        """Add one statement to the open transaction, or to the statements outside."""
        touches = touched(sql, getattr(self.state, "locking", "none"))
        if not touches:
            return
        current = innermost(vars(database).setdefault(STACK, []))
        walk = self.sources.walk(frame, current.frame if current else None)
        if not walk.sites:
            return
        inside = current is not None and walk.end != "deferred"
        if not inside and not self.sources.is_application(walk.frames[0].f_code):
            return  # a view that inherits everything read something before or after its transaction
        with self.lock:
            if current is None or not inside:
                self.recording.committed_alone(walk.sites, touches)
                return
            into = self.recording.observed(current.row()).statements
            current.touches.extend(touches)
            for touch in touches:
                into.add(walk.sites, touch)


def caller() -> FrameType:
    """The frame that called Django's method: outside this function, our wrapper, and `wrapped`."""
    return sys._getframe(3)  # noqa: SLF001 - inspect.stack reads every frame's source file


def connection(using: str | None) -> Any:  # noqa: ANN401 - Django's connection
    """The connection behind a database alias, in this thread."""
    return import_module("django.db.transaction").get_connection(using)


def blocks(using: str | None) -> list[Opening | None]:
    """The open atomic blocks of a connection; None for one that is not a transaction of the application."""
    stack: list[Opening | None] = vars(connection(using)).setdefault(STACK, [])
    return stack


def innermost(stack: list[Opening | None]) -> Opening | None:
    """The transaction that is open now."""
    return next((opened for opened in reversed(stack) if opened is not None), None)


def text_of(sql: Any) -> str:  # noqa: ANN401 - psycopg's composed statements
    """The text of a composed statement; empty where it cannot be had without a server."""
    try:
        return str(sql.as_string(None))
    except Exception:  # noqa: BLE001 - drivers raise their own errors; an unreadable statement is not recorded
        return ""


@contextmanager
def recording(path: Path, *, project: str, roots: list[Path], ignore: tuple[str, ...] = ()) -> Iterator[Recording]:
    """Record what runs inside the block and write it to `path`.

    Raises `InputError` if neither Django nor SQLAlchemy is installed.
    """
    result = Recording(project)
    installed = recorders(Sources(roots, ignore), result)
    try:
        yield result
    finally:
        for recorder in installed:
            recorder.uninstall()
        result.write(path)


Recorders: TypeAlias = (
    "Recorder | SqlAlchemyRecorder | PeeweeRecorder | TrytonRecorder | FrappeRecorder | DriverRecorder"
)


def recorders(sources: Sources, result: Recording, *, drivers: bool = False, server: bool = False) -> list[Recorders]:
    """The recorders of the libraries that are installed, at work; raises `InputError` where there is none.

    With `drivers`, the one of the drivers' own connections takes their place: it would see all they do again. With
    `server`, that of SQLAlchemy asks PostgreSQL as well.
    """
    if drivers:
        recorder = DriverRecorder(sources, result)
        recorder.install()
        return [recorder]
    found: list[Recorders] = []
    refused: list[InputError] = []
    for one in (
        Recorder(sources, result),
        SqlAlchemyRecorder(sources, result, server=server),
        PeeweeRecorder(sources, result),
        TrytonRecorder(sources, result),
        FrappeRecorder(sources, result),
    ):
        try:
            one.install()
        except InputError as error:
            refused.append(error)
        else:
            found.append(one)
    if not found:
        raise refused[0]
    return found
