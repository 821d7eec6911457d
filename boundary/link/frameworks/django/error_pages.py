"""Which views answer where no other does?  Those that routes call `handler404` and the like, by a function or its name.

    handler404 = "shop.views.not_found"

They look rows up for the page, as its context processors do.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from boundary.link.domain.asking import strings
from boundary.link.domain.joining import join
from boundary.link.domain.values import BOTTOM, Function
from boundary.link.frameworks.entry_functions import register

if TYPE_CHECKING:
    from boundary.link.evaluator.interpreter import Interpreter

ROUTES: Final = "urlpatterns"
PAGES: Final = ("handler400", "handler403", "handler404", "handler500")


def start(interpreter: Interpreter) -> None:
    """Find the views of such pages."""
    if not interpreter.frameworks.imports("django"):
        return
    modules = [one for one in interpreter.program.modules.values() if not one.library and ROUTES in one.bindings]
    for module in modules:
        for name in PAGES:
            if name in module.bindings:
                held = interpreter.names.value(module, name)
                held |= join(interpreter.names.at(dotted) or BOTTOM for dotted in strings(held))
                views = frozenset(one for one in held if isinstance(one, Function))
                register(interpreter, "route", name, views)
