"""What do drivers' connections (sqlite3, psycopg, psycopg2, `databases`) do while tests run?  Units of work, blocks.

For projects that ask their database without Django. A transaction is what a connection did between its beginning and
the commit; its site is the application's line that committed, or the `with` block whose end did. Connections are made
of classes of their own (sqlite3's cannot be changed), or have their methods wrapped (psycopg's). What Storm flushes is
written by who changed it (`storm.py`); what Zope's publisher commits is the page's that answered (`zope.py`),
as what py4web and web2py commit is the action's (`actions.py`).
"""

from __future__ import annotations

import functools
import sys
from contextlib import contextmanager
from dataclasses import dataclass, field
from importlib import import_module
from itertools import groupby
from operator import itemgetter
from threading import RLock
from typing import TYPE_CHECKING, Any

from boundary.observe.actions import Actions
from boundary.observe.opening import Opening, opening, plain, with_block
from boundary.observe.patches import Patches
from boundary.observe.qualified import qualified_name
from boundary.observe.rows import READ_OPS
from boundary.observe.storm import Flushed
from boundary.observe.touched import Touch, touched
from boundary.observe.zope import Requests

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator
    from types import FrameType

    from boundary.observe.frames import Site, Sources, Walk
    from boundary.observe.rows import Recording

WORK = "_boundary_work"
COMMIT = "session.commit"


@dataclass
class Work:
    """What a connection has done since its transaction began, and the `with` blocks on it that are open."""

    statements: list[tuple[tuple[Site, ...], Touch]] = field(default_factory=list)
    blocks: list[Opening | None] = field(default_factory=list)
    leaves: Opening | None = None
    """The block whose end commits right now."""


