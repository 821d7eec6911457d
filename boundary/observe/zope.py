"""Which page of Zope was a request's transaction?

A publisher calls what a request was traversed to, and commits afterwards, when no frame of it is there any more: so
what it called is remembered. Of a form it is the action that ran, of a web service made with lazr.restful the method
that was exported.
"""

from __future__ import annotations

import functools
from importlib import import_module
from threading import local
from typing import TYPE_CHECKING, Any, Final

from boundary.observe.bridges import outwards
from boundary.observe.opening import Opening, function_site

if TYPE_CHECKING:
    from collections.abc import Callable
    from types import FrameType

    from boundary.observe.frames import Site, Sources
    from boundary.observe.patches import Patches

ANSWERED: Final = "afterCall"
"""The method of a publication that ends a request."""
CALLED: Final = "__call__"
MAPPERS: Final = ("zope.publisher.publish", "zope.app.publication.zopepublication")


class Requests:
    """Notes what each thread has called to answer a request."""

    def __init__(self, sources: Sources) -> None:
        self.sources = sources
        self.state = local()

    def install(self, patches: Patches) -> None:
        """Stand around what calls pages, actions and exported methods, where these packages are installed."""
        for module in MAPPERS:
            self._wrap(patches, module, "", "mapply", self.mapping)
        self._wrap(patches, "zope.formlib.form", "Action", "success", self.acting)
        self._wrap(patches, "lazr.restful.declarations", "BaseResourceOperationAdapter", "_getMethod", self.exporting)

    @staticmethod
    def _wrap(
        patches: Patches, module: str, owner: str, name: str, wrapper: Callable[[Callable[..., Any]], Any]
    ) -> None:
        try:
            held = import_module(module)
        except ImportError:
            return
        found = getattr(held, owner, None) if owner else held
        original = getattr(found, name, None)
        if original is not None:
            patches.replace(found, name, wrapper(original))

    def mapping(self, original: Callable[..., Any]) -> Callable[..., Any]:
        """A publisher calls a view, a method of one, or a function."""

        @functools.wraps(original)
        def mapply(obj: Any, *args: Any, **kwargs: Any) -> Any:  # noqa: ANN401 - whatever was traversed to
            self.state.site = self.site_of(obj)
            return original(obj, *args, **kwargs)

        return mapply

    def acting(self, original: Callable[..., Any]) -> Callable[..., Any]:
        """A form runs the action whose button was pressed."""

        @functools.wraps(original)
        def success(action: Any, *args: Any, **kwargs: Any) -> Any:  # noqa: ANN401 - of zope.formlib
            self.note(getattr(action, "success_handler", None))
            return original(action, *args, **kwargs)

        return success

    def exporting(self, original: Callable[..., Any]) -> Callable[..., Any]:
        """A web service looks the method up that it is going to call."""

        @functools.wraps(original)
        def get_method(operation: Any, *args: Any, **kwargs: Any) -> Any:  # noqa: ANN401 - of lazr.restful
            method = original(operation, *args, **kwargs)
            self.note(method)
            return method

        return get_method

    def note(self, function: Any) -> None:  # noqa: ANN401 - whatever is called
        """What a request comes to, if it is the application's."""
        site = function_site(self.sources, unproxied(function)) if function is not None else None
        if site is not None:
            self.state.site = site

    def site_of(self, obj: Any) -> Site | None:  # noqa: ANN401 - whatever was traversed to
        """Where the application has what a publisher calls: a function, or the class of a view that inherits it."""
        held = unproxied(obj)
        function = getattr(type(held), CALLED, None) if not hasattr(held, "__func__") else held
        site = function_site(self.sources, function) if callable(function) else None
        owner = getattr(held, "__self__", held)
        name = getattr(held, "__name__", CALLED) if hasattr(held, "__func__") else CALLED
        inherits = self.sources.class_site(type(owner), name)
        defined = self.sources.class_site(type(owner), name, defining=True)
        return inherits if inherits is not None and inherits != defined else site or inherits

    def answered(self, frame: FrameType) -> Opening | None:
        """What answered the request that ends in this frame, on each of its connections; None where none ends."""
        site: Site | None = getattr(self.state, "site", None)
        if site is None or not any(current.f_code.co_name == ANSWERED for current in outwards(frame)):
            return None
        return Opening("request", site, None)


def unproxied(obj: Any) -> Any:  # noqa: ANN401 - whatever a proxy stands before
    """What is behind the proxies of zope.security."""
    try:
        remove = import_module("zope.security.proxy").removeSecurityProxy
    except ImportError:
        return obj
    return remove(obj)
