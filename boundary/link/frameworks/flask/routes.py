"""Where does Flask call in?  Routes of applications and blueprints, view classes, commands, what is around requests."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from boundary.link.calling.arguments import Arguments
from boundary.link.domain.values import UNKNOWN, ClassAtom
from boundary.link.frameworks.base_views import note
from boundary.link.frameworks.entry_functions import decorator, direct
from boundary.link.frameworks.entry_points import enter_class
from boundary.link.frameworks.mounting import PrefixHook, mounted

if TYPE_CHECKING:
    from boundary.link.domain.values import Value
    from boundary.link.frameworks.protocol import Handler, NativeCall

SCAFFOLD: Final = "flask.scaffold.Scaffold"
GROUP: Final = "flask.scaffold.AppGroup"
AROUND: Final = "before_request before_app_request before_first_request before_app_first_request"
"""What runs around requests, beside what runs behind them (`request_hooks.py`)."""
SERVING: Final = "before_serving after_serving while_serving before_websocket after_websocket"
"""What Quart runs around what it serves."""


def as_view(call: NativeCall) -> Value:
    """`OrderView.as_view("orders", make=make_order)`: each view is made with what stands behind the name."""
    if isinstance(call.receiver, ClassAtom):
        note(call.receiver.cls)
        enter_class(call.interpreter, call.receiver.cls)
        named = {name: value for name, value in call.arguments.keywords.items() if name != "name"}
        given = Arguments(call.arguments.positional[1:], named)
        if given.positional or named:
            call.interpreter.objects.instantiate(call.evaluator, call.receiver.cls, given, call.line)
    return UNKNOWN


HOOKS: Final = (PrefixHook("flask.Blueprint", "url_prefix"),)
NATIVES: Final[dict[str, Handler]] = {
    **{f"{SCAFFOLD}.{name}": decorator("route") for name in ("route", "get", "post", "put", "delete", "patch")},
    "quart.Serving.websocket": decorator("route"),
    **{f"quart.Serving.{name}": direct("middleware") for name in SERVING.split()},
    f"{SCAFFOLD}.endpoint": decorator("route"),
    f"{SCAFFOLD}.add_url_rule": direct("route", at=2, name="view_func", path=0),
    **{f"{SCAFFOLD}.{name}": direct("middleware") for name in AROUND.split()},
    f"{SCAFFOLD}.register_blueprint": mounted(at=0, path=None, argument="url_prefix", instead=True),
    f"{SCAFFOLD}.errorhandler": decorator("middleware"),
    f"{SCAFFOLD}.app_errorhandler": decorator("middleware"),
    f"{SCAFFOLD}.register_error_handler": direct("middleware", at=1),
    f"{GROUP}.command": decorator("cli"),
    f"{GROUP}.group": decorator("cli"),
    f"{GROUP}.add_command": direct("cli"),
    "flask.views.View.as_view": as_view,
    "flask.after_this_request": direct("middleware"),
    "werkzeug.wrappers.Response.call_on_close": direct("task", name="func"),
}
