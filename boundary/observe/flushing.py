"""Who wrote what a session of SQLAlchemy flushes?  Those that added, changed or deleted the object.

A session flushes at a commit, and before any query that it is asked: the frames around a flush say little. So each
object remembers by whose frames it was added, changed or deleted, and what is written of it is theirs; what a test
alone has put together is nobody's. Rows of tables between, which no object stands for, are written by who flushes.
"""

from __future__ import annotations

import functools
import sys
from importlib import import_module
from threading import local
from typing import TYPE_CHECKING, Any, Final, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Callable

    from boundary.observe.frames import Site, Sources, Walk
    from boundary.observe.patches import Patches

KEY: Final = "_boundary_changed"
MOST: Final = 6
"""An object that many functions have changed remembers so many of them."""
CHANGING: Final = ("_save_impl", "_update_impl", "_delete_impl")
"""The methods of a session by which an object comes to it or is to go."""
WRITING: Final = ("save_obj", "delete_obj", "_save_obj", "_delete_obj")
"""What writes the objects of one mapper; the names have changed with the versions."""


class Changed(NamedTuple):
    """By which of the application's frames, and in which call of a test, an object was changed."""

    sites: tuple[Site, ...]
    call: int


def behind_constructor(walk: Walk, state: Any) -> Walk:  # noqa: ANN401 - SQLAlchemy's
    """The frames without those in which the object is made: what its constructor sets is set by whoever makes it."""
    row = state.obj()
    inner = 0
    for frame in walk.frames:
        if frame.f_code.co_name != "__init__" or frame.f_locals.get("self") is not row:
            break
        inner += 1
    return walk._replace(sites=walk.sites[inner:], frames=walk.frames[inner:]) if inner else walk


class Flushing:
    """Notes who has changed each object, and whose objects a thread writes right now."""

    def __init__(self, sources: Sources) -> None:
        self.sources = sources
        self.state = local()

    def install(self, patches: Patches) -> None:
        """Stand around what sessions do to objects, as far as the installed version has these functions."""
        session = import_module("sqlalchemy.orm").Session
        instance = import_module("sqlalchemy.orm.state").InstanceState
        persistence = import_module("sqlalchemy.orm.persistence")
        for owner, names in ((session, CHANGING), (instance, ("_modified_event",))):
            for name in names:
                if hasattr(owner, name):
                    patches.replace(owner, name, self.noting(getattr(owner, name), of=owner is session))
        for name in WRITING:
            if hasattr(persistence, name):
                patches.replace(persistence, name, self.writing(getattr(persistence, name)))

    def noting(self, original: Callable[..., Any], *, of: bool) -> Callable[..., Any]:
        """An object is added, changed or deleted; `of` says that a session does it, to the object that it is given."""

        @functools.wraps(original)
        def noted(*args: Any, **kwargs: Any) -> Any:  # noqa: ANN401 - SQLAlchemy's
            walk = self.sources.walk(sys._getframe(1))  # noqa: SLF001 - as elsewhere
            self.note(args[1] if of else args[0], walk if of else behind_constructor(walk, args[0]))
            return original(*args, **kwargs)

        return noted

    @staticmethod
    def note(state: Any, walk: Walk) -> None:  # noqa: ANN401 - SQLAlchemy's
        """Remember who changes an object: a test alone is remembered as nobody."""
        held: list[Changed] = vars(state).setdefault(KEY, [])
        if walk.sites and len(held) < MOST and all(walk.sites[0] != one.sites[0] for one in held):
            held.append(Changed(walk.sites, walk.call))  # not its frames, which would keep alive what they hold

    def writing(self, original: Callable[..., Any]) -> Callable[..., Any]:
        """The objects of a mapper are written."""

        @functools.wraps(original)
        def written(mapper: Any, states: Any, *args: Any, **kwargs: Any) -> Any:  # noqa: ANN401 - SQLAlchemy's
            listed = list(states)
            known = [vars(one).pop(KEY) for one in listed if KEY in vars(one)]
            before = self.changed
            self.state.changed = [one for held in known for one in held][: MOST * 2] if known else None
            try:
                return original(mapper, listed, *args, **kwargs)
            finally:
                self.state.changed = before

        return written

    @property
    def changed(self) -> list[Changed] | None:
        """Who changed what this thread writes right now, nobody perhaps; None where that is not known."""
        held: list[Changed] | None = getattr(self.state, "changed", None)
        return held
