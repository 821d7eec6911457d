"""Which functions do packages call that settings name?  `GDPR_API_DELETER = "shop.gdpr.clear"`, one or a list of them.

Django calls `CSRF_FAILURE_VIEW`, and packages call what their own settings name: nobody else may. Settings of which the
value is a dict have files of their own, and so have the lists of which it is known where what they name runs.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from boundary.link.domain.values import BOTTOM, Function
from boundary.link.frameworks.django.settings import settings_classes, settings_modules
from boundary.link.frameworks.entry_functions import register
from boundary.link.syntax.kinds import ASSIGN, CONSTANT, DISPLAY

if TYPE_CHECKING:
    from collections.abc import Iterator

    from boundary.link.evaluator.interpreter import Interpreter
    from boundary.link.syntax.scopes import Binding

VIEW: Final = "VIEW"
"""How a setting ends that names a view."""
LISTED: Final = ("_CALLBACKS", "_HANDLERS", "_HOOKS", "_PIPELINE")
"""How settings end whose lists name what is called: others may list what is to be left alone."""
ELSEWHERE: Final = frozenset(("SOCIAL_AUTH_PIPELINE", "SOCIAL_AUTH_DISCONNECT_PIPELINE"))
"""Those of them that others read."""


def start(interpreter: Interpreter) -> None:
    """Remember such functions as entry points."""
    if not interpreter.frameworks.imports("django"):
        return
    bodies = [one.bindings for one in settings_modules(interpreter)]
    bodies += [one.bindings for one in settings_classes(interpreter)]
    for bindings in bodies:
        for name, held in bindings.items():
            if name.isupper() and name not in ELSEWHERE:
                for text in _dotted(held, listed=name.endswith(LISTED)):
                    named = interpreter.names.at(text) or BOTTOM
                    own = frozenset(
                        one for one in named if isinstance(one, Function) and not one.function.module.library
                    )
                    register(interpreter, "route" if name.endswith(VIEW) else "signal", "", own)


def _dotted(held: list[Binding], *, listed: bool) -> Iterator[str]:
    """The dotted names that a setting is given outright, one or a list."""
    for binding in held:
        value = binding.statement.value if type(binding.statement) is ASSIGN else None
        for one in value.items if listed and type(value) is DISPLAY else (value,):
            text = one.value if type(one) is CONSTANT else None
            if isinstance(text, str) and "." in text and text.replace(".", "").isidentifier():
                yield text