class DriverRecorder:
    """Fills a `Recording` from `install` until `uninstall`."""

    def __init__(self, sources: Sources, recording: Recording) -> None:
        self.sources = sources
        self.recording = recording
        self.patches = Patches()
        self.lock = RLock()
        self.requests = Requests(sources)
        self.actions = Actions(sources)
        self.flushed = Flushed(sources)

    def install(self) -> None:
        """Wrap the drivers that are installed; sqlite3 always is."""
        sqlite3 = import_module("sqlite3")
        connect = functools.wraps(sqlite3.connect)(functools.partial(self.connect, sqlite3.connect))
        for module in (sqlite3, import_module("sqlite3.dbapi2")):
            self.patches.replace(module, "connect", connect)
        self.install_pydal(sqlite3)
        self.install_psycopg2()
        self.requests.install(self.patches)
        self.actions.install(self.patches)
        self.flushed.install(self.patches)
        import_module("boundary.observe.databases").install(self)
        try:
            psycopg = import_module("psycopg")
        except ImportError:
            return
        for cursor in (psycopg.Cursor, psycopg.ServerCursor):
            self.patches.wrap(cursor, "execute", self.psycopg_execute)
            self.patches.wrap(cursor, "executemany", self.psycopg_execute)
        self.patches.wrap(psycopg.Connection, "commit", functools.partial(self.psycopg_end, "commit"))
        self.patches.wrap(psycopg.Connection, "rollback", functools.partial(self.psycopg_end, "rollback"))
        self.patches.wrap(psycopg.Connection, "__enter__", self.psycopg_enter)
        self.patches.wrap(psycopg.Connection, "__exit__", self.psycopg_exit)
        self.patches.wrap(psycopg.Connection, "transaction", self.psycopg_transaction)

    def install_psycopg2(self) -> None:
        """Wrap psycopg2, where it is installed."""
        try:
            psycopg2 = import_module("psycopg2")
        except ImportError:
            return
        connect = import_module("boundary.observe.psycopg2").connect
        self.patches.replace(psycopg2, "connect", functools.partial(connect, self, psycopg2.connect))

    def install_pydal(self, sqlite3: Any) -> None:  # noqa: ANN401 - a module
        """Pydal makes connections of sqlite3's class itself."""
        try:
            adapter = import_module("pydal.adapters.sqlite").SQLite
        except ImportError:
            return

        def connector(held: Any) -> Any:  # noqa: ANN401 - pydal's adapter
            return sqlite3.connect(held.dbpath, **held.driver_args)

        self.patches.replace(adapter, "connector", connector)

    def uninstall(self) -> None:
        """Put the drivers back as they were."""
        self.patches.undo()

    # --- what happens -------------------------------------------------------------------------------------

    def note(self, connection: Any, sql: str, *, inside: bool) -> None:  # noqa: ANN401 - a driver's connection
        """Keep a statement for the transaction that it stands in, or for those outside."""
        found = list(self.chained(touched(sql), sys._getframe(1)))  # noqa: SLF001 - inspect.stack reads files
        if inside:
            work_of(connection).statements.extend(found)
            return
        with self.lock:
            for chain, held in groupby(found, key=itemgetter(0)):
                self.recording.committed_alone(chain, [touch for _, touch in held])

    def chained(self, touches: Iterable[Touch], frame: FrameType) -> Iterator[tuple[tuple[Site, ...], Touch]]:
        """What a statement does, each with the application's frames that it is done for."""
        walk: Walk | None = None
        for touch in touches:
            if self.flushed.chains and touch.op not in READ_OPS:
                yield from ((chain, touch) for chain in self.flushed.chains)
                continue
            walk = walk or self.sources.walk(frame)
            if walk.sites:
                yield walk.sites, touch

    def ran(self, connection: Any, sql: str, before: bool, after: bool) -> None:  # noqa: ANN401, FBT001 - as above
        """A statement was executed; before it and after it, a transaction was open or none was."""
        if before and not after:
            self.finish(connection, "rollback" if sql.lstrip()[:8].lower() == "rollback" else "commit")
        else:
            self.note(connection, sql, inside=after)

    def finish(self, connection: Any, outcome: str, opened: Opening | None = None) -> None:  # noqa: ANN401
        """A transaction has ended: what it did belongs to the block that was open, or to the line that ended it."""
        held, work_of(connection).statements = work_of(connection).statements, []
        if not held:
            return
        frame = sys._getframe(1)  # noqa: SLF001 - as above
        walk = self.sources.walk(frame)
        opened = opened or self.requests.answered(frame) or self.actions.answered(frame) or self.ending(walk)
        with self.lock:
            if opened is None:  # a test committed
                for chain, touch in held:
                    self.recording.outside.add(chain, touch)
                return
            handed = handed_over([chain for chain, _ in held], walk) if opened.kind == COMMIT else None
            seen = self.recording.observed(opened.row() | ({"runs": handed} if handed else {}))
            seen.ran(outcome, [touch for _, touch in held])
            for chain, touch in held:
                seen.statements.add(chain, touch)
            if opened.callers:
                seen.callers[opened.callers] = None

    def ending(self, walk: Walk) -> Opening | None:
        """The application's line that ends a transaction by a call of `commit`."""
        if not walk.sites:
            return None
        found = with_block(self.sources, walk)
        found.kind = COMMIT
        return found

    # --- sqlite3 ------------------------------------------------------------------------------------------

    def connect(self, original: Callable[..., Any], *args: Any, **kwargs: Any) -> Any:  # noqa: ANN401
        """Connect with a class that tells what it does; Django's connections are left to Django's recorder."""
        caller = sys._getframe(1).f_globals.get("__name__", "")  # noqa: SLF001 - as above
        if caller.startswith("django.") or len(args) > 5:  # noqa: PLR2004 - the factory by its position
            return original(*args, **kwargs)
        sqlite3 = import_module("sqlite3")
        kwargs["factory"] = recording_connection(self, kwargs.get("factory") or sqlite3.Connection)
        return original(*args, **kwargs)

    def run(self, connection: Any, sql: object, call: Callable[[], Any]) -> Any:  # noqa: ANN401
        """Execute a statement on a connection of sqlite3, and see whether it began or ended a transaction."""
        before = connection.in_transaction
        result = call()
        self.ran(connection, sql if isinstance(sql, str) else "", before, connection.in_transaction)
        return result

    # --- psycopg ------------------------------------------------------------------------------------------

    def psycopg_execute(self, original: Callable[..., Any], cursor: Any, query: Any, *args: Any, **kwargs: Any) -> Any:  # noqa: ANN401
        """Execute a statement and note its tables."""
        text = as_text(query)
        connection = cursor.connection
        before = in_transaction(connection)
        result = original(cursor, query, *args, **kwargs)
        self.ran(connection, text, before, in_transaction(connection))
        return result

    def psycopg_end(self, outcome: str, original: Callable[..., Any], connection: Any) -> Any:  # noqa: ANN401
        """`commit`, `rollback`."""
        result = original(connection)
        blocks = work_of(connection).blocks
        leaving = bool(blocks) and sys._getframe(2).f_code.co_name == "__exit__"  # noqa: SLF001 - as above
        self.finish(connection, outcome, blocks[-1] if leaving else None)
        return result

    def psycopg_enter(self, original: Callable[..., Any], connection: Any) -> Any:  # noqa: ANN401
        """Enter a connection: its end commits."""
        work_of(connection).blocks.append(opening(self.sources, sys._getframe(2)))  # noqa: SLF001
        return original(connection)

    def psycopg_exit(self, original: Callable[..., Any], connection: Any, *error: Any) -> Any:  # noqa: ANN401
        """Leave a connection."""
        blocks = work_of(connection).blocks
        result = original(connection, *error)
        self.finish(connection, "rollback" if error[0] else "commit", blocks[-1] if blocks else None)
        if blocks:
            blocks.pop()
        return result

    def psycopg_transaction(self, original: Callable[..., Any], connection: Any, *args: Any, **kwargs: Any) -> Any:  # noqa: ANN401
        """`with connection.transaction()`: a transaction, where none is open yet."""
        return self.within(original(connection, *args, **kwargs), connection, opening(self.sources, sys._getframe(2)))  # noqa: SLF001

    @contextmanager
    def within(self, block: Any, connection: Any, opened: Opening | None) -> Iterator[Any]:  # noqa: ANN401
        """Enter a block of psycopg's; it is a transaction of its own unless one is open."""
        outermost = not in_transaction(connection)
        with block as entered:
            yield entered
        if outermost:
            self.finish(connection, "commit", opened)


