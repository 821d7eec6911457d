"""What do Frappe's transactions do while tests run?

A server begins a transaction for each request or job and commits at its end: no frame of the application does. Tests
call what a request would without one. So the transaction is that of the outermost call of what clients may call: a
whitelisted function, or a document that is stored, submitted, cancelled or deleted. Where the document's class inherits
that from Frappe, the class stands for it. What is enqueued and run at once is a transaction of its own.

Where the application commits in between, what was done in the call since the last commit belongs to that commit: its
nearest frame of the application is the transaction's site. What it rolls back counts as outside transactions.
"""

from __future__ import annotations

import sys
from dataclasses import dataclass, field
from importlib import import_module
from threading import RLock
from typing import TYPE_CHECKING, Any

from boundary.errors import InputError
from boundary.observe.bridges import outwards
from boundary.observe.frames import Site
from boundary.observe.opening import Opening, function_site, plain
from boundary.observe.patches import Patches
from boundary.observe.qualified import qualified_name
from boundary.observe.rows import Statements
from boundary.observe.touched import touched

if TYPE_CHECKING:
    from collections.abc import Callable
    from types import CodeType, FrameType

    from boundary.observe.frames import Sources
    from boundary.observe.rows import Recording, Row

STORING = {"insert": "insert", "_save": "save", "_submit": "submit", "_cancel": "cancel", "delete": "delete"}
"""The methods of documents, as clients ask for them, by those that all ways of calling them come to."""
SAVES = "_save"
DELETING = "delete_doc"
OWN = "model/document.py"
BASES = (
    *("frappe/__init__.py", "frappe/client.py", "frappe/database/database.py", "frappe/model/document.py"),
    "frappe/utils/nestedset.py",
)
"""What Frappe itself brings for all documents: of no application, also where Frappe lies beside one."""
DELETES = "model/delete_doc.py"
QUEUE = "utils/background_jobs.py"
PASSING = (QUEUE, "frappe/__init__.py")
"""What stands between a queue and the function that it runs."""
ENQUEUES = frozenset({"enqueue", "execute_job"})
COMMIT, ROLLBACK = "commit", "rollback"
"""What Frappe's database executes when work is ended or given up; a savepoint's name follows where it is of one."""


@dataclass
class Work:
    """What a call has done since it began, or since the last commit in it."""

    opened: Opening
    statements: Statements = field(default_factory=Statements)


