"""Which class does a string name?  A project's own `get_model("app", "Model")`, `get_class("app.module", "Name")`.

Those of a library that is extended by apps of the project's own are called and named alike, whether it is read or not.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from boundary.link.domain.asking import strings
from boundary.link.domain.values import BOTTOM, UNKNOWN
from boundary.link.frameworks.django.apps import get_model
from boundary.link.frameworks.django.settings import get_class, get_classes
from boundary.link.frameworks.protocol import NativeCall
from boundary.link.syntax.kinds import ATTRIBUTE, NAME
from boundary.link.syntax.walking import nodes_in

if TYPE_CHECKING:
    from boundary.link.calling.arguments import Arguments
    from boundary.link.definitions.functions import FunctionInfo
    from boundary.link.domain.values import External, Value
    from boundary.link.evaluator.evaluation import Evaluator

LOCATORS: Final = {
    "get_model": "locator.get_model",
    "get_class": "locator.get_class",
    "get_classes": "locator.get_classes",
    "load_class": "locator.get_class",
}
FEWEST: Final = 2


def locator(function: FunctionInfo) -> str | None:
    """The rule for a function that looks classes up by two strings, by its name and form."""
    if "." in function.qualname or function.name not in LOCATORS:
        return None
    named = [one.name for one in function.parameters if one.kind in {"normal", "positional"}]
    if len(named) < FEWEST or _asks_objects(function, named[:FEWEST]):
        return None
    return LOCATORS[function.name]


def _asks_objects(function: FunctionInfo, names: list[str]) -> bool:
    """Whether a function asks its first parameters for what no text has: `model._meta`, `base.classes`."""
    return any(
        type(node) is ATTRIBUTE and type(node.value) is NAME and node.value.id in names and not hasattr("", node.name)
        for node in nodes_in(function.body)
    )


def external(evaluator: Evaluator, atom: External, arguments: Arguments, line: int) -> Value | None:
    """A function of a package that is not read, called with the name of an app, or of a module, and that of a class."""
    name = LOCATORS.get(atom.dotted.rpartition(".")[2], "")
    if not name or "(" in atom.dotted or not atom.dotted.islower():
        return None  # not of an object: `loader().get_class(...)`
    if len(arguments.positional) < FEWEST or not strings(arguments.get(0, "") or BOTTOM):
        return None
    handler = evaluator.interpreter.frameworks.handler(name)
    found = handler(NativeCall(evaluator, name, None, arguments, line)) if handler is not None else UNKNOWN
    return None if found == UNKNOWN else found


NATIVES: Final = {
    "locator.get_model": get_model,
    "locator.get_class": get_class,
    "locator.get_classes": get_classes,
}
