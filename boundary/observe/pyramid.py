"""Which view was a request's transaction?

Where `pyramid_tm` commits, no frame of the application ends anything: the work of a request is that of the view that
answered it. So the first view that a thread has called for a request is remembered.
"""

from __future__ import annotations

import functools
from importlib import import_module
from threading import local
from typing import TYPE_CHECKING, Any

from boundary.observe.opening import function_site

if TYPE_CHECKING:
    from collections.abc import Callable
    from types import FrameType

    from boundary.observe.frames import Site, Sources
    from boundary.observe.patches import Patches

MANAGER = "pyramid_tm/"


class Views:
    """Notes which view of the application each thread is in."""

    def __init__(self, sources: Sources) -> None:
        self.sources = sources
        self.state = local()

    def install(self, patches: Patches) -> None:
        """Stand around what Pyramid makes of views, where it is installed."""
        try:
            mapper = import_module("pyramid.viewderivers").DefaultViewMapper
        except ImportError:
            return
        original = mapper.__call__

        def mapped(instance: Any, view: Any) -> Any:  # noqa: ANN401 - a function, a method or a class
            return self.noted(original(instance, view), view, instance.attr)

        patches.replace(mapper, "__call__", mapped)

    def noted(self, answer: Callable[..., Any], view: Any, attr: str | None) -> Callable[..., Any]:  # noqa: ANN401
        """The mapped view, which says which one it is before it answers."""
        function = getattr(view, attr or "__call__", None) if attr or isinstance(view, type) else view
        site = function_site(self.sources, function) if callable(function) else None

        @functools.wraps(answer)
        def answering(context: Any, request: Any) -> Any:  # noqa: ANN401 - Pyramid's
            if site is not None and getattr(self.state, "request", None) is not request:
                self.state.request, self.state.view = request, site
            return answer(context, request)

        return answering

    def answered(self, frame: FrameType) -> Site | None:
        """The view whose request ends in this frame, if a request does."""
        current: FrameType | None = frame
        while current is not None:
            place = self.sources.place(current.f_code.co_filename)
            if place.kind == "application":
                return None
            if place.name.startswith(MANAGER):
                return self.leave()
            current = current.f_back
        return None

    def leave(self) -> Site | None:
        """No view is answering any more."""
        site: Site | None = getattr(self.state, "view", None)
        self.state.view = self.state.request = None
        return site
