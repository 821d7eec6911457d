"""Where does Pecan call in?  What controllers expose, also as wsme does it: `@wsexpose(OrderResponse, body=OrderBody)`.

The methods of REST controllers and the hooks are in the skeletons.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from boundary.link.frameworks.entry_functions import decorator

if TYPE_CHECKING:
    from boundary.link.frameworks.protocol import Handler

NATIVES: Final[dict[str, Handler]] = {
    "pecan.expose": decorator("route"),
    "wsmeext.pecan.wsexpose": decorator("route"),
}
