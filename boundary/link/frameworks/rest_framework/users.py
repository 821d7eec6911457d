"""Who asks an API?  Whom the view's own authenticators answer with: a view with others has another `request.user`.

A request of views that a project authenticates by itself is kept apart by those classes, and so is what they answer
with: `request.user` and `request.auth`. Every other request has the user of the session, as a request of Django has.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from boundary.link.domain.kept_apart import keep_apart
from boundary.link.domain.values import BOTTOM, Instance
from boundary.link.frameworks.protocol import Hook
from boundary.link.members.containers import element

if TYPE_CHECKING:
    from boundary.link.calling.arguments import Arguments
    from boundary.link.definitions.symbols import ClassInfo
    from boundary.link.domain.values import Value
    from boundary.link.evaluator.evaluation import Evaluator

ANSWERED: Final = {"user": "_user", "auth": "_auth"}
"""What is asked of a request, and where the skeleton keeps what the authenticators answered."""
MOST: Final = 12
"""Requests of a program with more kinds of authentication are of one kind from there on."""


class RequestHook(Hook):
    """Requests of Django REST framework."""

    base = "rest_framework.request.Request"

    def construct(self, evaluator: Evaluator, cls: ClassInfo, arguments: Arguments, line: int) -> Value | None:
        """`Request(request, authenticators=...)`: one kind of request for each set of the project's authenticators."""
        held = element(evaluator, arguments.get(2, "authenticators") or BOTTOM)
        asked = {one.cls.dotted: one.cls for one in held if isinstance(one, Instance)}
        if all(one.library for one in asked.values()):
            return None
        site = keep_apart(cls, ("made", "authenticated", tuple(sorted(asked))), MOST)
        if site is None:
            return None
        value = evaluator.atoms.instance(cls, site=site)
        cls.data["instantiated"] = True
        evaluator.interpreter.objects.construct(evaluator, value, arguments, line)
        return value

    def attribute(self, evaluator: Evaluator, atom: Instance, name: str, line: int) -> Value | None:
        """`request.user`, `request.auth`: what the authenticators of this very kind of request answered."""
        del line
        if not atom.apart or name not in ANSWERED:
            return None
        return evaluator.interpreter.read_attribute(atom.cells, ANSWERED[name], evaluator.context) or None


HOOKS: Final = (RequestHook(),)
