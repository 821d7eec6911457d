"""What stands in every page of Flask's?  What functions give that are registered with `context_processor`.

    @app.context_processor
    def shown_everywhere():
        return {"shop": Shop.query.first()}

They run each time a page is rendered, whoever renders it: those of a blueprint, too.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from boundary.link.domain.values import UNKNOWN, Function
from boundary.link.frameworks.django.templates import TO_EVERY_PAGE
from boundary.link.frameworks.entry_functions import direct
from boundary.link.frameworks.flask.routes import SCAFFOLD

if TYPE_CHECKING:
    from boundary.link.domain.values import Value
    from boundary.link.frameworks.protocol import Handler, NativeCall

ENTERED: Final = direct("middleware")


def processing(call: NativeCall) -> Value:
    """`app.context_processor(function)`, as a decorator, too."""
    given: dict[Value, None] = call.interpreter.frameworks.state.setdefault(TO_EVERY_PAGE, {})
    for atom in call.first:
        if isinstance(atom, Function):
            given[atom.alone] = None
    return ENTERED(call) or UNKNOWN


NATIVES: Final[dict[str, Handler]] = {
    f"{SCAFFOLD}.{name}": processing for name in ("context_processor", "app_context_processor")
}
