"""What does a Litestar application call as it starts, and what does it keep?"""

from litestar.datastructures import State
from litestar.router import Router


class Litestar(Router):
    state = __instance__(State)

    def __init__(self, route_handlers=(), *, lifespan=(), on_startup=(), on_shutdown=(), **kwargs):
        for hook in on_startup:
            hook(self)
        for around in lifespan:
            with around(self):
                pass
        for hook in on_shutdown:
            hook(self)
