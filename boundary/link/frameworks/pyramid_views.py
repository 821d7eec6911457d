"""Where does Pyramid call in?  Views; where `zope.sqlalchemy` joins it, each request is a transaction."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from boundary.link.frameworks.entry_functions import decorator

if TYPE_CHECKING:
    from boundary.link.frameworks.protocol import Handler
    from boundary.link.interpreter import Interpreter

MANAGERS: Final = ("zope.sqlalchemy", "pyramid_tm")
NOWHERE: Final = 99
"""The route's name is a keyword or absent: the function names the entry point."""


def start(interpreter: Interpreter) -> None:
    """See whether a transaction manager stands around requests."""
    if not interpreter.frameworks.imported.isdisjoint(MANAGERS):
        interpreter.frameworks.state["transaction per request"] = True


NATIVES: Final[dict[str, Handler]] = {
    "pyramid.view.view_config": decorator("route", at=NOWHERE),
    "pyramid.view.notfound_view_config": decorator("route", at=NOWHERE),
    "pyramid.view.forbidden_view_config": decorator("route", at=NOWHERE),
    "pyramid.view.exception_view_config": decorator("route", at=NOWHERE),
    "pyramid.events.subscriber": decorator("signal", at=NOWHERE),
    "flask_appbuilder.expose": decorator("route"),
    "flask_appbuilder.api.expose": decorator("route"),
    "flask_appbuilder.baseviews.expose": decorator("route"),
}
