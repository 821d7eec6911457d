"""Who answers a connection?  What asyncio's servers are handed: `asyncio.start_server(handle, port=8888)`."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from boundary.link.domain.values import BOTTOM
from boundary.link.frameworks.entry_functions import register

if TYPE_CHECKING:
    from boundary.link.domain.values import Value
    from boundary.link.frameworks.protocol import Handler, NativeCall


def started(call: NativeCall) -> Value:
    """`asyncio.start_server(handle, host, port)`: it is called for each connection."""
    register(call.interpreter, "rpc", "", call.arguments.get(0, "client_connected_cb") or BOTTOM)
    return call.atoms.external(f"{call.name}()")


NATIVES: Final[dict[str, Handler]] = {
    "asyncio.start_server": started,
    "asyncio.start_unix_server": started,
}
