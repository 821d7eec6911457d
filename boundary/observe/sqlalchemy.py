"""What do SQLAlchemy's units of work do while a test suite runs?

The recorder listens to all engines, and stands around `Session.commit`. What a connection has executed since the last
commit or rollback belongs to the commit that comes: its nearest frame of the application is the transaction's site. A
commit that a test makes itself is none of the application's, and one that `pyramid_tm` makes is the view's. Where the
application commits in a decorator or a context manager of its own, what it wraps tells its transactions apart. What a
test had executed by another call, before it made the one that commits, is put together by the test alone. Where the
server is asked, too, what it counted goes with the commit. SQLAlchemy 1 lets a statement commit itself where no
transaction was begun: it stands outside of them, as one of any other library would.
"""

from __future__ import annotations

import sys
from contextlib import contextmanager
from functools import partial
from importlib import import_module
from itertools import islice, pairwise
from threading import RLock, local
from typing import TYPE_CHECKING, Any, NamedTuple, TypeAlias

from boundary.errors import InputError
from boundary.observe.bridges import outwards
from boundary.observe.counted import begun, changed
from boundary.observe.drivers import handed_over
from boundary.observe.flushing import Flushing
from boundary.observe.opening import using, wrapped_function
from boundary.observe.patches import Patches
from boundary.observe.pyramid import Views
from boundary.observe.touched import Touch, made_temporary, touched

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from types import FrameType

    from boundary.observe.frames import Site, Sources, Walk
    from boundary.observe.rows import Recording, Row

OWN = "sqlalchemy/"
EXITS = frozenset({"__exit__", "__aexit__"})
HELD = "_boundary_executed"
COMMITS = "_commit_impl"
NEAR = 4
"""As many frames lie between a listener and what it listens to."""


class Executed(NamedTuple):
    """What a statement does to one table, by which frames of the application, and in which call of a test."""

    chain: tuple[Site, ...]
    touch: Touch
    call: int


Pending: TypeAlias = list[Executed]


