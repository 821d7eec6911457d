"""Where does aiohttp call in?  Handlers of routes."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from boundary.link.frameworks.around_requests import AROUND
from boundary.link.frameworks.entry_functions import decorator, direct

if TYPE_CHECKING:
    from boundary.link.frameworks.protocol import Handler

WEB: Final = "aiohttp.web"

NATIVES: Final[dict[str, Handler]] = {
    f"{WEB}.get": direct("route", at=1, name="handler", path=0),
    f"{WEB}.route": direct("route", at=2, name="handler", path=1),
    f"{WEB}.UrlDispatcher.add_get": direct("route", at=1, name="handler", path=0),
    f"{WEB}.UrlDispatcher.add_route": direct("route", at=2, name="handler", path=1),
    f"{WEB}.RouteTableDef.get": decorator("route"),
    f"{WEB}.RouteTableDef.route": decorator("route", at=1),
    f"{WEB}.middleware": direct("middleware", trait=AROUND),
}