class FrappeRecorder:
    """Fills a `Recording` from `install` until `uninstall`."""

    def __init__(self, sources: Sources, recording: Recording) -> None:
        self.sources = sources
        self.recording = recording
        self.lock = RLock()
        self.patches = Patches()
        self.work: dict[FrameType, Work] = {}
        """What is open, by the frame of the call that it is done in."""
        self.codes: dict[CodeType, Callable[..., Any]] = {}
        self.known = 0

    def install(self) -> None:
        """Wrap Frappe's databases; raises `InputError` where it is not installed."""
        try:
            database = import_module("frappe.database.database").Database
        except (ImportError, AttributeError) as missing:
            message = f"recording Frappe needs it in the environment that runs the tests ({missing})"
            raise InputError(message) from missing
        self.patches.wrap(database, "sql", self.execute)

    def uninstall(self) -> None:
        """Put Frappe back as it was; what is open has come to its end."""
        self.patches.undo()
        self.end(set())

    def execute(self, original: Callable[..., Any], database: Any, query: Any, *args: Any, **kwargs: Any) -> Any:  # noqa: ANN401
        """Execute a statement and note its tables, or that it ends work."""
        frame = sys._getframe(2)  # noqa: SLF001 - inspect.stack reads every frame's source file
        result = original(database, query, *args, **kwargs)
        text = str(query)
        if text.strip().lower() in {COMMIT, ROLLBACK}:
            self.ended(text.strip().lower(), frame)
        else:
            self.note(text, frame)
        return result

    def note(self, sql: str, frame: FrameType) -> None:
        """Add one statement to the transaction that it runs in."""
        touches = touched(sql, "none")
        if not touches:
            return
        opened = self.called(frame)
        walk = self.sources.walk(frame, opened.frame if opened is not None else None)
        with self.lock:
            if opened is None or opened.frame is None:
                for touch in touches if walk.sites else ():
                    self.recording.outside.add(walk.sites, touch)
                return
            if opened.frame not in self.work:
                self.end(set(outwards(frame)))
                self.work[opened.frame] = Work(opened)
            for touch in touches:
                self.work[opened.frame].statements.add(walk.sites or (opened.site,), touch)

    def end(self, running: set[FrameType]) -> None:
        """The calls have come to their end that are not running any more."""
        for frame in [one for one in self.work if one not in running]:
            work = self.work.pop(frame)
            self.committed(work, work.opened.row())

    def committed(self, work: Work, site: Row) -> None:
        """What a call has done is a transaction."""
        seen = self.recording.observed(site)
        seen.outcomes[COMMIT] += 1
        seen.statements.merge(work.statements)

    def ended(self, how: str, frame: FrameType) -> None:
        """A commit or a rollback: by the application in a call, or by a test behind all that it has called."""
        opened = self.called(frame)
        with self.lock:
            if opened is None or opened.frame is None:
                self.end(set())
                return
            work = self.work.pop(opened.frame, None)
            if work is None:
                return
            if how == ROLLBACK:
                self.recording.outside.merge(work.statements)
                return
            sites = self.sources.walk(frame, opened.frame).sites
            site = next((one for one in sites if not one.file.endswith(BASES)), None)
            self.committed(work, opened.row() if site is None else {**site._asdict(), "kind": "session.commit"})

    def called(self, frame: FrameType) -> Opening | None:
        """What a client or a job would have called first, by the frames from one of its statements."""
        found: Opening | None = None
        for current in outwards(frame):
            code = current.f_code
            if self.sources.place(code.co_filename).kind == "test":
                break
            if code.co_name in ENQUEUES and code.co_filename.endswith(QUEUE):
                return self.of_job(current, frame) or found
            if found is None or not inserts(current, found.frame):
                found = self.of_document(current) or self.of_function(current) or found
        return found

    def of_document(self, frame: FrameType) -> Opening | None:
        """A document that is stored or deleted in this frame."""
        code = frame.f_code
        if code.co_name == DELETING and code.co_filename.endswith(DELETES):
            document, name = frame.f_locals.get("doc"), "delete"
        else:
            name = STORING.get(code.co_name, "") if code.co_filename.endswith(OWN) else ""
            document = frame.f_locals.get("self") if name else None
        if document is None:
            return None
        if name == "save":
            name = {"submit": "submit", "cancel": "cancel"}.get(str(getattr(document, "_action", "")), "save")
        owner = type(document)
        own = next((vars(cls)[name] for cls in owner.__mro__ if name in vars(cls)), None)
        site = (function_site(self.sources, own) if own is not None and not is_of_frappe(own) else None) or (
            self.sources.class_site(owner, name)
        )
        if site is None or site.file.endswith(BASES):
            return None
        return Opening("request", site, frame, f"{document.doctype}.{name}")

    def of_function(self, frame: FrameType) -> Opening | None:
        """A whitelisted function that runs in this frame."""
        whitelisted = import_module("frappe").whitelisted
        if len(whitelisted) != self.known:
            self.known = len(whitelisted)
            self.codes = {code: one for one in whitelisted if (code := getattr(plain(one), "__code__", None))}
        function = self.codes.get(frame.f_code)
        site = function_site(self.sources, function) if function is not None else None
        return None if site is None or site.file.endswith(BASES) else Opening("request", site, frame, site.func)

    def of_job(self, queue: FrameType, inner: FrameType) -> Opening | None:
        """The function that a queue runs: the first of the application's below the queue's own frame."""
        last: FrameType | None = None
        for current in outwards(inner):
            if current is queue:
                break
            if self.sources.is_application(current.f_code) and not current.f_code.co_filename.endswith(PASSING):
                last = current
        if last is None:
            return None
        code = last.f_code
        site = Site(self.sources.place(code.co_filename).name, code.co_firstlineno, qualified_name(code))
        return Opening("request", site, last, site.func)


def inserts(saving: FrameType, inner: FrameType | None) -> bool:
    """Whether a document is saved that is new: what is called in the inner frame is its `insert`."""
    if inner is None or saving.f_code.co_name != SAVES or inner.f_code.co_name != "insert":
        return False
    return saving.f_locals.get("self") is inner.f_locals.get("self")


def is_of_frappe(function: Any) -> bool:  # noqa: ANN401 - whatever a class holds
    """Whether a document's class has a method from Frappe."""
    code = getattr(plain(function), "__code__", None)
    return code is None or code.co_filename.endswith(OWN)
