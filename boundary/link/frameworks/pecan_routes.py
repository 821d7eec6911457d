"""Where does Pecan call in?  What controllers expose, also as wsme does it: `@wsexpose(OrderResponse, body=OrderBody)`.

A controller that is exposed as `generic` has others for the methods of HTTP (`@index.when(method="POST")`). The methods
of REST controllers and the hooks are in the skeletons.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from boundary.link.frameworks.entry_functions import decorator
from boundary.link.syntax.kinds import FUNCTION

if TYPE_CHECKING:
    from boundary.link.domain.values import Function, Value
    from boundary.link.evaluator.evaluation import Evaluator
    from boundary.link.frameworks.protocol import Handler

NOWHERE: Final = 99
"""No argument is a path."""


def function_attribute(evaluator: Evaluator, atom: Function, name: str, line: int) -> Value | None:
    """`index.when`, of a controller that is exposed."""
    del line
    node = atom.function.node
    if name != "when" or type(node) is not FUNCTION or not node.decorators:
        return None
    return evaluator.atoms.native("pecan.when", atom) if evaluator.interpreter.frameworks.imports("pecan") else None


NATIVES: Final[dict[str, Handler]] = {
    "pecan.expose": decorator("route"),
    "pecan.when": decorator("route", at=NOWHERE),
    "wsmeext.pecan.wsexpose": decorator("route"),
}
