"""Which functions of an application does py4web call?  Its actions: each request is a transaction of its own.

    @action("orders", method="POST")            authenticated = ActionFactory(db, session, auth.user)
    @action.uses(db, session)                   @authenticated("orders", "orders.html")
    def orders(): ...                           def orders(): ...

What an action uses (`db`, or what needs it, such as `auth`) begins its transaction, and commits when it has answered.
What is used that the project wrote itself runs around it. Functions that a scheduler is told of are tasks, each in a
transaction as well.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from boundary.link.frameworks.django.requests import ENDS_WITHIN, PER_TASK
from boundary.link.frameworks.entry_functions import NOWHERE, decorator, direct
from boundary.link.frameworks.python.functions import identity_decorator

if TYPE_CHECKING:
    from boundary.link.evaluator.interpreter import Interpreter
    from boundary.link.frameworks.protocol import Handler

ACTION: Final = "py4web.core.Action"
FACTORY: Final = "py4web.utils.factories.ActionFactory"
AROUND: Final = ("requires", "catch_errors", "retry")
"""Decorators behind which a function is what it was: `@action.catch_errors`."""
VERBS: Final = ("__call__", "get", "post", "put", "delete", "head")


def start(interpreter: Interpreter) -> None:
    """Every request is a transaction, and every task; either may commit in between."""
    interpreter.frameworks.state["transaction per request"] = True
    interpreter.frameworks.state[PER_TASK] = True
    interpreter.frameworks.state[ENDS_WITHIN] = True


NEEDS: Final = ("py4web",)
INSTEAD: Final = ("py4web",)
NATIVES: Final[dict[str, Handler]] = {
    f"{ACTION}.__call__": decorator("route"),
    **dict.fromkeys([f"{ACTION}.{name}" for name in AROUND], identity_decorator),
    **{f"{FACTORY}.{name}": decorator("route") for name in VERBS},
    f"{FACTORY}.callback": decorator("route", at=NOWHERE),
    "pydal.tools.scheduler.Scheduler.register_task": direct("task", at=1, name="function"),
}
