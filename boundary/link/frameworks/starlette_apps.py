"""What does a request's application hold?  What code has put on the application itself, beside its `state`.

app.mongodb = AsyncIOMotorClient()["shop"]
request.app.mongodb["orders"]

There is one application in a process: what is stored on any is what a request finds.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from boundary.link.frameworks.protocol import Hook

if TYPE_CHECKING:
    from boundary.link.domain.values import Instance, Value
    from boundary.link.evaluator.evaluation import Evaluator

OF_REQUESTS: Final = "starlette.applications.Starlette"
APPLICATIONS: Final = ("fastapi.FastAPI", OF_REQUESTS)


class Applications(Hook):
    """Applications: what is stored on one is stored on that of the requests, too."""

    def __init__(self, base: str) -> None:
        self.base = base

    def store(self, evaluator: Evaluator, atom: Instance, name: str, value: Value, line: int) -> bool:
        """`app.mongodb = client["shop"]`."""
        cls = evaluator.interpreter.library_class(OF_REQUESTS)
        if cls is not None and cls is not atom.cls:
            evaluator.interpreter.stores.set(evaluator, evaluator.atoms.instance(cls), name, value, line)
        return False


HOOKS: Final = tuple(map(Applications, APPLICATIONS))
