"""What runs when Stripe tells of something?  Functions that dj-stripe's decorators mark, for the events they name."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from boundary.link.frameworks.entry_functions import decorator

if TYPE_CHECKING:
    from boundary.link.frameworks.protocol import Handler

NEEDS: Final = ("djstripe",)
NATIVES: Final[dict[str, Handler]] = {
    f"djstripe.{name}": decorator("signal")
    for name in ("event_handlers.djstripe_receiver", "webhooks.handler", "webhooks.handler_all")
}
