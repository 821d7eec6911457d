"""What do Tryton's transactions do while tests run?

A server, or proteus in its place, begins a transaction, calls one method of a model or a wizard's state, and commits:
no frame of the application opens or ends anything. So the transaction is that of the method that was called first:
where the pool's class has it from, or that class itself where it inherits it from Tryton. `with new_transaction()` in
the application is one of its own. What a test does in a transaction that it began, or what is rolled back, is none.
"""

from __future__ import annotations

import sys
from dataclasses import dataclass, field
from importlib import import_module
from threading import RLock
from typing import TYPE_CHECKING, Any

from boundary.errors import InputError
from boundary.observe.bridges import outwards
from boundary.observe.opening import Opening, function_site, opening
from boundary.observe.patches import Patches
from boundary.observe.rows import READ_OPS
from boundary.observe.touched import Touch, touched

if TYPE_CHECKING:
    from collections.abc import Callable
    from types import FrameType

    from boundary.observe.frames import Site, Sources
    from boundary.observe.rows import Recording

OWN = "trytond/transaction.py"
STATES = ("transition_", "do_")
RUNNERS = frozenset({("ir.queue", "run"), ("ir.cron", "run_once"), ("ir.cron", "run")})
CURSORS = ("SQLiteCursor", "Cursor")


@dataclass
class Work:
    """What a transaction has done, who began it, and for which method."""

    frame: FrameType
    opened: Opening | None
    entered: Opening | None = None
    writes: bool = False
    statements: list[tuple[tuple[Site, ...], Touch]] = field(default_factory=list)


