"""What does something have that is not read?  What code has put there, or something as unknown as it is itself."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from boundary.link.domain.joining import union
from boundary.link.domain.values import BOTTOM, External, Value

if TYPE_CHECKING:
    from boundary.link.evaluator.evaluation import Evaluator

LENT, LENDS = "lent", frozenset({"session", "request"})
"""What a library stores in an object of another one, as a decorator does that opens a session for a context."""
REQUESTS: Final = frozenset(
    {"flask.request", "flask.globals.request", "quart.request", "bottle.request", "cherrypy.request", "tg.request"}
)
SHARED: Final = REQUESTS | {"pylons.c", "pylons.tmpl_context", "tg.tmpl_context"}
"""The request at hand, in which code before a view leaves what that needs (`request.user = user`), and what is there
for a page."""
SENT: Final = frozenset(
    {"args", "body", "cookies", "data", "files", "form", "forms", "headers", "json", "params", "query", "values"}
)
"""What a request has of the client: `if not request.json: request.json = {}` leaves another one as it is."""


def is_made(dotted: str) -> bool:
    """Whether something of a library is an object of one of its classes, in which code may store what it likes."""
    if dotted in SHARED:
        return True
    return dotted.endswith("()") and dotted[dotted.rfind(".") + 1].isupper() and dotted.find("(") == len(dotted) - 2


def of_outside(evaluator: Evaluator, atom: External, name: str) -> Value:
    """An attribute of something that is not read: what was put there, or something as unknown."""
    asked = name in LENDS or is_made(atom.dotted)
    lent = evaluator.interpreter.read((LENT, atom.dotted, name), evaluator.context) if asked else BOTTOM
    if lent and not (name in SENT and atom.dotted in REQUESTS):
        return lent
    return union(lent, evaluator.atoms.external(f"{atom.dotted}.{name}"))
