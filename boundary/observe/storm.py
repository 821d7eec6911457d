"""Who wrote what Storm flushes?  Those that added the object or changed it, not whose query came next.

A store writes at a commit, and before any query that it is asked: the frames around a flush say little. So each object
that becomes dirty remembers by whose frames it did, and what is written of it is theirs.
"""

from __future__ import annotations

import functools
import sys
from importlib import import_module
from threading import local
from typing import TYPE_CHECKING, Any, Final

if TYPE_CHECKING:
    from collections.abc import Callable

    from boundary.observe.frames import Site, Sources
    from boundary.observe.patches import Patches

KEY: Final = "boundary origin"
MOST: Final = 6
"""An object that many functions have changed remembers so many of them."""

Chains = list[tuple["Site", ...]]


class Flushed:
    """Notes who has changed each object, and which of them a thread writes right now."""

    def __init__(self, sources: Sources) -> None:
        self.sources = sources
        self.state = local()

    def install(self, patches: Patches) -> None:
        """Stand around what stores do to objects, where Storm is installed."""
        try:
            store = import_module("storm.store").Store
        except ImportError:
            return
        patches.replace(store, "_set_dirty", self.noting(store._set_dirty))  # noqa: SLF001 - nothing public says so
        patches.replace(store, "_flush_one", self.flushing(store._flush_one))  # noqa: SLF001 - as above

    def noting(self, original: Callable[..., Any]) -> Callable[..., Any]:
        """An object is added, changed or removed."""

        @functools.wraps(original)
        def set_dirty(store: Any, info: Any) -> Any:  # noqa: ANN401 - Storm's
            held: Chains = info.setdefault(KEY, [])
            if len(held) < MOST:
                chain = self.sources.walk(sys._getframe(1)).sites  # noqa: SLF001 - inspect.stack reads files
                if chain and all(chain[0] != one[0] for one in held):
                    held.append(chain)
            return original(store, info)

        return set_dirty

    def flushing(self, original: Callable[..., Any]) -> Callable[..., Any]:
        """An object is written."""

        @functools.wraps(original)
        def flush_one(store: Any, info: Any) -> Any:  # noqa: ANN401 - Storm's
            before = self.chains
            self.state.chains = info.pop(KEY, [])
            try:
                return original(store, info)
            finally:
                self.state.chains = before

        return flush_one

    @property
    def chains(self) -> Chains:
        """The frames that made what this thread writes right now; none while it flushes nothing."""
        held: Chains = getattr(self.state, "chains", [])
        return held