class TrytonRecorder:
    """Fills a `Recording` from `install` until `uninstall`."""

    def __init__(self, sources: Sources, recording: Recording) -> None:
        self.sources = sources
        self.recording = recording
        self.lock = RLock()
        self.patches = Patches()
        self.work: dict[int, Work] = {}
        self.listening = False

    def install(self) -> None:
        """Wrap Tryton's transactions; raises `InputError` where it is not installed."""
        try:
            transaction = import_module("trytond.transaction").Transaction
        except ImportError as missing:
            message = f"recording Tryton needs it in the environment that runs the tests ({missing})"
            raise InputError(message) from missing
        self.patches.wrap(transaction, "start", self.start)
        self.patches.wrap(transaction, "commit", self.commit)
        self.patches.wrap(transaction, "rollback", self.rollback)

    def uninstall(self) -> None:
        """Put Tryton back as it was."""
        self.patches.undo()

    # The wrappers. Each is called by what `Patches.wrap` makes: the caller of Tryton's method is two frames out.

    def start(self, original: Callable[..., Any], transaction: Any, *args: Any, **kwargs: Any) -> Any:  # noqa: ANN401
        """Begin a transaction; which cursors there are is known when the configuration has been read."""
        self.listen()
        frame = sys._getframe(2)  # noqa: SLF001 - inspect.stack reads every frame's source file
        while self.sources.place(frame.f_code.co_filename).name == OWN and frame.f_back:
            frame = frame.f_back
        own = self.sources.is_application(frame.f_code)
        self.work[id(transaction)] = Work(frame, opening(self.sources, frame) if own else None)
        return original(transaction, *args, **kwargs)

    def commit(self, original: Callable[..., Any], transaction: Any) -> Any:  # noqa: ANN401
        """What was done is kept, and so is what Tryton stores itself at the end."""
        result = original(transaction)
        self.finish(transaction, "commit")
        return result

    def rollback(self, original: Callable[..., Any], transaction: Any) -> Any:  # noqa: ANN401
        """What was done is given up."""
        result = original(transaction)
        self.finish(transaction, "rollback")
        return result

    def listen(self) -> None:
        """Stand around the cursors of the backend that is configured."""
        if self.listening:
            return
        self.listening = True
        modules = [sys.modules[cls.__module__] for cls in import_module("trytond.backend").Database.__mro__]
        cursors = [getattr(module, name) for module in modules for name in CURSORS if hasattr(module, name)]
        for cursor in cursors[:1]:
            self.patches.wrap(cursor, "execute", self.execute)
            self.patches.wrap(cursor, "executemany", self.execute)

    def execute(self, original: Callable[..., Any], cursor: Any, sql: Any, *args: Any, **kwargs: Any) -> Any:  # noqa: ANN401
        """Execute a statement and note its tables."""
        if isinstance(sql, str):
            self.note(cursor.connection, sql, sys._getframe(2))  # noqa: SLF001 - as above
        return original(cursor, sql, *args, **kwargs)

    def note(self, connection: Any, sql: str, frame: FrameType) -> None:  # noqa: ANN401 - a driver's
        """Add one statement to the transaction that it runs in."""
        work = self.work_of(connection)
        touches = touched(sql, "none") if work is not None else ()
        if work is None or not touches:
            return
        walk = self.sources.walk(frame, work.frame)
        if walk.end == "test":  # a test began the transaction, and calls what it likes
            for touch in touches if walk.sites else ():
                self.recording.outside.add(walk.sites, touch)
            return
        called = work.opened or self.called(frame, work.frame)
        writes = any(touch.op not in READ_OPS for touch in touches)
        if work.entered is None or (writes and not work.writes):  # a queue looks up the rows that its method is for
            work.entered = called or work.entered
        work.writes = work.writes or writes
        chain = walk.sites or ((work.entered.site,) if work.entered else ())
        work.statements.extend((chain, touch) for touch in touches)

    def work_of(self, connection: Any) -> Work | None:  # noqa: ANN401 - as above
        """The innermost transaction that has this connection."""
        transactions = import_module("trytond.transaction").Transaction._local.transactions  # noqa: SLF001
        for transaction in reversed(transactions):
            if transaction.connection is connection:
                return self.work.get(id(transaction))
        return None

    def finish(self, transaction: Any, outcome: str) -> None:  # noqa: ANN401
        """A transaction has ended: what it did belongs to the method that it was begun for."""
        work = self.work.get(id(transaction))
        if work is None:
            return
        held, work.statements = work.statements, []
        opened, work.entered, work.writes = work.entered, None, False
        with self.lock:
            if opened is None or outcome == "rollback":
                for chain, touch in held:
                    if chain:
                        self.recording.outside.add(chain, touch)
                return
            seen = self.recording.observed(opened.row())
            seen.outcomes[outcome] += 1
            for chain, touch in held:
                seen.statements.add(chain or (opened.site,), touch)

    def called(self, frame: FrameType, until: FrameType) -> Opening | None:
        """The method of the pool's that was called first in a transaction, by the frames from one of its statements."""
        frames: list[FrameType] = []
        for current in outwards(frame):
            if current is until:
                break
            frames.append(current)
        wizard: Any = None
        for current in reversed(frames):
            owner, name = bound(current)
            if owner is None or (wizard and not (issubclass(owner, wizard) and name.startswith(STATES))):
                continue
            if name == "execute" and hasattr(owner, "start_state"):
                wizard = owner
            elif wizard or (owner.__name__, name) not in RUNNERS:
                site = self.site(owner, name)
                return None if site is None else Opening("request", site, current, f"{owner.__name__}.{name}")
        return None

    def site(self, owner: Any, name: str) -> Site | None:  # noqa: ANN401 - a class of the pool's
        """Where a class of the application has a method from, or the class that has it from Tryton.

        Of the modules that extend that class, each has one of its name: the first of them stands for all.
        """
        classes = [cls for cls in owner.__mro__ if cls.__name__ == owner.__name__]
        inherited = next((site for cls in reversed(classes) if (site := self.sources.class_site(cls, name))), None)
        if inherited is None:
            return None
        held = next(vars(cls)[name] for cls in owner.__mro__ if name in vars(cls))
        return function_site(self.sources, getattr(held, "__func__", held)) or inherited


def bound(frame: FrameType) -> tuple[Any, str]:
    """The pool's class that a frame runs a method of, and the method; None where it runs none."""
    name = frame.f_code.co_name
    if name.startswith("__"):
        return None, name
    first = frame.f_locals.get(next(iter(frame.f_code.co_varnames[: frame.f_code.co_argcount]), ""))
    owner = first if isinstance(first, type) else type(first)
    return (owner if hasattr(owner, "__post_setup__") and callable(getattr(owner, name, None)) else None), name
