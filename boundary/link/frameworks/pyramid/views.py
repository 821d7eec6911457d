"""Where does Pyramid call in?  Views; where `zope.sqlalchemy` joins it, each request is a transaction."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from boundary.link.domain.asking import strings
from boundary.link.domain.values import BOTTOM
from boundary.link.frameworks.entry_functions import decorator, register
from boundary.link.frameworks.pyramid.contexts import note, note_context
from boundary.link.frameworks.pyramid.security import permission

if TYPE_CHECKING:
    from boundary.link.domain.values import Value
    from boundary.link.evaluator.interpreter import Interpreter
    from boundary.link.frameworks.protocol import Handler, NativeCall

MANAGERS: Final = ("zope.sqlalchemy", "pyramid_tm")
NOWHERE: Final = 99
"""The route's name is a keyword or absent: the function names the entry point."""


def start(interpreter: Interpreter) -> None:
    """See whether a transaction manager stands around requests."""
    if not interpreter.frameworks.imported.isdisjoint(MANAGERS):
        interpreter.frameworks.state["transaction per request"] = True


def view_config(call: NativeCall) -> Value:
    """`@view_config(route_name="order", request_method="POST")`."""
    given = call.arguments.keywords
    names = tuple(strings(given.get("route_name", BOTTOM)))
    context = given.get("context", BOTTOM)
    return call.atoms.native("pyramid.view_config()", (names, given.get("permission", BOTTOM), context))


def exception_view_config(call: NativeCall) -> Value:
    """`@exception_view_config(Invalid)`, `@exception_view_config(context=Invalid)`."""
    context = call.arguments.get(0, "context") or BOTTOM
    return call.atoms.native("pyramid.view_config()", ((), BOTTOM, context))


def configured(call: NativeCall) -> Value:
    """What it does to the function, or to the class."""
    assert isinstance(call.receiver, tuple)  # noqa: S101 - as `view_config` made it
    names, given, context = call.receiver
    note(call.interpreter, call.first, list(names))
    note_context(call.interpreter, call.first, context)
    register(call.interpreter, "route", "", call.first, permission(call, call.first, given))
    return call.first


NATIVES: Final[dict[str, Handler]] = {
    "pyramid.view.view_config": view_config,
    "pyramid.view_config()": configured,
    "pyramid.view.notfound_view_config": decorator("route", at=NOWHERE),
    "pyramid.view.forbidden_view_config": decorator("route", at=NOWHERE),
    "pyramid.view.exception_view_config": exception_view_config,
    "flask_appbuilder.expose": decorator("route"),
    "flask_appbuilder.api.expose": decorator("route"),
    "flask_appbuilder.baseviews.expose": decorator("route"),
}
