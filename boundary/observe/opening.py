"""Who opened this transaction?

Django's `atomic` is entered by a `with` of the application, by the decorator that contextlib makes of it, by the
request handler, or by the framework inside one call of the application.
"""

from __future__ import annotations

import functools
import inspect
from dataclasses import dataclass, field
from inspect import CO_ASYNC_GENERATOR, CO_GENERATOR
from itertools import takewhile
from typing import TYPE_CHECKING, Any

from boundary.observe.frames import HANDLERS, Site, Sources, Walk
from boundary.observe.qualified import qualified_name

if TYPE_CHECKING:
    from collections.abc import Callable, Collection
    from types import FrameType

    from boundary.observe.touched import Touch

DECORATORS = {
    "ContextDecorator.__call__.<locals>.inner": "func",
    "_callable_context_manager.__call__.<locals>.inner": "fn",
    "_ContextWrapper.__call__.<locals>.do_revision_context": "func",
}
"""What contextlib, peewee and reversion put around a function that a block decorates, and its name there."""
ENTERS = frozenset({"__enter__", "__aenter__"})
EXITS = frozenset({"__exit__", "__aexit__"})
CALLERS = 4


@dataclass
class Opening:
    """One outermost transaction of the application, while it is open.

    `kind` is decorator, with, request, view or library; `detail` names the library's function that opened it, or the
    action that a request asks a viewset for;
    `entered` is the place that used a wrapper of the application's own around `atomic`, or the function that such a
    decorator wraps; `runs` is what a decorator that used one wraps. `frame` is the last frame that belongs to it,
    `callers` what called that.
    """

    kind: str
    site: Site
    frame: FrameType | None
    detail: str | None = None
    entered: Site | None = None
    runs: str | None = None
    callers: str = ""
    touches: list[Touch] = field(default_factory=list)
    """What was done in it, where a recorder keeps that."""

    def row(self) -> dict[str, Any]:
        """The site as recordings write it."""
        row: dict[str, Any] = {**self.site._asdict(), "kind": self.kind}
        if self.detail:
            row["detail"] = self.detail
        if self.entered:
            row["entered"] = self.entered
        if self.runs:
            row["runs"] = self.runs
        return row


def opening(sources: Sources, frame: FrameType) -> Opening | None:
    """Describe the transaction that `frame` (the caller of `Atomic.__enter__`) opens; None if a test does."""
    detail = sources.describe(frame.f_code)
    outer = frame
    frame = entering(sources, frame)
    if is_decorator(frame):
        function = wrapped_by(frame)
        handled = called_by_handler(sources, frame)
        decorated = (requested_site(sources, function) if handled else None) or decorated_site(sources, function)
        if decorated:
            action = requested_action(function, frame) if handled else None
            opened = Opening("request" if handled else "decorator", decorated, frame, action)
            return with_callers(sources, opened, frame.f_back)
        code = getattr(inspect.unwrap(function), "__code__", None) if callable(function) else None
        detail = sources.describe(code) if code else detail
    while is_plumbing(outer) and outer.f_back:
        outer = outer.f_back
    walk = sources.walk(outer, many=CALLERS + 2)
    if not walk.sites:
        return None
    inherited = not sources.is_application(walk.frames[0].f_code)
    if outer is walk.frames[0] and not inherited:
        return None if is_of_test(sources, walk) else with_block(sources, walk)
    kind = "view" if inherited else "library"
    opened = Opening(kind, walk.sites[0], walk.frames[0], detail)
    return with_callers(sources, opened, walk.frames[0].f_back)


def with_block(sources: Sources, walk: Walk) -> Opening:
    """A `with` in the application's own code, perhaps inside its own wrapper."""
    frame = walk.frames[0]
    opened = Opening("with", walk.sites[0], frame)
    inside = len(list(takewhile(is_wrapper, walk.frames)))  # a wrapper may use another one
    if inside and (wrapped := decorated_by(sources, walk.frames[inside - 1])):
        opened.entered, opened.frame = wrapped
    elif 0 < inside < len(walk.frames):
        opened.entered, opened.frame = walk.sites[inside], walk.frames[inside]
        opened.runs = wrapped_name(walk.frames[inside])
    else:
        opened.entered = wrapped_function(sources, frame)
    return with_callers(sources, opened, opened.frame.f_back if opened.frame else None)


