"""Which methods of viewsets do requests reach that nothing marks?  Those that a router of the project maps verbs to.

`self.routes[0].mapping.update({"delete": "bulk_destroy"})` in a router, or a `Route` with a mapping of its own: each
viewset that has such a method answers with it.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from boundary.link.frameworks.rest_framework import mapped_actions
from boundary.link.syntax.kinds import ASSIGN, MAPPING, SUBSCRIPT
from boundary.link.syntax.walking import constant_text, last_name, nodes_in

if TYPE_CHECKING:
    from collections.abc import Iterator

    from boundary.link.evaluator.interpreter import Interpreter
    from boundary.model import code

ROUTER: Final = "rest_framework.routers.BaseRouter"
MAPPED: Final = "methods that routers of the project map verbs to"


def mapped_by_routers(interpreter: Interpreter) -> list[str]:
    """The names of the methods that routers of the project map verbs to (looked up once)."""
    known: list[str] | None = interpreter.frameworks.state.get(MAPPED)
    if known is None:
        router = interpreter.library_class(ROUTER)
        below = list(interpreter.classes.below(router)) if router is not None else []
        bodies = [one.node.body for one in below if not one.library and one.node is not None]
        names = [name for body in bodies for node in nodes_in(body) for name in _methods(node)]
        known = interpreter.frameworks.state[MAPPED] = list(dict.fromkeys(names))
    return known


def _methods(node: object) -> Iterator[str]:
    """The methods that a dict maps verbs to, or `self.routes[0].mapping["delete"] = "bulk_destroy"` one of them."""
    if type(node) is MAPPING and any(node.keys) and all(key is None or _is_verb(key) for key in node.keys):
        yield from filter(None, map(constant_text, node.values))
    elif type(node) is ASSIGN and any(_maps_verb(one) for one in node.targets):
        yield from filter(None, [constant_text(node.value)])


def _maps_verb(target: code.Expression) -> bool:
    return type(target) is SUBSCRIPT and last_name(target.value) == mapped_actions.MAPPING and _is_verb(target.index)


def _is_verb(key: code.Expression) -> bool:
    return constant_text(key) in mapped_actions.VERBS
