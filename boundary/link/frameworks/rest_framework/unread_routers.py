"""Which viewsets does a router route of which nothing is known?  `routes.register("orders", OrderViewSet)`.

It may be one of a package that is not read, or what its `register` gives. Requests reach all that such a viewset
defines, though another route names some of its actions only.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from boundary.link.domain.values import BOTTOM, UNKNOWN, ClassAtom
from boundary.link.frameworks.base_views import note
from boundary.link.frameworks.rest_framework.actions import ROUTED, VIEWSET
from boundary.link.syntax.walking import last_name

if TYPE_CHECKING:
    from collections.abc import Iterable

    from boundary.link.calling.arguments import Arguments
    from boundary.link.domain.values import External, Value
    from boundary.link.evaluator.evaluation import Evaluator
    from boundary.model import code

NEEDS: Final = ("rest_framework",)
REGISTER: Final = "register"


def external(evaluator: Evaluator, atom: External, arguments: Arguments, line: int) -> Value | None:
    """`NiceRouter().register("orders", OrderViewSet)` of a package that is not read."""
    del line
    if atom.dotted.endswith(f".{REGISTER}"):
        _route(evaluator, [*arguments.positional, *arguments.keywords.values()])
    return None


def guessed(evaluator: Evaluator, node: code.Call) -> Value:
    """`routes.register("orders", OrderViewSet)` of something unknown; what it calls stays unknown."""
    if last_name(node.function) == REGISTER:
        _route(evaluator, [evaluator.evaluate(one) for one in node.arguments])
    return BOTTOM


def _route(evaluator: Evaluator, given: Iterable[Value]) -> None:
    interpreter = evaluator.interpreter
    for atom in [one for value in given for one in value if isinstance(one, ClassAtom) and not one.cls.library]:
        if interpreter.classes.is_subclass(atom.cls, VIEWSET):
            interpreter.write((ROUTED, atom.cls), UNKNOWN)
            note(atom.cls)