def using(walk: Walk, inside: Collection[str]) -> tuple[Site | None, str | None]:
    """Where the `with` stands that left the application's own wrapper in which a walk begins; what a decorator runs.

    `inside` are the functions that were seen to run in the innermost frame.
    """
    outer = len(list(takewhile(is_left, walk.frames)))
    if outer == len(walk.frames):
        return None, None
    return walk.sites[outer] if outer else None, wrapped_name(walk.frames[outer], () if outer else inside)


def with_callers(sources: Sources, opened: Opening, frame: FrameType | None) -> Opening:
    """Add the application's frames outside the transaction."""
    walk = sources.walk(frame, many=CALLERS)
    if all(sources.is_application(caller.f_code) for caller in walk.frames):
        opened.callers = " < ".join(map(str, walk.sites))
    return opened


def is_decorator(frame: FrameType) -> bool:
    """Whether this is the function that a block (`contextlib.ContextDecorator`) puts around a decorated one."""
    return qualified_name(frame.f_code) in DECORATORS


def entering(sources: Sources, frame: FrameType) -> FrameType:
    """The frame that entered a library's own block around `atomic`, in which a transaction is opened."""
    outer = frame
    while outer.f_back and (is_plumbing(outer) or (is_wrapper(outer) and not sources.is_application(outer.f_code))):
        outer = outer.f_back
    return outer


def wrapped_by(frame: FrameType) -> Any:  # noqa: ANN401 - whatever was decorated
    """What a block decorates, in the frame of what it puts around that."""
    return frame.f_locals.get(DECORATORS[qualified_name(frame.f_code)])


def is_of_test(sources: Sources, walk: Walk) -> bool:
    """Whether a test used a wrapper of the application's in a `with` of its own."""
    return walk.end == "test" and all(map(is_wrapper, walk.frames)) and not decorated_by(sources, walk.frames[-1])


def decorated_by(sources: Sources, wrapper: FrameType) -> tuple[Site, FrameType] | None:
    """The application's function that a wrapper of its own decorates, and the frame that runs it."""
    frame = wrapper.f_back
    while frame is not None and is_plumbing(frame):
        frame = frame.f_back
    if frame is None or not is_decorator(frame):
        return None
    site = decorated_site(sources, wrapped_by(frame))
    return None if site is None else (site, frame)


def is_plumbing(frame: FrameType) -> bool:
    """Whether a frame of contextlib (`ExitStack.enter_context`) only passes the entering on."""
    return frame.f_code.co_filename.endswith("contextlib.py") and not is_decorator(frame)


def is_wrapper(frame: FrameType) -> bool:
    """Whether a frame is a context manager's: a generator that contextlib drives, or an `__enter__`."""
    if frame.f_code.co_name in ENTERS:
        return True
    return bool(frame.f_code.co_flags & CO_GENERATOR) and frame.f_back is not None and is_plumbing(frame.f_back)


def is_left(frame: FrameType) -> bool:
    """Whether a frame is that of a context manager whose `with` ends."""
    if frame.f_code.co_name in EXITS:
        return True
    generates = frame.f_code.co_flags & (CO_GENERATOR | CO_ASYNC_GENERATOR)
    return bool(generates) and frame.f_back is not None and is_plumbing(frame.f_back)


def wrapped_function(sources: Sources, frame: FrameType) -> Site | None:
    """The application's function that a decorator of its own closes over in this frame, if exactly one is."""
    found = {site for function in closed_over(frame) if (site := function_site(sources, function))}
    return found.pop() if len(found) == 1 else None