def handed_over(chains: list[tuple[Site, ...]], walk: Walk) -> str | None:
    """The function that did all the work for the code that commits: what a runner was handed, if it is a runner."""
    committing = {(site.file, site.func) for site in walk.sites}
    found = set()
    for chain in chains:
        depth = next((n for n, site in enumerate(chain) if (site.file, site.func) in committing), 0)
        found.add(chain[depth - 1].func if depth else None)
    handed = found.pop() if len(found) == 1 else None
    return handed if handed is not None and any(holds(frame, handed) for frame in walk.frames) else None


def holds(frame: FrameType, name: str) -> bool:
    """Whether a frame has a function of this name in a variable: it was handed over, and not called by its name."""
    for value in frame.f_locals.values():
        for one in value if isinstance(value, (list, tuple)) else (value,):
            code = getattr(plain(one), "__code__", None) if callable(one) else None
            if code is not None and qualified_name(code) == name:
                return True
    return False


def work_of(connection: Any) -> Work:  # noqa: ANN401 - a driver's connection
    """What a connection has done."""
    work: Work = vars(connection).setdefault(WORK, Work())
    return work


def in_transaction(connection: Any) -> bool:  # noqa: ANN401 - psycopg's connection
    """Whether a connection of psycopg is in a transaction."""
    return int(connection.info.transaction_status) != 0


def as_text(query: Any, connection: Any = None) -> str:  # noqa: ANN401 - psycopg's composed statements
    """The text of a statement; empty where it has none."""
    if isinstance(query, str):
        return query
    if isinstance(query, bytes):
        return query.decode(errors="replace")
    try:
        return str(query.as_string(connection))
    except Exception:  # noqa: BLE001 - drivers raise their own errors; an unreadable statement is not recorded
        return ""


def recording_connection(recorder: DriverRecorder, base: type[Any]) -> type[Any]:  # noqa: C901 - a class, method by method
    """A class of connections of sqlite3 that tell what they do.

    The project's own class may make its cursors of a class of its own: what records stands behind its `cursor`.
    """
    plain: Any = import_module("sqlite3").Connection

    class MakingCursors(plain):  # type: ignore[misc]
        def cursor(self, factory: type[Any] | None = None) -> Any:  # noqa: ANN401
            wanted: Any = factory or import_module("sqlite3").Cursor
            return super().cursor(recording_cursor(recorder, wanted))

    class RecordingConnection(*((MakingCursors,) if base is plain else (base, MakingCursors))):  # type: ignore[misc]
        def commit(self) -> None:
            before = self.in_transaction
            super().commit()
            if before:
                recorder.finish(self, "commit")

        def rollback(self) -> None:
            before = self.in_transaction
            super().rollback()
            if before:
                recorder.finish(self, "rollback")

        def execute(self, sql: str, *args: Any) -> Any:  # noqa: ANN401
            return self.cursor().execute(sql, *args)

        def executemany(self, sql: str, *args: Any) -> Any:  # noqa: ANN401
            return self.cursor().executemany(sql, *args)

        def executescript(self, sql: str) -> Any:  # noqa: ANN401
            return self.cursor().executescript(sql)

        def __enter__(self) -> Any:  # noqa: ANN401
            work_of(self).blocks.append(opening(recorder.sources, sys._getframe(1)))  # noqa: SLF001
            return super().__enter__()

        def __exit__(self, *error: object) -> Any:  # noqa: ANN401
            before = self.in_transaction
            result = super().__exit__(*error)
            blocks = work_of(self).blocks
            opened = blocks.pop() if blocks else None
            if before:
                recorder.finish(self, "rollback" if error[0] else "commit", opened)
            return result

    RecordingConnection.__name__ = base.__name__
    return RecordingConnection


@functools.lru_cache(maxsize=64)
def recording_cursor(recorder: DriverRecorder, base: Any) -> Any:  # noqa: ANN401 - a class, or what makes cursors
    """A class of cursors of sqlite3 that tell what they do."""
    if not isinstance(base, type):
        return base

    class RecordingCursor(base):  # type: ignore[misc]
        def execute(self, sql: str, *args: Any) -> Any:  # noqa: ANN401
            return recorder.run(self.connection, sql, lambda: super(RecordingCursor, self).execute(sql, *args))

        def executemany(self, sql: str, *args: Any) -> Any:  # noqa: ANN401
            return recorder.run(self.connection, sql, lambda: super(RecordingCursor, self).executemany(sql, *args))

        def executescript(self, sql: str) -> Any:  # noqa: ANN401
            if self.connection.in_transaction:
                recorder.finish(self.connection, "commit")
            result = super().executescript(sql)
            recorder.note(self.connection, sql, inside=self.connection.in_transaction)
            return result

    return RecordingCursor