class SqlAlchemyRecorder:
    """Fills a `Recording` from `install` until `uninstall`; with `server`, by what PostgreSQL counts as well."""

    def __init__(self, sources: Sources, recording: Recording, *, server: bool = False) -> None:
        self.sources = sources
        self.recording = recording
        self.server = server
        self.lock = RLock()
        self.state = local()
        self.views = Views(sources)
        self.objects = Flushing(sources)
        self.temporary: set[str] = set()
        self.patches = Patches()
        self.undo: list[Callable[[], Any]] = []

    def install(self) -> None:
        """Listen to SQLAlchemy; raises `InputError` where it is not installed."""
        try:
            event = import_module("sqlalchemy.event")
            engine = import_module("sqlalchemy.engine").Engine
            session = import_module("sqlalchemy.orm").Session
        except ImportError as missing:
            message = f"recording units of work needs SQLAlchemy in the environment that runs the tests ({missing})"
            raise InputError(message) from missing
        listeners: list[tuple[str, Callable[..., None]]] = [
            ("before_cursor_execute", self.executed),
            ("commit", self.committed),
            ("rollback", self.rolled_back),
        ]
        if self.server:
            listeners.append(("begin", begun))
        for name, listener in listeners:
            event.listen(engine, name, listener)
            self.undo.append(partial(event.remove, engine, name, listener))
        original, flushes = session.commit, session.flush

        def commit(instance: Any, /, *args: Any, **kwargs: Any) -> Any:  # noqa: ANN401 - SQLAlchemy's session
            with self.using(instance) as used:
                result = original(instance, *args, **kwargs)
            if not self.flushing:
                self.end(used, sys._getframe(), "commit")  # noqa: SLF001 - inspect.stack reads every frame's source file
            return result

        def flush(instance: Any, /, *args: Any, **kwargs: Any) -> Any:  # noqa: ANN401 - as above
            self.state.flushing = self.flushing + 1
            try:
                return flushes(instance, *args, **kwargs)
            finally:
                self.state.flushing = self.flushing - 1

        self.patches.replace(session, "commit", commit)
        self.patches.replace(session, "flush", flush)
        self.views.install(self.patches)
        self.objects.install(self.patches)

    def uninstall(self) -> None:
        """Leave SQLAlchemy as it was."""
        self.patches.undo()
        while self.undo:
            self.undo.pop()()

    @contextmanager
    def using(self, session: Any) -> Iterator[list[Pending]]:  # noqa: ANN401 - SQLAlchemy's session
        """What the connections of a session have executed that is committed inside the block."""
        used = [pending(connection) for connection in connections_of(session)]
        before: list[Pending] = getattr(self.state, "used", [])
        self.state.used = used
        try:
            yield used
        finally:
            self.state.used = before

    @property
    def flushing(self) -> int:
        """How many sessions this thread is flushing.

        A listener may open a session on the connection of the one that flushes: its commit ends nothing, the work goes
        on to the commit of the outer one.
        """
        return getattr(self.state, "flushing", 0)

    # The listeners; SQLAlchemy calls them by position.

    def executed(self, connection: Any, cursor: Any, statement: str, *_: Any) -> None:  # noqa: ANN401
        """Note the tables of a statement."""
        del cursor
        if made := made_temporary(statement):
            self.temporary.add(made)
        touches = [touch for touch in touched(statement, "none") if touch.table not in self.temporary]
        if touches:
            changed = self.objects.changed
            by = [self.sources.walk(sys._getframe(1))] if changed is None else changed  # noqa: SLF001 - as above
            known = [one for one in by if one.sites]
            if known and not connection.in_transaction():
                with self.lock:
                    for one in known:
                        self.recording.committed_alone(one.sites, touches)
            elif known:
                held = pending(connection)
                held.extend(Executed(one.sites, touch, one.call) for one in known for touch in touches)
                getattr(self.state, "used", []).append(held)

    def committed(self, connection: Any) -> None:  # noqa: ANN401
        """A connection commits."""
        frame = sys._getframe(1)  # noqa: SLF001 - as above
        if commits_itself(frame):
            return
        held = pending(connection)
        if self.server:
            walk = self.sources.walk(frame)
            held.extend(Executed(walk.sites, touch, walk.call) for touch in changed(connection) if walk.sites)
        self.end([held], frame, "commit")

    def rolled_back(self, connection: Any) -> None:  # noqa: ANN401
        """A connection rolls back: what was executed counts as statements outside transactions."""
        self.views.answered(sys._getframe(1))  # noqa: SLF001 - as above
        held = pending(connection)
        with self.lock:
            for one in held:
                self.recording.outside.add(one.chain, one.touch)
        held.clear()

    def end(self, parts: list[Pending], frame: FrameType, outcome: str) -> None:
        """What is pending belongs to the commit that `frame` makes, if the application makes it."""
        held: Pending = []
        for part in parts:
            held += part
            part.clear()
        if not held:
            return
        walk = self.sources.walk(frame)
        view = self.views.answered(frame)
        decorated = view or self.decorated(frame)
        sites = (decorated, *walk.sites) if decorated else walk.sites
        own: list[Executed] = []
        with self.lock:
            for one in held:
                if sites and (one.call == walk.call or not one.call or not walk.call):
                    own.append(one)
                else:
                    self.recording.outside.add(one.chain, one.touch)
            if not own:
                return
            leaves = not decorated and self.leaves_with(frame, walk.frames[0])
            kind = "request" if view else "decorator" if decorated else "with" if leaves else "session.commit"
            used = {} if decorated else self.used(walk, own)
            seen = self.recording.observed({**sites[0]._asdict(), "kind": kind, **used})
            seen.ran(outcome, [one.touch for one in own])
            if len(sites) > 1:
                seen.callers[" < ".join(map(str, sites[1:5]))] = None
            for one in own:
                seen.statements.add(one.chain, one.touch)

    def used(self, walk: Walk, own: list[Executed]) -> Row:
        """What the application's own wrapper or runner runs that commits: the place of its `with`, or the function."""
        wrapper = walk.sites[0]
        inside = {
            inner.func
            for one in own
            for inner, outer in pairwise(one.chain)
            if (outer.file, outer.func) == (wrapper.file, wrapper.func)
        }
        entered, runs = using(walk, inside)
        row: Row = {"entered": entered} if entered else {}
        runs = runs or (None if entered else handed_over([one.chain for one in own], walk))
        return row | {"runs": runs} if runs else row

    def decorated(self, frame: FrameType) -> Site | None:
        """The application's function that a library's decorator ran in the transaction, as a writer of oslo.db does."""
        for current in outwards(frame):
            place = self.sources.place(current.f_code.co_filename)
            if place.kind != "library":
                return None
            function = None if place.name.startswith(OWN) else wrapped_function(self.sources, current)
            if function:
                return function
        return None

    def leaves_with(self, frame: FrameType, application: FrameType) -> bool:
        """Whether the commit is made by leaving a `with` of the application, not by a call of `commit`."""
        for current in outwards(frame):
            if current is application:
                return False
            if current.f_code.co_name in EXITS and self.sources.place(current.f_code.co_filename).name.startswith(OWN):
                return True
        return False


def pending(connection: Any) -> Pending:  # noqa: ANN401 - SQLAlchemy's connection
    """What a connection to the database has executed since its last commit, by whichever session or thread."""
    if connection.closed or connection.invalidated:
        return []
    held: Pending = connection.info.setdefault(HELD, [])
    return held


def connections_of(session: Any) -> Iterator[Any]:  # noqa: ANN401 - as above
    """The connections that a session is using: they may be in a transaction that is not the session's."""
    transaction = vars(session).get("_transaction") or vars(session).get("transaction")  # 1.3 has the latter
    while transaction is not None:
        yield from (held[0] for held in getattr(transaction, "_connections", {}).values())
        transaction = getattr(transaction, "_parent", None)


def commits_itself(frame: FrameType) -> bool:
    """Whether a commit is SQLAlchemy 1's own, of one statement: that was noted as it was executed."""
    for current in islice(outwards(frame), NEAR):
        if current.f_code.co_name == COMMITS:
            return current.f_locals.get("autocommit") is True
    return False