def wrapped_name(frame: FrameType, inside: Collection[str] = ()) -> str | None:
    """How the function is called that a decorator closes over in this frame, behind the wrappers of other decorators.

    Of several it is the one that was seen to run `inside`, or that stands in another file: what handles errors stands
    beside the decorator.
    """
    held = [
        (getattr(function, "__code__", None), getattr(plain(function), "__code__", None))
        for function in closed_over(frame)
    ]
    codes = {(own, code) for own, code in held if own is not None and code is not None}
    found = {qualified_name(code) for _, code in codes}
    if len(found) > 1:
        elsewhere = {qualified_name(code) for _, code in codes if code.co_filename != frame.f_code.co_filename}
        found = {qualified_name(code) for own, code in codes if qualified_name(own) in inside} or elsewhere
    return found.pop() if len(found) == 1 else None


def closed_over(frame: FrameType) -> list[Callable[..., Any]]:
    """The functions that this frame has from the code around its own."""
    values = [frame.f_locals.get(name) for name in frame.f_code.co_freevars]
    return [value for value in values if callable(value) and not isinstance(value, type)]


def function_site(sources: Sources, function: Callable[..., Any]) -> Site | None:
    """Where the application defines a function: the line of its first decorator."""
    code = getattr(plain(function), "__code__", None)
    if code is None or not sources.is_application(code):
        return None
    return Site(sources.place(code.co_filename).name, code.co_firstlineno, qualified_name(code))


def decorated_site(sources: Sources, function: Any) -> Site | None:  # noqa: ANN401 - whatever was decorated
    """Where the application's function stands that `atomic` decorates, or the class whose method it is."""
    view = getattr(function, "view_class", None)
    if isinstance(view, type):
        return sources.class_site(view, "dispatch")
    site = function_site(sources, function)
    bound = function.func if isinstance(function, functools.partial) else function
    owner = getattr(bound, "__self__", None)
    if site is None and owner is not None:
        return sources.class_site(type(owner), bound.__name__, defining=True)
    return site


def requested_site(sources: Sources, view: Any) -> Site | None:  # noqa: ANN401 - whatever a route names
    """Where the application's class stands that answers a request, or the function that an API's decorator wraps.

    A view of a viewset or of the admin carries its class or the object that it is bound to, and inherits its code.
    """
    cls = getattr(view, "cls", None)
    if isinstance(cls, type):
        return sources.class_site(cls, "dispatch") or held_function(sources, cls)
    bound = inspect.unwrap(view, stop=lambda one: hasattr(one, "__self__"))
    owner = getattr(bound, "__self__", None)
    return None if owner is None else sources.class_site(type(owner), bound.__name__)


def requested_action(view: Any, frame: FrameType) -> str | None:  # noqa: ANN401 - whatever a route names
    """The action of a viewset that the request at hand asks for."""
    actions = getattr(view, "actions", None)
    request = next(iter(frame.f_locals.get("args", ())), None)
    method = getattr(request, "method", None)
    return actions.get(method.lower()) if isinstance(actions, dict) and isinstance(method, str) else None


def held_function(sources: Sources, cls: type[Any]) -> Site | None:
    """The application's function that the methods of a made class close over, if exactly one is."""
    held = (
        cell.cell_contents
        for method in vars(cls).values()
        for cell in getattr(method, "__closure__", None) or ()
        if callable(cell.cell_contents) and not isinstance(cell.cell_contents, type)
    )
    found = {site for function in held if (site := function_site(sources, function))}
    return found.pop() if len(found) == 1 else None


def plain(function: Any) -> Any:  # noqa: ANN401 - partials, bound methods and wrappers of any kind
    """Take a function out of what `wraps`, `partial` and binding put around it."""
    function = inspect.unwrap(function)
    while isinstance(function, functools.partial):
        function = inspect.unwrap(function.func)
    return getattr(function, "__func__", function)


def called_by_handler(sources: Sources, frame: FrameType) -> bool:
    """Whether the request handler called: the setting `ATOMIC_REQUESTS` did the decorating."""
    back = frame.f_back
    return back is not None and sources.place(back.f_code.co_filename).name.startswith(HANDLERS)
