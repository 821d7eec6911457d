"""What do settings put into a list after they have written it?  `INSTALLED_APPS.append("debug_toolbar")`.

    TENANT_APPS = ["shop"]
    if os.environ.get("NO_BUGS") is None:
        TENANT_APPS.append("bugs")
    INSTALLED_APPS = TENANT_APPS + ["django.contrib.auth"]

A settings module is looked up name by name, before anything at its top is run: such a statement counts as a `+=`.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from boundary.link.frameworks.django.settings import is_settings
from boundary.link.syntax.kinds import ATTRIBUTE, CALL, EVALUATE, NAME
from boundary.link.syntax.scopes import Binding
from boundary.model import code

if TYPE_CHECKING:
    from boundary.link.evaluator.interpreter import Interpreter

FILLING: Final = {"append": 0, "insert": 1, "extend": 0}
"""Which argument is what is put in."""
NAMES: Final = ("INSTALLED_APPS", "ROOT_URLCONF")


def bind(interpreter: Interpreter) -> None:
    """Bind the names of the settings modules once more where they are filled."""
    for module in list(interpreter.program.modules.values()):
        if module.library or not (is_settings(module.name) or any(name in module.bindings for name in NAMES)):
            continue
        for statement in module.statements:
            call = statement.value if type(statement) is EVALUATE else None
            if type(call) is not CALL or type(call.function) is not ATTRIBUTE or type(call.function.value) is not NAME:
                continue
            place, held = FILLING.get(call.function.name), call.function.value
            if place is None or len(call.arguments) != place + 1 or not held.id.isupper():
                continue
            put = call.arguments[place]
            added = put if call.function.name == "extend" else code.Display("list", (put,))
            more = code.Augment(held, "+", added, call.line)
            module.bindings.setdefault(held.id, []).append(Binding(more))
