"""Which action of py4web or web2py was a request's transaction?

Both commit when an action has answered, and no frame of it is there any more: so the action that a thread has called
last is remembered. py4web commits when it leaves the database that an action uses, web2py when it closes all of them.
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

ENDING: Final = frozenset({"on_success", "on_error", "close_all_instances"})
"""The functions that end a request's transaction."""

DEEPEST: Final = 4
"""So many decorators around an action are looked into."""


class Actions:
    """Notes which action each thread has called."""

    def __init__(self, sources: Sources) -> None:
        self.sources = sources
        self.state = local()

    def install(self, patches: Patches) -> None:
        """Stand around what calls actions, where these frameworks are installed."""
        try:
            action = import_module("py4web.core").action
        except ImportError:
            pass
        else:
            patches.replace(action, "uses", staticmethod(self.using(action.uses)))
        try:
            compiling, requests = import_module("gluon.compileapp"), import_module("gluon.main")
        except ImportError:
            return
        running = self.controlling(compiling.run_controller_in)
        patches.replace(compiling, "run_controller_in", running)
        patches.replace(requests, "run_controller_in", running)

    def using(self, original: Callable[..., Any]) -> Callable[..., Any]:
        """`@action.uses(db)`: the function says which one it is before it answers."""

        @functools.wraps(original)
        def uses(*fixtures: Any) -> Callable[..., Any]:  # noqa: ANN401 - py4web's
            around = original(*fixtures)
            return lambda function: around(self.noting(function))

        return uses

    def noting(self, function: Callable[..., Any]) -> Callable[..., Any]:
        """A function that is remembered when it is called."""

        @functools.wraps(function)
        def noted(*args: Any, **kwargs: Any) -> Any:  # noqa: ANN401 - whatever a route names
            self.note(function)
            return function(*args, **kwargs)

        return noted

    def controlling(self, original: Callable[..., Any]) -> Callable[..., Any]:
        """web2py calls a function of a controller through what the response has for that."""

        @functools.wraps(original)
        def run(controller: str, function: str, environment: dict[str, Any]) -> Any:  # noqa: ANN401 - web2py's
            response = environment["response"]
            calling = response._caller  # noqa: SLF001 - web2py's own

            def called(action: Callable[..., Any]) -> Any:  # noqa: ANN401 - as above
                self.note(action)
                return calling(action)

            response._caller = called  # noqa: SLF001 - as above
            return original(controller, function, environment)

        return run

    def note(self, function: Callable[..., Any]) -> None:
        """What a request comes to, if it is the application's; what a decorator of web2py's holds is behind it."""
        self.state.site = self.site_of(function, DEEPEST)

    def site_of(self, function: Any, depth: int) -> Site | None:  # noqa: ANN401 - whatever is called, or held
        """Where the application has a function, or the one that it holds."""
        site = function_site(self.sources, function) if callable(function) else None
        if site is not None or not depth:
            return site
        held = [cell.cell_contents for cell in getattr(function, "__closure__", None) or ()]
        found = [self.site_of(one, depth - 1) for one in held if hasattr(one, "__code__")]
        return next((one for one in found if one is not None), None)

    def answered(self, frame: FrameType) -> Opening | None:
        """What answered the request that ends in this frame; None where none ends."""
        site: Site | None = getattr(self.state, "site", None)
        if site is None or not any(current.f_code.co_name in ENDING for current in outwards(frame)):
            return None
        return Opening("request", site, None)
