"""Which of the running frames belong to the application?

A frame is the application's when its file lies under a source root and is neither installed, nor a test, nor a
migration. Walking outwards stops where the application was called by a test, and where a task queue took over.
"""

from __future__ import annotations

import inspect
import os
import sys
from fnmatch import fnmatch
from pathlib import Path
from typing import TYPE_CHECKING, Any, Literal, NamedTuple

from boundary.observe.bridges import outwards
from boundary.observe.qualified import qualified_name

if TYPE_CHECKING:
    from collections.abc import Sequence
    from types import CodeType, FrameType

Kind = Literal["application", "library", "test"]
End = Literal["reached", "test", "deferred", "top"]

INSTALLED = frozenset({"site-packages", "dist-packages", "node_modules", ".tox", ".nox"})
TEST_FOLDERS = frozenset({"tests", "test", "testing", "migrations"})
TEST_FILES = ("test_*.py", "tests_*.py", "*_test.py", "tests.py", "conftest.py")
TEST_LIBRARIES = (
    "django/test/client.py",
    "django/test/runner.py",
    "django/test/testcases.py",
    "rest_framework/test.py",
    "_pytest/",
    "pytest_django/",
    "unittest/case.py",
)
HANDLERS = "django/core/handlers/"
DEFERRED = ("celery/app/task.py:Task.apply", "django_q/tasks.py:_sync")
NO_FUNCTIONS = frozenset({"<module>", "<listcomp>", "<setcomp>", "<dictcomp>"})
OWN = str(Path(__file__).resolve().parent)
MANY = 12


class Site(NamedTuple):
    """A place in the application: `file` relative to its root, `line`, and the function's qualified name."""

    file: str
    line: int
    func: str

    def __str__(self) -> str:
        return f"{self.file}:{self.line}:{self.func}"


class Place(NamedTuple):
    """What a source file is, and its name: relative to the root, or to site-packages for a library."""

    kind: Kind
    name: str


class Walk(NamedTuple):
    """The application's frames from the inside out, why the walk ended, and which call of a test it came to."""

    sites: tuple[Site, ...]
    frames: tuple[FrameType, ...]
    end: End
    call: int = 0


class Sources:
    """Tells the application's files from everything else.

    `roots` are the folders that hold the application; `ignore` are patterns of relative paths that are not part of it.
    """

    def __init__(self, roots: Sequence[Path], ignore: Sequence[str] = ()) -> None:
        self.roots = [os.path.realpath(root) for root in roots]
        self.ignore = tuple(ignore)
        self.places: dict[str, Place] = {}
        self.lines: dict[type[Any], int | None] = {}

    def place(self, filename: str) -> Place:
        """Say what a file is; answers are kept, since the same few files come again and again."""
        known = self.places.get(filename)
        if known is None:
            known = self.places[filename] = self.find_place(filename)
        return known

    def find_place(self, filename: str) -> Place:
        """Say what a file is, from its path."""
        real = os.path.realpath(filename)
        if real.startswith(OWN + os.sep):
            return Place("library", f"boundary/observe/{Path(real).name}")
        for root in self.roots:
            if not real.startswith(root + os.sep) or not real.endswith(".py"):
                continue
            if real.startswith(os.path.realpath(sys.prefix) + os.sep) and not root.startswith(sys.prefix):
                break
            name = os.path.relpath(real, root).replace(os.sep, "/")
            parts = name.split("/")
            if INSTALLED & set(parts):
                break
            test = bool(TEST_FOLDERS & set(parts[:-1])) or any(fnmatch(parts[-1], form) for form in TEST_FILES)
            ignored = any(fnmatch(name, form) for form in self.ignore)
            return Place("test" if test or ignored else "application", name)
        name = filename.replace(os.sep, "/")
        for installed in (
            "site-packages/",
            "dist-packages/",
            f"python{sys.version_info.major}.{sys.version_info.minor}/",
        ):
            if installed in name:
                name = name.rsplit(installed, 1)[1]
                break
        kind: Kind = "test" if name.startswith(TEST_LIBRARIES) else "library"
        return Place(kind, name)

    def is_application(self, code: CodeType) -> bool:
        """Whether a function's code stands in the application."""
        return self.place(code.co_filename).kind == "application"

    def describe(self, code: CodeType) -> str:
        """A library's function, as in `django/db/models/query.py:QuerySet.get_or_create`."""
        return f"{self.place(code.co_filename).name}:{qualified_name(code)}"

    def walk(self, start: FrameType | None, until: FrameType | None = None, many: int = MANY) -> Walk:
        """Collect the application's frames outwards from `start`, up to and with `until`, at most `many`.

        Where a request runs from the framework into a view that inherits all its code, no frame is the
        application's; the view's class stands for it.
        """
        sites: list[Site] = []
        frames: list[FrameType] = []
        view: tuple[Site, FrameType] | None = None
        end: End = "top"
        call = last = 0
        for frame in outwards(start):
            code = frame.f_code
            place = self.place(code.co_filename)
            if place.kind == "test":
                end, call = "test", last
                break
            last = id(frame)
            if place.kind == "application" and code.co_name not in NO_FUNCTIONS and len(sites) < many:
                sites.append(Site(place.name, frame.f_lineno, qualified_name(code)))
                frames.append(frame)
            if place.kind == "library" and not sites:
                view = self.inherited_view(frame) or view  # the outermost: what the framework entered
            if frame is until:
                end = "reached"
                break
            if place.kind == "library":
                if f"{place.name}:{qualified_name(code)}" in DEFERRED:
                    end = "deferred"
                    break
                if not sites and place.name.startswith(HANDLERS):
                    break  # whatever stands around a request did not ask for this
        if not sites and view:
            return Walk((view[0],), (view[1],), end, call)
        return Walk(tuple(sites), tuple(frames), end, call)

    def inherited_view(self, frame: FrameType) -> tuple[Site, FrameType] | None:
        """The application's view or admin class whose inherited method runs in this library frame."""
        if frame.f_code.co_varnames[:1] != ("self",):
            return None
        owner = type(frame.f_locals.get("self"))
        if not (hasattr(owner, "as_view") or hasattr(owner, "changeform_view")):
            return None
        if not hasattr(owner, frame.f_code.co_name):  # what a decorator puts around a method
            return None
        site = self.class_site(owner, frame.f_code.co_name)
        return (site, frame) if site else None

    def class_site(self, owner: type[Any], method: str, *, defining: bool = False) -> Site | None:
        """Where the nearest of the application's classes in an MRO stands (`defining`: one that sets `method`)."""
        for cls in owner.__mro__:
            module = sys.modules.get(cls.__module__)
            place = self.place(getattr(module, "__file__", None) or "")
            if place.kind != "application" or (defining and method not in vars(cls)):
                continue
            if (line := self.line_of(cls)) is not None:
                return Site(place.name, line, f"{cls.__qualname__}.{method}")
        return None

    def line_of(self, cls: type[Any]) -> int | None:
        """The line of a class of the source, of no other; kept, since a whole file is parsed to find it."""
        if cls not in self.lines:
            try:
                self.lines[cls] = inspect.getsourcelines(cls)[1]
            except (OSError, TypeError):
                self.lines[cls] = None
        return self.lines[cls]
