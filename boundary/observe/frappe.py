"""What do Frappe's transactions do while tests run?

A server begins a transaction for each request or job and commits at its end: no frame of the application does. Tests
call what a request would without one. So the transaction is that of the outermost call of what clients may call: a
whitelisted function, or a document that is stored, submitted, cancelled or deleted. Where the document's class inherits
that from Frappe, the class stands for it. What is enqueued and run at once is a transaction of its own.
"""

from __future__ import annotations

import sys
from importlib import import_module
from threading import RLock
from typing import TYPE_CHECKING, Any

from boundary.errors import InputError
from boundary.observe.bridges import outwards
from boundary.observe.frames import Site
from boundary.observe.opening import Opening, function_site, plain
from boundary.observe.patches import Patches
from boundary.observe.qualified import qualified_name
from boundary.observe.touched import touched

if TYPE_CHECKING:
    from collections.abc import Callable
    from types import CodeType, FrameType

    from boundary.observe.frames import Sources
    from boundary.observe.rows import Recording

STORING = {"insert": "insert", "_save": "save", "_submit": "submit", "_cancel": "cancel", "delete": "delete"}
"""The methods of documents, as clients ask for them, by those that all ways of calling them come to."""
SAVES = "_save"
DELETING = "delete_doc"
OWN = "model/document.py"
BASES = ("frappe/__init__.py", "frappe/client.py", "frappe/model/document.py", "frappe/utils/nestedset.py")
"""What Frappe itself brings for all documents: of no application, also where Frappe lies beside one."""
DELETES = "model/delete_doc.py"
QUEUE = "utils/background_jobs.py"
PASSING = (QUEUE, "frappe/__init__.py")
"""What stands between a queue and the function that it runs."""
ENQUEUES = frozenset({"enqueue", "execute_job"})


class FrappeRecorder:
    """Fills a `Recording` from `install` until `uninstall`."""

    def __init__(self, sources: Sources, recording: Recording) -> None:
        self.sources = sources
        self.recording = recording
        self.lock = RLock()
        self.patches = Patches()
        self.seen: set[int] = set()
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
        """Put Frappe back as it was."""
        self.patches.undo()

    def execute(self, original: Callable[..., Any], database: Any, query: Any, *args: Any, **kwargs: Any) -> Any:  # noqa: ANN401
        """Execute a statement and note its tables."""
        self.note(str(query), sys._getframe(2))  # noqa: SLF001 - inspect.stack reads every frame's source file
        return original(database, query, *args, **kwargs)

    def note(self, sql: str, frame: FrameType) -> None:
        """Add one statement to the transaction that it runs in."""
        touches = touched(sql, "none")
        if not touches:
            return
        opened = self.called(frame)
        walk = self.sources.walk(frame, opened.frame if opened is not None else None)
        with self.lock:
            if opened is None:
                for touch in touches if walk.sites else ():
                    self.recording.outside.add(walk.sites, touch)
                return
            seen = self.recording.observed(opened.row())
            if id(opened.frame) not in self.seen:
                self.seen.add(id(opened.frame))
                seen.outcomes["commit"] += 1
            for touch in touches:
                seen.statements.add(walk.sites or (opened.site,), touch)

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
