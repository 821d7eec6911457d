"""Where do Litestar, Sanic, Bottle, Socket.IO, MCP and their like call in?  Where a decorator says so.

Of most of these frameworks nothing else is known: what they hand a handler is what its annotations say.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from boundary.link.frameworks.entry_functions import NOWHERE, decorator, direct

if TYPE_CHECKING:
    from boundary.link.frameworks.protocol import Handler

VERBS: Final = ("route", "get", "post", "put", "patch", "delete", "head", "options", "websocket", "ws")
PLACES: Final = {
    "litestar": (*VERBS, "websocket_listener", "websocket_stream"),
    "litestar.handlers": (*VERBS, "websocket_listener", "websocket_stream"),
    "sanic.Sanic()": VERBS,
    "sanic.Blueprint()": VERBS,
    "bottle": VERBS,
    "bottle.Bottle()": VERBS,
    "blacksheep": VERBS,
    "blacksheep.Application().router": VERBS,
    "blacksheep.server.controllers": VERBS,
    "robyn.Robyn()": VERBS,
    "robyn.SubRouter()": VERBS,
    "starlite": VERBS,
    "esmerald": VERBS,
    "ellar.common": VERBS,
    "classy_fastapi": VERBS,
    "ninja_extra.route": VERBS,
    "ninja_extra": tuple(f"http_{verb}" for verb in VERBS),
    "chalice.Chalice()": VERBS,
    "azure.functions.FunctionApp()": VERBS,
}
"""What has decorators of routes, and which."""
NAMELESS: Final = {
    "cherrypy": ("expose",),
    "coaster.views.classview": ("route",),
    "functions_framework": ("http", "cloud_event"),
    "flask_socketio.SocketIO()": ("on", "event"),
    "socketio.Server()": ("on", "event"),
    "socketio.AsyncServer()": ("on", "event"),
    "mcp.server.fastmcp.FastMCP()": ("tool", "resource", "prompt"),
    "fastmcp.FastMCP()": ("tool", "resource", "prompt"),
    "jsonrpcserver": ("method",),
}
"""What has decorators of functions that are asked for by another name than a path."""
AROUND: Final = {
    "sanic": ("on_request", "listener", "exception"),
    "bottle": ("hook", "error"),
    "robyn": ("before_request", "after_request", "startup_handler", "shutdown_handler", "exception"),
    "blacksheep": ("on_start", "on_stop", "on_middlewares_configuration", "exception_handler"),
}
"""What else they run, by package."""

NATIVES: Final[dict[str, Handler]] = {
    **{f"{place}.{verb}": decorator("route") for place, verbs in PLACES.items() for verb in verbs},
    **{
        f"{place}.{name}": decorator("middleware", at=NOWHERE)
        for place in PLACES
        for name in AROUND.get(place.partition(".")[0], ())
    },
    **{f"{place}.{name}": decorator("route", at=NOWHERE) for place, names in NAMELESS.items() for name in names},
    "sanic.Sanic().add_route": direct("route", name="handler", path=1),
    "sanic.Blueprint().add_route": direct("route", name="handler", path=1),
}
